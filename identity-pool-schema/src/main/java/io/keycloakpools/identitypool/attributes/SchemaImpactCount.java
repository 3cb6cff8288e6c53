package io.keycloakpools.identitypool.attributes;

import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.schema.SchemaImpact.Example;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts users whom a new schema would fail; fed page by page, not thread-safe. */
public final class SchemaImpactCount {

  private final Optional<AttributeCodec> present;
  private final AttributeCodec next;
  private final List<Example> examples = new ArrayList<>();
  private long examined;
  private long failing;
  private long newlyFailing;

  /**
   * @param present what holds today; empty if nothing does
   * @param next what is to hold
   */
  public SchemaImpactCount(Optional<IdentitySchema> present, IdentitySchema next) {
    this.present = present.map(AttributeCodec::of);
    this.next = AttributeCodec.of(next);
  }

  /** One user: attributes as {@link AttributeCodec} takes them. */
  public void add(String userId, Map<String, List<String>> attributes) {
    examined++;
    List<SchemaViolation> violations = next.validate(attributes);
    if (violations.isEmpty()) {
      return;
    }
    failing++;
    if (present.isPresent() && !present.get().validate(attributes).isEmpty()) {
      return;
    }
    newlyFailing++;
    if (examples.size() < SchemaImpact.EXAMPLES) {
      examples.add(new Example(userId, violations));
    }
  }

  /** What has been seen until now. */
  public SchemaImpact impact() {
    return new SchemaImpact(examined, failing, newlyFailing, examples);
  }
}
