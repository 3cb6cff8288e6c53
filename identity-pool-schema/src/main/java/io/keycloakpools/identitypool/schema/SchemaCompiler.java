package io.keycloakpools.identitypool.schema;

/** Makes schemas of texts; thread-safe, without state. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public final class SchemaCompiler {

  private SchemaCompiler() {}

  /**
   * Checks and compiles a schema.
   *
   * <p>Takes milliseconds for what is usual, and bounded time for anything: keep the result.
   *
   * @param text JSON, of any size and origin
   * @return never fails: everything that is wrong is a finding
   */
  public static Compilation compile(String text, SchemaKind kind) {
    throw new UnsupportedOperationException(text + kind);
  }
}
