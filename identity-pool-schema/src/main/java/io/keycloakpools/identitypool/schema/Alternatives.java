package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.keycloakpools.identitypool.json.Pointers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reports violations inside {@code anyOf} and {@code oneOf}: those of the alternative that a {@code
 * const} or {@code enum} selects, or else one at the smallest part that all alternatives examine.
 */
final class Alternatives {

  private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

  private static final Set<String> PINS = Set.of("const", "enum");

  private final JsonNode schema;
  private final Set<SchemaViolation> violations;

  Alternatives(JsonNode schema, Set<SchemaViolation> violations) {
    this.schema = schema;
    this.violations = violations;
  }

  /**
   * @param from number of leading steps of the evaluation path to skip
   */
  void add(List<Error> errors, int from) {
    Map<String, List<Error>> choices = new LinkedHashMap<>();
    for (Error error : errors) {
      int choice = choice(error.getEvaluationPath(), from);
      if (choice < 0) {
        violations.add(SchemaViolations.violation(error));
      } else {
        // Each item of a list chooses for itself.
        String place =
            SchemaViolations.pointer(error.getEvaluationPath(), choice + 1)
                + " "
                + instance(error, choice);
        choices.computeIfAbsent(place, key -> new ArrayList<>()).add(error);
      }
    }
    for (List<Error> group : choices.values()) {
      choose(group, choice(group.get(0).getEvaluationPath(), from));
    }
  }

  private void choose(List<Error> errors, int choice) {
    Error first = errors.get(0);
    Map<Integer, List<Error>> byAlternative = byAlternative(errors, choice);
    JsonNode alternatives = at(first.getEvaluationPath(), choice + 1);
    Set<String> pinned = pinned(alternatives, instance(first, choice));
    List<Integer> fitting =
        byAlternative.keySet().stream()
            .filter(i -> Collections.disjoint(misfits(byAlternative.get(i)), pinned))
            .toList();
    if (!pinned.isEmpty() && fitting.size() == 1) {
      add(byAlternative.get(fitting.get(0)), choice + 2);
      return;
    }
    boolean all = byAlternative.size() == alternatives.size();
    Set<SchemaViolation> ofAll = all ? ofAll(byAlternative.values(), pinned) : Set.of();
    violations.addAll(ofAll.isEmpty() ? Set.of(violation(errors, choice)) : ofAll);
  }

  private static Map<Integer, List<Error>> byAlternative(List<Error> errors, int choice) {
    Map<Integer, List<Error>> byAlternative = new TreeMap<>();
    for (Error error : errors) {
      NodePath path = error.getEvaluationPath();
      if (path.getNameCount() > choice + 1 && path.getElement(choice + 1) instanceof Integer i) {
        byAlternative.computeIfAbsent(i, key -> new ArrayList<>()).add(error);
      }
    }
    return byAlternative;
  }

  private static Set<String> pinned(JsonNode alternatives, String place) {
    Set<String> pinned = new LinkedHashSet<>();
    for (int i = 0; i < alternatives.size(); i++) {
      Set<String> names = new HashSet<>();
      pins(alternatives.get(i), names);
      if (i == 0) {
        pinned.addAll(names);
      } else {
        pinned.retainAll(names);
      }
    }
    return pinned.stream().map(name -> Pointers.append(place, name)).collect(Collectors.toSet());
  }

  private static void pins(JsonNode alternative, Set<String> names) {
    alternative.path("properties").properties().stream()
        .filter(member -> PINS.stream().anyMatch(member.getValue()::has))
        .forEach(member -> names.add(member.getKey()));
    alternative.path("allOf").forEach(part -> pins(part, names));
  }

  private static Set<String> misfits(List<Error> errors) {
    return errors.stream()
        .filter(error -> PINS.contains(error.getKeyword()))
        .map(error -> SchemaViolations.pointer(error.getInstanceLocation()))
        .collect(Collectors.toSet());
  }

  private static Set<SchemaViolation> ofAll(
      Collection<List<Error>> alternatives, Set<String> pinned) {
    Set<SchemaViolation> required = null;
    Set<String> kinds = new LinkedHashSet<>(pinned);
    for (List<Error> errors : alternatives) {
      Set<SchemaViolation> here =
          errors.stream()
              .filter(error -> error.getKeyword().equals("required"))
              .map(SchemaViolations::violation)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (required == null) {
        required = here;
      } else {
        required.retainAll(here);
      }
      kinds.retainAll(misfits(errors));
    }
    Set<SchemaViolation> all = required == null ? new LinkedHashSet<>() : required;
    kinds.forEach(
        kind -> all.add(SchemaViolations.of(kind, "enum", "identitySchemaEnum", List.of())));
    return all;
  }

  /** A list of constants is how schemas give titles to the values of an enumeration. */
  private static SchemaViolation violation(List<Error> errors, int choice) {
    String keyword = String.valueOf(errors.get(0).getEvaluationPath().getElement(choice));
    String pointer =
        errors.stream()
            .map(error -> SchemaViolations.pointer(error.getInstanceLocation()))
            .reduce(Alternatives::common)
            .orElse("");
    boolean constants =
        errors.stream().allMatch(e -> PINS.contains(e.getKeyword()) || isOf(e, keyword))
            && errors.stream().anyMatch(e -> !isOf(e, keyword));
    String key = constants ? "identitySchemaEnum" : SchemaViolations.key(keyword);
    return SchemaViolations.of(pointer, keyword, key, List.of());
  }

  private static boolean isOf(Error error, String keyword) {
    return error.getKeyword().equals(keyword);
  }

  private static String common(String a, String b) {
    String shorter = a;
    while (!b.equals(shorter) && !b.startsWith(shorter + "/")) {
      shorter = Pointers.parent(shorter);
    }
    return shorter;
  }

  /** A field may also be called {@code anyOf} or {@code oneOf}. */
  private static int choice(NodePath path, int from) {
    for (int i = from; i < path.getNameCount(); i += steps(path, i)) {
      if (CHOICES.contains(String.valueOf(path.getElement(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static int steps(NodePath path, int i) {
    String keyword = String.valueOf(path.getElement(i));
    return Keywords.MAP.contains(keyword) || Keywords.LIST.contains(keyword) ? 2 : 1;
  }

  private static String instance(Error error, int choice) {
    NodePath path = error.getEvaluationPath();
    int depth = 0;
    for (int i = 0; i < choice; i += steps(path, i)) {
      if (Keywords.isOfPart(String.valueOf(path.getElement(i)))) {
        depth++;
      }
    }
    return SchemaViolations.pointer(error.getInstanceLocation(), depth);
  }

  private JsonNode at(NodePath path, int end) {
    JsonNode node = schema;
    for (int i = 0; i < end; i++) {
      node =
          path.getElement(i) instanceof Integer index
              ? node.path(index)
              : node.path(String.valueOf(path.getElement(i)));
    }
    return node;
  }
}
