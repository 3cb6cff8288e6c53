package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) from outside: numbers keep every digit, a name that stands twice is
 * refused, size, depth, number of values and digits are bounded.
 */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public final class JsonText {

  private JsonText() {}

  /** What came out of reading: one of the two. */
  public sealed interface Read {}

  /** A JSON value. */
  public record Json(JsonNode root) implements Read {}

  /**
   * A text that is not JSON, or too much of it.
   *
   * @param position where, if known
   * @param messageKey key of the text in the message bundles of this module
   * @param parameters for the text, from {@code {0}}
   */
  public record Broken(
      Optional<Position> position, String messageKey, java.util.List<String> parameters)
      implements Read {}

  /** Reads a document of a user, up to {@link Bounds#DOCUMENT_BYTES}. */
  public static Read document(String text) {
    throw new UnsupportedOperationException(text);
  }
}
