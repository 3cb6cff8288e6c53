package io.keycloakpools.identitypool.attributes;

import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.schema.SchemaImpact.Example;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts users who fail other schemas; fed page by page, not thread-safe. */
public final class ImpactCounter {

  private final List<AttributeCodec> present;
  private final List<AttributeCodec> next;
  private final List<Example> examples = new ArrayList<>();
  private long examined;
  private long failing;
  private long newlyFailing;

  public ImpactCounter(List<AttributeCodec> present, List<AttributeCodec> next) {
    this.present = List.copyOf(present);
    this.next = List.copyOf(next);
  }

  public void add(String userId, Map<String, List<String>> attributes) {
    examined++;
    List<SchemaViolation> violations = violations(next, attributes);
    if (violations.isEmpty()) {
      return;
    }
    failing++;
    if (!violations(present, attributes).isEmpty()) {
      return;
    }
    newlyFailing++;
    if (examples.size() < SchemaImpact.EXAMPLES) {
      examples.add(new Example(userId, violations));
    }
  }

  private static List<SchemaViolation> violations(
      List<AttributeCodec> codecs, Map<String, List<String>> attributes) {
    return codecs.stream().flatMap(codec -> codec.validate(attributes).stream()).toList();
  }

  public SchemaImpact impact() {
    return new SchemaImpact(examined, failing, newlyFailing, examples);
  }
}
