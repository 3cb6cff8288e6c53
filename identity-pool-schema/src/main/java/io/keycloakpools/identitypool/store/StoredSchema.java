package io.keycloakpools.identitypool.store;

import io.keycloakpools.identitypool.lint.DefaultSchemas;
import io.keycloakpools.identitypool.schema.SchemaKind;

/**
 * A schema of a realm, as it was saved.
 *
 * @param id of the component; the name of a default schema
 * @param version counts the changes, from 1
 */
public record StoredSchema(
    String id, String name, SchemaKind kind, String text, int version, Origin origin) {

  public enum Origin {
    STORED,
    DEFAULT
  }

  static StoredSchema defaultOf(SchemaKind kind) {
    String name =
        switch (kind) {
          case PAYLOAD -> IdentitySchemas.DEFAULT_PAYLOAD;
          case METADATA -> IdentitySchemas.DEFAULT_METADATA;
        };
    return new StoredSchema(name, name, kind, DefaultSchemas.text(kind), 1, Origin.DEFAULT);
  }
}
