package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Numbers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Types of JSON values; numbers with a fraction have their own. */
public enum ValueType {
  STRING,
  INTEGER,
  /** {@code "type": "number"} is this and {@link #INTEGER}. */
  FRACTION,
  BOOLEAN,
  NULL,
  ARRAY,
  OBJECT;

  public static Set<ValueType> all() {
    return EnumSet.allOf(ValueType.class);
  }

  public static ValueType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> STRING;
      case NUMBER -> Numbers.isIntegral(value) ? INTEGER : FRACTION;
      case BOOLEAN -> BOOLEAN;
      case ARRAY -> ARRAY;
      case OBJECT -> OBJECT;
      case NULL, BINARY, MISSING, POJO -> NULL;
    };
  }

  static Set<ValueType> named(String name) {
    if (name.equals("number")) {
      return EnumSet.of(INTEGER, FRACTION);
    }
    EnumSet<ValueType> types = EnumSet.noneOf(ValueType.class);
    Arrays.stream(values()).filter(type -> type.code().equals(name)).forEach(types::add);
    return types;
  }

  public String code() {
    return this == FRACTION ? "number" : name().toLowerCase(Locale.ROOT);
  }

  static Set<ValueType> allowedBy(JsonNode schema) {
    EnumSet<ValueType> types = EnumSet.allOf(ValueType.class);
    if (schema.isBoolean()) {
      return types;
    }
    if (schema.has("type")) {
      types.retainAll(typesNamed(schema.get("type")));
    }
    if (schema.has("enum")) {
      types.retainAll(typesOf(schema.get("enum")));
    }
    if (schema.has("const")) {
      types.retainAll(EnumSet.of(of(schema.get("const"))));
    }
    schema.path("allOf").forEach(each -> types.retainAll(allowedBy(each)));
    for (String choice : new String[] {"anyOf", "oneOf"}) {
      if (schema.has(choice)) {
        EnumSet<ValueType> any = EnumSet.noneOf(ValueType.class);
        schema.get(choice).forEach(each -> any.addAll(allowedBy(each)));
        types.retainAll(any);
      }
    }
    return types;
  }

  private static Set<ValueType> typesNamed(JsonNode type) {
    if (type.isTextual()) {
      return named(type.textValue());
    }
    EnumSet<ValueType> types = EnumSet.noneOf(ValueType.class);
    type.forEach(each -> types.addAll(named(each.asText())));
    return types;
  }

  private static Set<ValueType> typesOf(JsonNode values) {
    EnumSet<ValueType> types = EnumSet.noneOf(ValueType.class);
    values.forEach(each -> types.add(of(each)));
    return types;
  }
}
