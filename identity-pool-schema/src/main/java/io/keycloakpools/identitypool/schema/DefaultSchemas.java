package io.keycloakpools.identitypool.schema;

/** The schemas that every realm has from the start, and that cannot be changed. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public final class DefaultSchemas {

  private DefaultSchemas() {}

  /** Text of the default schema of a kind. */
  public static String text(SchemaKind kind) {
    throw new UnsupportedOperationException(kind.name());
  }

  /** The default schema of a kind, compiled once. */
  public static IdentitySchema of(SchemaKind kind) {
    throw new UnsupportedOperationException(kind.name());
  }
}
