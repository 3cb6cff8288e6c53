package io.keycloakpools.identitypool.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.keycloakpools.identitypool.json.JsonText;
import io.keycloakpools.identitypool.json.Numbers;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a value into one attribute; as JSON where there is no plain form, so that nothing is lost.
 */
sealed interface Coding {

  /** Never blank: Keycloak would drop the value. */
  List<String> encode(JsonNode value);

  /**
   * Reads a value.
   *
   * @param values not blank, at least one
   * @return empty if they do not fit the type
   */
  Optional<JsonNode> decode(List<String> values);

  Set<ValueType> types();

  static Coding of(Set<ValueType> types, Set<ValueType> itemTypes) {
    if (types.equals(EnumSet.of(ValueType.STRING))) {
      return new Text();
    }
    boolean scalars =
        !itemTypes.contains(ValueType.ARRAY)
            && !itemTypes.contains(ValueType.OBJECT)
            && !itemTypes.isEmpty();
    return types.equals(EnumSet.of(ValueType.ARRAY)) && scalars
        ? new Values(of(itemTypes, Set.of()))
        : new Literal(types);
  }

  /** Text only: unchanged, but blank text is quoted. */
  record Text() implements Coding {

    @Override
    public List<String> encode(JsonNode value) {
      String text = value.textValue();
      return List.of(isQuoted(text) ? Json.text(value) : text);
    }

    @Override
    public Optional<JsonNode> decode(List<String> values) {
      if (values.size() > 1) {
        return Optional.empty();
      }
      String text = values.get(0);
      return Optional.of(
          unquoted(text)
              .filter(Text::isQuoted)
              .map(quoted -> (JsonNode) JsonNodeFactory.instance.textNode(quoted))
              .orElseGet(() -> JsonNodeFactory.instance.textNode(text)));
    }

    @Override
    public Set<ValueType> types() {
      return EnumSet.of(ValueType.STRING);
    }

    private static boolean isQuoted(String text) {
      String rest = text;
      while (!rest.isBlank()) {
        Optional<String> inside = unquoted(rest);
        if (inside.isEmpty()) {
          return false;
        }
        rest = inside.get();
      }
      return true;
    }

    private static Optional<String> unquoted(String text) {
      if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
        return Optional.empty();
      }
      return Json.read(text)
          .filter(node -> node.isTextual() && Json.text(node).equals(text))
          .map(JsonNode::textValue);
    }
  }

  /**
   * Several types, or one other than text: JSON of an allowed type is read as that; other text is
   * text, if allowed.
   */
  record Literal(Set<ValueType> types) implements Coding {

    @Override
    public List<String> encode(JsonNode value) {
      if (value.isTextual() && !value.textValue().isBlank()) {
        String plain = value.textValue();
        if (decode(List.of(plain)).filter(value::equals).isPresent()) {
          return List.of(plain);
        }
      }
      return List.of(Json.text(value));
    }

    @Override
    public Optional<JsonNode> decode(List<String> values) {
      if (values.size() > 1) {
        return types.contains(ValueType.ARRAY) ? several(values) : Optional.empty();
      }
      String text = values.get(0);
      Optional<JsonNode> json =
          Json.read(text).filter(value -> types.contains(ValueType.of(value)));
      return json.isPresent() || !types.contains(ValueType.STRING)
          ? json
          : Optional.of(JsonNodeFactory.instance.textNode(text));
    }

    private Optional<JsonNode> several(List<String> values) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      Literal any = new Literal(ValueType.all());
      values.forEach(value -> any.decode(List.of(value)).ifPresent(array::add));
      return Optional.of(array);
    }
  }

  /**
   * A list of simple values, one attribute value each. A list without a plain form, such as the
   * empty one, is a single value with its JSON.
   */
  record Values(Coding item) implements Coding {

    @Override
    public List<String> encode(JsonNode value) {
      List<String> plain = plain(value);
      boolean ambiguous = plain.size() == 1 && whole(plain.get(0)).isPresent();
      return plain.isEmpty() || ambiguous ? List.of(Json.text(value)) : plain;
    }

    private List<String> plain(JsonNode value) {
      List<String> plain = new ArrayList<>();
      for (JsonNode each : value) {
        if (!item.types().contains(ValueType.of(each))) {
          return List.of();
        }
        plain.addAll(item.encode(each));
      }
      return plain;
    }

    @Override
    public Optional<JsonNode> decode(List<String> values) {
      Optional<JsonNode> whole = values.size() == 1 ? whole(values.get(0)) : Optional.empty();
      if (whole.isPresent()) {
        return whole;
      }
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (String value : values) {
        Optional<JsonNode> each = item.decode(List.of(value));
        if (each.isEmpty()) {
          return Optional.empty();
        }
        array.add(each.get());
      }
      return Optional.of(array);
    }

    private static Optional<JsonNode> whole(String value) {
      return value.startsWith("[") ? Json.read(value).filter(JsonNode::isArray) : Optional.empty();
    }

    @Override
    public Set<ValueType> types() {
      return EnumSet.of(ValueType.ARRAY);
    }
  }

  final class Json {

    private Json() {}

    static Optional<JsonNode> read(String text) {
      char first = text.charAt(0);
      if (first == '-' || (first >= '0' && first <= '9')) {
        return Numbers.read(text);
      }
      boolean json = first == '"' || first == '[' || first == '{';
      if (!json && !text.equals("true") && !text.equals("false") && !text.equals("null")) {
        return Optional.empty();
      }
      return JsonText.document(text) instanceof JsonText.Json read
          ? Optional.of(read.root())
          : Optional.empty();
    }

    static String text(JsonNode value) {
      return value.isBigDecimal() ? value.decimalValue().toString() : value.toString();
    }
  }
}
