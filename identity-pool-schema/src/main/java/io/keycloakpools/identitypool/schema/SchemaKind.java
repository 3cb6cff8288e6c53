package io.keycloakpools.identitypool.schema;

public enum SchemaKind {
  /** User data: written by users and admins. */
  PAYLOAD,

  /** Data about users: written by admins, read by users unless {@code hidden}. */
  METADATA
}
