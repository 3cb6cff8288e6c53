package io.keycloakpools.identitypool.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.json.JsonText.Broken;
import io.keycloakpools.identitypool.json.JsonText.Json;
import io.keycloakpools.identitypool.json.JsonText.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class JsonReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Bounds.DEPTH + 2)
                  .maxNumberLength(Bounds.NUMBER_LENGTH * 8)
                  .maxStringLength(Bounds.SCHEMA_BYTES)
                  .maxNameLength(Bounds.SCHEMA_BYTES)
                  .build())
          // Names from outside would fill a table that all parsers share.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private static final class Refused extends Exception {
    private final int offset;
    private final String messageKey;
    private final String parameter;

    Refused(int offset, String messageKey, Object parameter) {
      super(messageKey, null, false, false);
      this.offset = offset;
      this.messageKey = messageKey;
      this.parameter = parameter.toString();
    }
  }

  private final JsonParser parser;
  private final Map<String, Integer> offsets = new HashMap<>();
  private int values;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Read read(String text, int bytes) {
    if (text.length() > bytes || text.getBytes(StandardCharsets.UTF_8).length > bytes) {
      return broken(text, 0, "identityJsonSize", bytes / 1024 + "");
    }
    if (text.isBlank()) {
      return broken(text, 0, "identityJsonEmpty", "");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonReader(parser).document();
    } catch (Refused e) {
      return broken(text, e.offset, e.messageKey, e.parameter);
    } catch (JsonEOFException e) {
      return broken(text, text.length(), "identityJsonEnd", "");
    } catch (JsonParseException e) {
      return unexpected(text, (int) e.getLocation().getCharOffset());
    } catch (IOException e) {
      return broken(text, 0, "identityJsonUnreadable", "");
    }
  }

  private Json document() throws IOException, Refused {
    parser.nextToken();
    JsonNode root = value("", 0);
    if (parser.nextToken() != null) {
      throw new Refused(offset(), "identityJsonAfterEnd", "");
    }
    return new Json(root, Map.copyOf(offsets));
  }

  private JsonNode value(String pointer, int depth) throws IOException, Refused {
    offsets.putIfAbsent(pointer, offset());
    if (++values > Bounds.VALUES) {
      throw new Refused(offset(), "identityJsonValues", Bounds.VALUES);
    }
    if (depth > Bounds.DEPTH) {
      throw new Refused(offset(), "identityJsonDepth", Bounds.DEPTH);
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(pointer, depth);
      case START_ARRAY -> array(pointer, depth);
      case VALUE_STRING -> NODES.textNode(storable(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new Refused(offset(), "identityJsonUnexpected", token.asString());
    };
  }

  private ObjectNode object(String pointer, int depth) throws IOException, Refused {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = storable(parser.getText());
      if (object.has(name)) {
        throw new Refused(offset(), "identityJsonDuplicate", name);
      }
      String member = Pointers.append(pointer, name);
      offsets.put(member, offset());
      parser.nextToken();
      object.set(name, value(member, depth + 1));
    }
    return object;
  }

  private ArrayNode array(String pointer, int depth) throws IOException, Refused {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(Pointers.append(pointer, array.size() + ""), depth + 1));
    }
    return array;
  }

  private JsonNode number() throws IOException, Refused {
    if (parser.getTextLength() > Bounds.NUMBER_LENGTH) {
      throw new Refused(offset(), "identityJsonNumber", Bounds.NUMBER_LENGTH);
    }
    Optional<JsonNode> number = Numbers.read(parser.getText());
    return number.orElseThrow(
        () -> new Refused(offset(), "identityJsonNumber", Bounds.NUMBER_LENGTH));
  }

  private String storable(String string) throws Refused {
    if (!Characters.storable(string)) {
      throw new Refused(offset(), "identityJsonCharacter", "");
    }
    return string;
  }

  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  /** Jackson stops at the wrong character or just behind it. */
  private static Broken unexpected(String text, int stopped) {
    int at = Math.max(0, Math.min(stopped, text.length() - 1));
    if (at > 0 && !isClosing(text.charAt(at)) && isClosing(text.charAt(at - 1))) {
      at--;
    }
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    if (before >= 0 && isClosing(text.charAt(at)) && text.charAt(before) == ',') {
      return broken(text, before, "identityJsonTrailingComma", text.charAt(at) + "");
    }
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    int character = text.codePointAt(at);
    return broken(
        text,
        at,
        "identityJsonUnexpected",
        Character.isISOControl(character) ? "" : Character.toString(character));
  }

  private static boolean isClosing(char c) {
    return c == '}' || c == ']';
  }

  private static Broken broken(String text, int offset, String messageKey, String parameter) {
    return new Broken(
        Position.at(text, offset),
        messageKey,
        parameter.isEmpty() ? List.of() : List.of(parameter));
  }
}
