package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.schema.Keywords;
import io.keycloakpools.identitypool.schema.Patterns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces every reference by its target, so that nothing can be fetched or recurse, and the size
 * is known. A {@code $ref} applies in place like an {@code allOf} of one: JSON Schema Core 2020-12,
 * section 8.2.3.1.
 */
final class Expansion {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static final class Refused extends Exception {
    private final String pointer;
    private final String messageKey;
    private final String parameter;

    Refused(String pointer, String messageKey, String parameter) {
      super(messageKey, null, false, false);
      this.pointer = pointer;
      this.messageKey = messageKey;
      this.parameter = parameter;
    }

    String pointer() {
      return pointer;
    }

    String messageKey() {
      return messageKey;
    }

    String parameter() {
      return parameter;
    }
  }

  private final JsonNode document;
  private final ReferenceTargets targets;
  private final IdentityHashMap<JsonNode, Expanded.Source> sources = new IdentityHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private int values;
  private long patternSteps;

  private Expansion(JsonNode document) {
    this.document = document;
    this.targets = new ReferenceTargets(document);
  }

  static Expanded of(JsonNode document) throws Refused {
    Expansion expansion = new Expansion(document);
    return new Expanded(expansion.schema(document, "", 0), expansion.sources);
  }

  private JsonNode schema(JsonNode schema, String pointer, int depth) throws Refused {
    count(pointer, 1, depth);
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode result = NODES.objectNode();
    sources.put(result, new Expanded.Source(pointer, Set.of(), Optional.empty()));
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      if (!Keywords.DEFINITIONS.contains(member.getKey()) && !member.getKey().equals("$ref")) {
        result.set(member.getKey(), keyword(member.getKey(), member.getValue(), pointer, depth));
      }
    }
    return schema.has("$ref")
        ? referring(result, schema.get("$ref").asText(), pointer, depth)
        : result;
  }

  private JsonNode keyword(String keyword, JsonNode value, String parent, int depth)
      throws Refused {
    String pointer = Pointers.append(parent, keyword);
    if (Keywords.ONE.contains(keyword)) {
      return schema(value, pointer, depth + 1);
    }
    if (Keywords.LIST.contains(keyword)) {
      ArrayNode list = NODES.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        list.add(schema(value.get(i), Pointers.append(pointer, i + ""), depth + 1));
      }
      return list;
    }
    if (Keywords.MAP.contains(keyword)) {
      ObjectNode map = NODES.objectNode();
      for (Map.Entry<String, JsonNode> e : value.properties()) {
        if (keyword.equals("patternProperties")) {
          pattern(e.getKey(), pointer);
        }
        map.set(e.getKey(), schema(e.getValue(), Pointers.append(pointer, e.getKey()), depth + 1));
      }
      return map;
    }
    if (keyword.equals("pattern")) {
      pattern(value.asText(), pointer);
    }
    count(pointer, size(value), depth);
    return value;
  }

  /** Titles and other annotations beside a reference override those of its target. */
  private JsonNode referring(ObjectNode beside, String reference, String pointer, int depth)
      throws Refused {
    String target = targets.find(reference, pointer);
    if (open.contains(target) || target.equals(pointer) || pointer.startsWith(target + "/")) {
      throw new Refused(pointer, "identityLintRefCycle", reference);
    }
    open.push(target);
    JsonNode named = schema(document.at(target), target, depth + 1);
    open.pop();
    boolean annotationsOnly =
        beside.propertyStream().noneMatch(member -> Keywords.isAssertion(member.getKey()));
    if (annotationsOnly && named instanceof ObjectNode object) {
      Set<String> here = new HashSet<>();
      beside.fieldNames().forEachRemaining(here::add);
      object.setAll(beside);
      sources.put(object, new Expanded.Source(pointer, here, Optional.of(sources.get(object))));
      return object;
    }
    ArrayNode all = NODES.arrayNode();
    beside.path("allOf").forEach(all::add);
    beside.set("allOf", all.add(named));
    return beside;
  }

  private void count(String pointer, int more, int depth) throws Refused {
    values += more;
    if (values > Bounds.EXPANDED_VALUES) {
      throw new Refused(pointer, "identityLintExpansion", Bounds.EXPANDED_VALUES + "");
    }
    if (depth > Bounds.DEPTH) {
      throw new Refused(pointer, "identityLintDepth", Bounds.DEPTH + "");
    }
  }

  private void pattern(String pattern, String pointer) throws Refused {
    patternSteps += Patterns.weight(pattern);
    if (patternSteps > Bounds.ALL_PATTERN_STEPS) {
      throw new Refused(pointer, "identityLintPatterns", Bounds.ALL_PATTERN_STEPS + "");
    }
  }

  private static int size(JsonNode value) {
    int size = 1;
    for (JsonNode each : value) {
      size += size(each);
    }
    return size;
  }
}
