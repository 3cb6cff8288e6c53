package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A schema that was found sound; immutable and thread-safe. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public final class IdentitySchema {

  private IdentitySchema() {}

  /** What the schema is for. */
  public SchemaKind kind() {
    throw new UnsupportedOperationException();
  }

  /** As it was saved. */
  public String text() {
    throw new UnsupportedOperationException();
  }

  /** The {@code description} of the schema itself: the header of the form. */
  public Optional<String> description() {
    throw new UnsupportedOperationException();
  }

  /** Declared names of the document, in declared order, those of conditional parts included. */
  public Set<String> fields() {
    throw new UnsupportedOperationException();
  }

  /** Those that {@code hidden: true} keeps from the user; only in a metadata schema. */
  public Set<String> hiddenFields() {
    throw new UnsupportedOperationException();
  }

  /**
   * Holds a document to the schema, in bounded time, at most {@link Bounds#VIOLATIONS} of what is
   * wrong.
   *
   * @return empty if the document is valid; never fails: what goes wrong is a violation
   */
  public List<SchemaViolation> validate(JsonNode document) {
    throw new UnsupportedOperationException(String.valueOf(document));
  }
}
