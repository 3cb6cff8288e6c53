package io.keycloakpools.identitypool.profile;

import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.identitypool.attributes.AttributeNames;
import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.store.CompiledSchema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class DeclaredFields {

  private DeclaredFields() {}

  static Map<String, FormField> of(IdentityPool pool) {
    return Stream.of(pool.payload(), pool.metadata())
        .flatMap(schema -> schema.form().fields().stream())
        .filter(field -> !AttributeNames.isOwn(field.attribute()))
        .collect(
            Collectors.toMap(
                FormField::attribute, field -> field, (one, other) -> one, LinkedHashMap::new));
  }

  /** Attributes of nested objects, which hold JSON where the members have no attributes. */
  static Set<String> documents(IdentityPool pool) {
    Set<String> wholes = new LinkedHashSet<>();
    for (CompiledSchema schema : List.of(pool.payload(), pool.metadata())) {
      wholes.addAll(schema.codec().attributeNames());
      schema.form().fields().forEach(field -> wholes.remove(field.attribute()));
    }
    wholes.removeIf(AttributeNames::isOwn);
    return wholes;
  }

  static Set<String> invisible(IdentityPool pool) {
    Set<String> invisible = documents(pool);
    invisible.add(PoolMarks.IDENTITY_POOL);
    pool.payload().form().fields().stream()
        .filter(field -> field.access() == FormField.Access.HIDDEN)
        .forEach(field -> invisible.add(field.attribute()));
    pool.metadata().form().fields().stream()
        .filter(field -> !field.access().reads())
        .forEach(field -> invisible.add(field.attribute()));
    return invisible;
  }
}
