package io.keycloakpools.identitypool.schema;

/** What a schema is for: each kind has rules of its own when it is saved. */
public enum SchemaKind {
  /** User data: written by the person and by admins. */
  PAYLOAD,

  /** Data about the user: written by admins, read by the person unless {@code hidden}. */
  METADATA
}
