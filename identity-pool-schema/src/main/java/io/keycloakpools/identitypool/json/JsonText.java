package io.keycloakpools.identitypool.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) from outside: numbers keep every digit; duplicate names and characters that
 * a database may refuse are errors; everything is bounded.
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
   */
  public record Broken(Position position, String messageKey, List<String> parameters)
      implements Read {

    public Broken {
      parameters = List.copyOf(parameters);
    }
  }

  public static Read document(String text) {
    return JsonReader.read(text, Bounds.DOCUMENT_BYTES);
  }

  public static Read schema(String text) {
    return JsonReader.read(text, Bounds.SCHEMA_BYTES);
  }
}
