package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.attributes.AttributeNames;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.schema.Keywords;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.Validator;
import io.keycloakpools.identitypool.schema.ValueType;
import io.keycloakpools.identitypool.schema.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class DocumentRules {

  private static final Set<String> CHOICES = Set.of("enum", "const");

  private final Expanded schema;
  private final Findings findings;
  private final NameRules names;
  private int fields;

  DocumentRules(Expanded schema, Findings findings, NameRules names) {
    this.schema = schema;
    this.findings = findings;
    this.names = names;
  }

  void check() {
    open();
    required(schema.root(), ObjectShape.names(schema.root()), true);
    new DependencyRules(schema, findings).check(schema.root());
    ObjectShape shape = ObjectShape.of(schema.root());
    attributes(shape, "");
    if (fields <= Bounds.FIELDS) {
      nested(shape);
    }
    if (fields > Bounds.FIELDS) {
      findings.error("", "identityLintFields", Bounds.FIELDS + "");
    }
    if (!findings.hasErrors()) {
      values(schema.root());
    }
  }

  /** An undeclared name could be any attribute of the user, of this pack or of others. */
  private void open() {
    if (schema.root().has("patternProperties")) {
      findings.error("/patternProperties", "identityLintOpen", "patternProperties");
    }
    additional(schema.root());
    parts(schema.root());
  }

  /** These declare no field; they are not errors, because existing schemas use them. */
  private void parts(JsonNode node) {
    for (Keywords.Child child : Keywords.children(node)) {
      if (Keywords.isInPlace(child.keyword())) {
        JsonNode part = child.schema();
        if (part.has("patternProperties")) {
          findings.warning(
              schema.place(part, "patternProperties"), "identityLintOpen", "patternProperties");
        }
        additional(part);
        parts(part);
      }
    }
  }

  private void additional(JsonNode node) {
    JsonNode additional = node.path("additionalProperties");
    if (additional.isObject() || additional.asBoolean(false)) {
      findings.warning(
          schema.place(node, "additionalProperties"), "identityLintOpen", "additionalProperties");
    }
  }

  private void required(JsonNode node, Set<String> declared, boolean root) {
    boolean closed = root || !declared.isEmpty();
    for (int i = 0; closed && i < node.path("required").size(); i++) {
      String name = node.path("required").get(i).asText();
      if (!declared.contains(name)) {
        undeclared(Pointers.append(schema.place(node, "required"), i + ""), name, declared);
      }
    }
    for (Keywords.Child child : Keywords.children(node)) {
      boolean inPlace = Keywords.isInPlace(child.keyword());
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
    Optional<String> near = NearName.of(name, declared);
    near.ifPresentOrElse(
        other -> findings.error(pointer, "identityLintRequiredNear", shown(name), shown(other)),
        () -> findings.error(pointer, "identityLintRequired", shown(name)));
  }

  private void attributes(ObjectShape shape, String prefix) {
    for (ObjectShape.Field field : shape.fields()) {
      if (++fields > Bounds.FIELDS) {
        return;
      }
      String place = place(field);
      String attribute =
          prefix.isEmpty() ? AttributeNames.attributeOf(field.name()) : prefix + field.name();
      names.check(field, attribute, place);
      if (field.types().equals(ValueType.all())) {
        findings.warning(place, "identityLintNoType", shown(field.name()));
      }
      field.members().ifPresent(members -> attributes(members, attribute + "."));
    }
  }

  private void nested(ObjectShape shape) {
    for (ObjectShape.Field field : shape.fields()) {
      for (ObjectShape.Field member : field.members().map(ObjectShape::fields).orElse(List.of())) {
        names.nested(member, place(member));
      }
      field.members().ifPresent(this::nested);
    }
  }

  private String place(ObjectShape.Field field) {
    return Pointers.append(schema.place(field.declaredBy(), "properties"), field.name());
  }

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
        findings.warning(schema.place(node, keyword), messageKey, shown(value.toString()));
      }
    } catch (Work.Exceeded e) {
      findings.error(schema.place(node, keyword), "identityLintWork");
    }
  }

  private static String shown(String text) {
    return KeywordRules.shown(text);
  }
}
