package io.keycloakpools.identitypool.lint;

import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.json.Position;
import io.keycloakpools.identitypool.lint.SchemaFinding.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class Findings {

  private final String text;
  private final Map<String, Integer> offsets;
  private final Set<SchemaFinding> found = new LinkedHashSet<>();

  Findings(String text, Map<String, Integer> offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  void error(String pointer, String messageKey, String... parameters) {
    add(Severity.ERROR, pointer, messageKey, parameters);
  }

  void warning(String pointer, String messageKey, String... parameters) {
    add(Severity.WARNING, pointer, messageKey, parameters);
  }

  private void add(Severity severity, String pointer, String messageKey, String... parameters) {
    if (found.size() < Bounds.FINDINGS) {
      String written = written(pointer);
      Position position = Position.at(text, offsets.get(written));
      found.add(new SchemaFinding(severity, written, position, messageKey, List.of(parameters)));
    }
  }

  /** A missing keyword is reported at the schema that lacks it. */
  private String written(String pointer) {
    String place = pointer;
    while (!offsets.containsKey(place)) {
      place = Pointers.parent(place);
    }
    return place;
  }

  boolean hasErrors() {
    return found.stream().anyMatch(SchemaFinding::isError);
  }

  List<SchemaFinding> list() {
    return found.stream()
        .sorted(
            Comparator.comparing(SchemaFinding::severity)
                .thenComparing(finding -> offsets.get(finding.pointer())))
        .toList();
  }
}
