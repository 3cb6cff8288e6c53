package io.keycloakpools.identitypool.profile.rules;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.schema.SchemaKind;

public enum Audience {
  EVERYBODY,
  ADMINS;

  /** Users write payload, unless the field says otherwise; only admins write metadata. */
  public static Audience writers(SchemaKind kind, FormField.Access access) {
    return kind == SchemaKind.PAYLOAD && access.writes() ? EVERYBODY : ADMINS;
  }

  /**
   * A new user has no metadata to read.
   *
   * @param filledIn whether Keycloak's page would send a value of its own for a field that it only
   *     shows
   */
  public static Audience readers(
      SchemaKind kind, FormField.Access access, boolean stored, boolean filledIn) {
    boolean missing = kind == SchemaKind.METADATA && !stored;
    boolean replaced = filledIn && writers(kind, access) == ADMINS;
    return access.reads() && !missing && !replaced ? EVERYBODY : ADMINS;
  }
}
