package io.keycloakpools.identitypool.schema;

/** How much is taken from outside; docs/identity-schemas.md says why. */
public final class Bounds {

  /** Size of a schema, in bytes of UTF-8. */
  public static final int SCHEMA_BYTES = 256 * 1024;

  /** Size of a document, in bytes of UTF-8. */
  public static final int DOCUMENT_BYTES = 256 * 1024;

  /** Violations reported for one document. */
  public static final int VIOLATIONS = 100;

  /** Fields of a form, nested ones counted. */
  public static final int FIELDS = 200;

  private Bounds() {}
}
