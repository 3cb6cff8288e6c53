package io.keycloakpools.identitypool.schema;

import io.keycloakpools.identitypool.schema.SchemaFinding.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what is found in a schema, each once. */
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
      Optional<Position> position =
          Optional.ofNullable(offsets.get(pointer)).map(offset -> Position.at(text, offset));
      found.add(new SchemaFinding(severity, pointer, position, messageKey, List.of(parameters)));
    }
  }

  boolean hasErrors() {
    return found.stream().anyMatch(SchemaFinding::isError);
  }

  /** Errors first, each in the order of the text. */
  List<SchemaFinding> list() {
    return found.stream()
        .sorted(
            Comparator.comparing(SchemaFinding::severity)
                .thenComparing(finding -> offsets.getOrDefault(finding.pointer(), 0)))
        .toList();
  }
}
