package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.schema.Keywords;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An unticked checkbox is present: its value is {@code false}. */
final class DependencyRules {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<ValueType> BOX = EnumSet.of(ValueType.BOOLEAN, ValueType.NULL);
  private static final int LONGEST = 400;

  private final Expanded schema;
  private final Findings findings;
  private final IdentityHashMap<JsonNode, Map<String, Set<ValueType>>> types =
      new IdentityHashMap<>();

  DependencyRules(Expanded schema, Findings findings) {
    this.schema = schema;
    this.findings = findings;
  }

  void check(JsonNode root) {
    check(root, root);
  }

  private void check(JsonNode part, JsonNode object) {
    for (String keyword : List.of("dependentRequired", "dependentSchemas")) {
      for (Map.Entry<String, JsonNode> each : part.path(keyword).properties()) {
        if (isBox(object, each.getKey())) {
          findings.warning(
              Pointers.append(schema.place(part, keyword), each.getKey()),
              "identityLintDependsOnBox",
              KeywordRules.shown(each.getKey()),
              condition(each.getKey(), each.getValue()));
        }
      }
    }
    for (Keywords.Child child : Keywords.children(part)) {
      check(child.schema(), Keywords.isInPlace(child.keyword()) ? object : child.schema());
    }
  }

  private boolean isBox(JsonNode object, String field) {
    Set<ValueType> allowed =
        types.computeIfAbsent(object, ObjectShape::typesByName).getOrDefault(field, Set.of());
    return allowed.contains(ValueType.BOOLEAN) && BOX.containsAll(allowed);
  }

  private static String condition(String field, JsonNode dependent) {
    ObjectNode condition = NODES.objectNode();
    ObjectNode ticked = condition.putObject("if");
    ticked.putObject("properties").putObject(field).put("const", true);
    ticked.putArray("required").add(field);
    condition.set(
        "then", dependent.isArray() ? NODES.objectNode().set("required", dependent) : dependent);
    String text = condition.toString();
    String members = text.substring(1, text.length() - 1);
    return members.length() <= LONGEST ? members : members.substring(0, LONGEST) + "…";
  }
}
