package io.keycloakpools.identitypool.store;

import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/**
 * A schema that is to be saved.
 *
 * @param id of the schema that it replaces; empty for a new one
 */
public record SchemaDraft(
    Optional<String> id, String name, Optional<SchemaKind> kind, String text, int version) {

  static SchemaDraft of(ComponentModel model) {
    return new SchemaDraft(
        Optional.ofNullable(model.getId()),
        Optional.ofNullable(model.getName()).orElse(""),
        IdentitySchemas.kind(model),
        model.get(IdentitySchemas.TEXT, ""),
        version(model));
  }

  private static int version(ComponentModel model) {
    try {
      return model.get(IdentitySchemas.VERSION, 1);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
