package io.keycloakpools.identitypool.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) from outside: numbers keep every digit, a name that occurs twice is
 * refused, and so is a character that a database may not store; size, depth, number of values and
 * digits are bounded.
 */
public final class JsonText {

  private JsonText() {}

  /** What came out of reading: one of the two. */
  public sealed interface Read {}

  /**
   * A JSON value.
   *
   * @param offsets JSON Pointers to where they begin in the text
   */
  public record Json(JsonNode root, Map<String, Integer> offsets) implements Read {}

  /**
   * A text that is not JSON, or too much of it.
   *
   * @param position where; the beginning if it is wrong as a whole
   * @param messageKey key of the text in the message bundles of this module
   * @param parameters for the text, from {@code {0}}
   */
  public record Broken(Position position, String messageKey, List<String> parameters)
      implements Read {

    public Broken {
      parameters = List.copyOf(parameters);
    }
  }

  /** Reads a document of a user, up to {@link Bounds#DOCUMENT_BYTES}. */
  public static Read document(String text) {
    return JsonReader.read(text, Bounds.DOCUMENT_BYTES);
  }

  /** Reads a schema, up to {@link Bounds#SCHEMA_BYTES}. */
  public static Read schema(String text) {
    return JsonReader.read(text, Bounds.SCHEMA_BYTES);
  }
}
