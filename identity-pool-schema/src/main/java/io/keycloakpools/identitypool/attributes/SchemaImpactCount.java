package io.keycloakpools.identitypool.attributes;

import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts users whom a new schema would fail; fed page by page, not thread-safe. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public final class SchemaImpactCount {

  /**
   * @param present what holds today; empty if nothing does
   * @param next what is to hold
   */
  public SchemaImpactCount(Optional<IdentitySchema> present, IdentitySchema next) {
    throw new UnsupportedOperationException(present.toString() + next);
  }

  /** One user: attributes as {@link AttributeCodec} takes them. */
  public void add(String userId, Map<String, List<String>> attributes) {
    throw new UnsupportedOperationException(userId + attributes);
  }

  /** What has been seen until now. */
  public SchemaImpact impact() {
    throw new UnsupportedOperationException();
  }
}
