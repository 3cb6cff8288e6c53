package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The declared members of an object, from all parts that apply to it in place: {@code allOf}, and
 * conditional ones such as {@code then}.
 *
 * @param fields in declared order
 */
public record ObjectShape(List<Field> fields) {

  private static final Set<String> RESTRICTIONS = Set.of("readOnly", "writeOnly", "hidden");

  /**
   * A declared member of an object.
   *
   * @param required whether it is required unconditionally
   * @param types never empty
   * @param keywords all that apply, the first one wins; not to be changed
   * @param members empty if it is no object, or one with arbitrary names
   * @param declaredBy the first schema that has it in {@code properties}, preferably one that
   *     always applies
   */
  public record Field(
      String name,
      boolean required,
      Set<ValueType> types,
      JsonNode keywords,
      Optional<ObjectShape> members,
      JsonNode declaredBy) {

    public boolean is(String keyword) {
      return keywords.path(keyword).asBoolean(false);
    }

    public Optional<String> text(String keyword) {
      return keywords.path(keyword).isTextual()
          ? Optional.of(keywords.get(keyword).textValue())
          : Optional.empty();
    }

    public Set<ValueType> itemTypes() {
      return keywords.path("prefixItems").isArray()
          ? ValueType.all()
          : ValueType.allowedBy(keywords.path("items"));
    }
  }

  private record Declarations(String name, List<JsonNode> by, List<JsonNode> bySometimes) {

    List<JsonNode> always() {
      return schemas(by);
    }

    List<JsonNode> sometimes() {
      return schemas(bySometimes);
    }

    JsonNode first() {
      return by.isEmpty() ? bySometimes.get(0) : by.get(0);
    }

    private List<JsonNode> schemas(List<JsonNode> parents) {
      return parents.stream().map(parent -> parent.get("properties").get(name)).toList();
    }
  }

  public static ObjectShape of(JsonNode schema) {
    Map<String, Declarations> declared = new LinkedHashMap<>();
    Set<String> required = new HashSet<>();
    collect(schema, true, declared, required);
    return new ObjectShape(
        declared.entrySet().stream()
            .map(e -> field(required.contains(e.getKey()), e.getValue()))
            .toList());
  }

  public static Set<String> names(JsonNode schema) {
    Map<String, Declarations> declared = new LinkedHashMap<>();
    collect(schema, true, declared, new HashSet<>());
    return declared.keySet();
  }

  public static Map<String, Set<ValueType>> typesByName(JsonNode schema) {
    Map<String, Declarations> declared = new LinkedHashMap<>();
    collect(schema, true, declared, new HashSet<>());
    Map<String, Set<ValueType>> types = new HashMap<>();
    declared.forEach((name, declarations) -> types.put(name, types(declarations)));
    return types;
  }

  private static void collect(
      JsonNode schema, boolean always, Map<String, Declarations> declared, Set<String> required) {
    for (Map.Entry<String, JsonNode> e : schema.path("properties").properties()) {
      Declarations of =
          declared.computeIfAbsent(
              e.getKey(), name -> new Declarations(name, new ArrayList<>(), new ArrayList<>()));
      (always ? of.by() : of.bySometimes()).add(schema);
    }
    if (always) {
      schema.path("required").forEach(name -> required.add(name.asText()));
    }
    for (Keywords.Child child : Keywords.children(schema)) {
      switch (child.keyword()) {
        case "allOf" -> collect(child.schema(), always, declared, required);
        case "anyOf", "oneOf", "then", "else", "dependentSchemas" ->
            collect(child.schema(), false, declared, required);
        default -> {
          // Applies to other values.
        }
      }
    }
  }

  private static Field field(boolean required, Declarations declarations) {
    List<JsonNode> schemas =
        declarations.by().isEmpty() ? declarations.sometimes() : declarations.always();
    ObjectNode keywords = JsonNodeFactory.instance.objectNode();
    schemas.forEach(schema -> merge(keywords, schema));
    Set<ValueType> types = types(declarations);
    return new Field(
        declarations.name(),
        required,
        types,
        keywords,
        members(types, keywords, schemas),
        declarations.first());
  }

  private static void merge(ObjectNode into, JsonNode schema) {
    schema.properties().stream()
        .filter(e -> !into.has(e.getKey()) || isRestriction(e.getKey(), e.getValue()))
        .forEach(e -> into.set(e.getKey(), e.getValue()));
    schema.path("allOf").forEach(each -> merge(into, each));
  }

  /** Any part may restrict: JSON Schema Validation 2020-12, section 9.4. */
  private static boolean isRestriction(String keyword, JsonNode value) {
    return RESTRICTIONS.contains(keyword) && value.asBoolean(false);
  }

  private static Set<ValueType> types(Declarations declarations) {
    EnumSet<ValueType> always = EnumSet.allOf(ValueType.class);
    declarations.always().forEach(schema -> always.retainAll(ValueType.allowedBy(schema)));
    EnumSet<ValueType> sometimes = EnumSet.noneOf(ValueType.class);
    declarations.sometimes().forEach(schema -> sometimes.addAll(ValueType.allowedBy(schema)));
    if (declarations.always().isEmpty()) {
      return sometimes.isEmpty() ? ValueType.all() : sometimes;
    }
    EnumSet<ValueType> both = EnumSet.copyOf(always);
    both.retainAll(sometimes);
    return !both.isEmpty() ? both : always.isEmpty() ? ValueType.all() : always;
  }

  /** An object with arbitrary names is stored as a whole. */
  private static Optional<ObjectShape> members(
      Set<ValueType> types, JsonNode keywords, List<JsonNode> schemas) {
    boolean object =
        types.contains(ValueType.OBJECT)
            && EnumSet.of(ValueType.OBJECT, ValueType.NULL).containsAll(types);
    boolean open =
        keywords.has("patternProperties")
            || keywords.path("additionalProperties").isObject()
            || keywords.path("additionalProperties").asBoolean(false);
    if (!object || open) {
      return Optional.empty();
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    schemas.forEach(all.putArray("allOf")::add);
    ObjectShape shape = of(all);
    boolean named =
        !shape.fields().isEmpty()
            && shape.fields().stream().allMatch(field -> FieldNames.isValid(field.name()));
    return named ? Optional.of(shape) : Optional.empty();
  }
}
