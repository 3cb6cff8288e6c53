package io.keycloakpools.identitypool.schema;

/** The purpose of a schema, with rules of its own. */
public enum SchemaKind {
  /** User data: written by users and admins. */
  PAYLOAD,

  /** Data about users: written by admins, read by users unless {@code hidden}. */
  METADATA
}
