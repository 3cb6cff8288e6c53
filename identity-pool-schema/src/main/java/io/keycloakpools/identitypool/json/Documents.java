package io.keycloakpools.identitypool.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

public final class Documents {

  private int values;
  private long characters;

  private Documents() {}

  public record Problem(String pointer, String keyword, String messageKey) {}

  public static Optional<Problem> problem(JsonNode document) {
    return new Documents().problem(document, "", 0);
  }

  private Optional<Problem> problem(JsonNode value, String pointer, int depth) {
    boolean tooMuch =
        ++values > Bounds.VALUES
            || depth > Bounds.DEPTH
            || characters > Bounds.DOCUMENT_BYTES
            || (value.isArray() && value.size() > Bounds.ITEMS);
    if (tooMuch) {
      return Optional.of(new Problem("", "tooComplex", "identitySchemaTooComplex"));
    }
    return switch (value.getNodeType()) {
      case OBJECT -> members(value, pointer, depth);
      case ARRAY -> items(value, pointer, depth);
      case STRING -> text(value.textValue(), pointer);
      case NUMBER ->
          Numbers.isBounded(value)
              ? Optional.empty()
              : Optional.of(new Problem(pointer, "tooLong", "identitySchemaNumber"));
      case BOOLEAN, NULL -> Optional.empty();
      case BINARY, MISSING, POJO ->
          Optional.of(new Problem(pointer, "type", "identitySchemaType.json"));
    };
  }

  private Optional<Problem> members(JsonNode object, String pointer, int depth) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Optional<Problem> problem = text(member.getKey(), pointer);
      if (problem.isEmpty()) {
        problem = problem(member.getValue(), Pointers.append(pointer, member.getKey()), depth + 1);
      }
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> items(JsonNode array, String pointer, int depth) {
    for (int i = 0; i < array.size(); i++) {
      Optional<Problem> problem =
          problem(array.get(i), Pointers.append(pointer, i + ""), depth + 1);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> text(String text, String pointer) {
    characters += text.length();
    return Characters.storable(text)
        ? Optional.empty()
        : Optional.of(new Problem(pointer, "character", "identitySchemaCharacter"));
  }
}
