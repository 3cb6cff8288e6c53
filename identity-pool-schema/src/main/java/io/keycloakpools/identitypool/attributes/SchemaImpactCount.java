package io.keycloakpools.identitypool.attributes;

import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.schema.SchemaImpact.Example;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts users whom other schemas would fail; fed page by page, not thread-safe. */
public final class SchemaImpactCount {

  private final List<AttributeCodec> present;
  private final List<AttributeCodec> next;
  private final List<Example> examples = new ArrayList<>();
  private long examined;
  private long failing;
  private long newlyFailing;

  /**
   * @param present of the schemas that hold today
   * @param next of those that are to hold in their place
   */
  public SchemaImpactCount(List<AttributeCodec> present, List<AttributeCodec> next) {
    this.present = List.copyOf(present);
    this.next = List.copyOf(next);
  }

  /** One user: attributes as {@link AttributeCodec} takes them. */
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

  /** What has been seen until now. */
  public SchemaImpact impact() {
    return new SchemaImpact(examined, failing, newlyFailing, examples);
  }
}
