package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold so that documents can be kept, entered and valid; walks the expanded schema. */
final class DocumentRules {

  private static final Set<String> CHOICES = Set.of("enum", "const");

  private final SchemaKind kind;
  private final Expansion.Expanded schema;
  private final Findings findings;
  private int fields;

  DocumentRules(SchemaKind kind, Expansion.Expanded schema, Findings findings) {
    this.kind = kind;
    this.schema = schema;
    this.findings = findings;
  }

  void check() {
    open();
    required(schema.root(), ObjectShape.names(schema.root()), true);
    Map<String, String> owners = new HashMap<>();
    attributes(ObjectShape.of(schema.root()), "", "", owners);
    if (fields > Bounds.FIELDS) {
      findings.error("", "identityLintFields", Bounds.FIELDS + "");
    }
    if (!findings.hasErrors()) {
      values(schema.root());
    }
  }

  private String source(JsonNode node) {
    return schema.sources().getOrDefault(node, "");
  }

  /** A name that no schema says would be any attribute of the user, of this pack or of others. */
  private void open() {
    if (schema.root().has("patternProperties")) {
      findings.error("/patternProperties", "identityLintOpen", "patternProperties");
    }
    JsonNode additional = schema.root().path("additionalProperties");
    if (additional.isObject() || additional.asBoolean(false)) {
      findings.warning("/additionalProperties", "identityLintOpen", "additionalProperties");
    }
  }

  /** All parts that apply to an object in place may declare what any of them requires. */
  private void required(JsonNode node, Set<String> declared, boolean root) {
    boolean closed = root || !declared.isEmpty();
    for (int i = 0; closed && i < node.path("required").size(); i++) {
      String name = node.path("required").get(i).asText();
      if (!declared.contains(name)) {
        undeclared(Pointers.append(source(node) + "/required", i + ""), name, declared);
      }
    }
    for (Keywords.Child child : Keywords.children(node)) {
      boolean inPlace =
          switch (child.keyword()) {
            case "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas" -> true;
            default -> false;
          };
      required(child.schema(), inPlace ? declared : namesOrNone(child.schema()), root && inPlace);
    }
  }

  private static Set<String> namesOrNone(JsonNode schema) {
    boolean open =
        schema.has("patternProperties")
            || schema.path("additionalProperties").isObject()
            || schema.path("additionalProperties").asBoolean(false);
    return open ? Set.of() : ObjectShape.names(schema);
  }

  private void undeclared(String pointer, String name, Set<String> declared) {
    Optional<String> near = AttributeNames.near(name, declared);
    near.ifPresentOrElse(
        other -> findings.error(pointer, "identityLintRequiredNear", shown(name), shown(other)),
        () -> findings.error(pointer, "identityLintRequired", shown(name)));
  }

  private void attributes(
      ObjectShape shape, String pointer, String prefix, Map<String, String> owners) {
    for (ObjectShape.Field field : shape.fields()) {
      if (++fields > Bounds.FIELDS) {
        return;
      }
      String place = place(field, pointer);
      String attribute =
          prefix.isEmpty() ? AttributeNames.attributeOf(field.name()) : prefix + field.name();
      name(field, attribute, place, owners);
      if (field.types().equals(ValueType.all())) {
        findings.warning(place, "identityLintNoType", shown(field.name()));
      }
      field.members().ifPresent(members -> attributes(members, place, attribute + ".", owners));
    }
  }

  /** Declared at the usual place, or by some part: then the part says where. */
  private String place(ObjectShape.Field field, String pointer) {
    return Pointers.append(pointer + "/properties", field.name());
  }

  private void name(
      ObjectShape.Field field, String attribute, String place, Map<String, String> owners) {
    if (!AttributeNames.isValid(attribute)) {
      findings.error(place, "identityLintAttributeName", shown(field.name()));
    } else if (AttributeNames.isReserved(attribute)) {
      findings.error(place, "identityLintReserved", shown(field.name()));
    } else if (kind == SchemaKind.PAYLOAD && attribute.equals("emailVerified")) {
      findings.error(place, "identityLintVerified", field.name());
    }
    String other = owners.putIfAbsent(attribute, field.name());
    if (other != null) {
      findings.error(
          place, "identityLintSameAttribute", shown(other), shown(field.name()), shown(attribute));
    }
  }

  /** Defaults that do not fit, and choices that nobody can take. */
  private void values(JsonNode node) {
    if (node.has("default")) {
      fits(Validator.of(node), node, "default", node.get("default"), "identityLintDefault");
    }
    if (node.has("enum") || node.has("const")) {
      Validator rest = Validator.of(((ObjectNode) node).deepCopy().without(CHOICES));
      for (JsonNode value : node.path("enum")) {
        fits(rest, node, "enum", value, "identityLintChoice");
      }
      fits(rest, node, "const", node.path("const"), "identityLintChoice");
    }
    Keywords.children(node).forEach(child -> values(child.schema()));
  }

  private void fits(
      Validator validator, JsonNode node, String keyword, JsonNode value, String messageKey) {
    try {
      if (!value.isMissingNode() && !validator.errors(value).isEmpty()) {
        findings.warning(source(node) + "/" + keyword, messageKey, shown(value.toString()));
      }
    } catch (Work.Exceeded e) {
      findings.error(source(node) + "/" + keyword, "identityLintWork");
    }
  }

  private static String shown(String text) {
    return KeywordRules.shown(text);
  }
}
