package io.keycloakpools.identitypool.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) from outside. Numbers keep every digit; duplicate names and characters that
 * a database may refuse are errors; size, depth, number of values and digits are limited.
 */
public final class JsonText {

  private JsonText() {}

  public sealed interface Read {}

  /**
   * A JSON value.
   *
   * @param offsets JSON Pointers to where they begin in the text
   */
  public record Json(JsonNode root, Map<String, Integer> offsets) implements Read {}

  /**
   * A text that is not JSON, or too large.
   *
   * @param position the beginning if the whole text is wrong
   * @param messageKey of this module's message bundles
   * @param parameters of the message, from {@code {0}}
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
