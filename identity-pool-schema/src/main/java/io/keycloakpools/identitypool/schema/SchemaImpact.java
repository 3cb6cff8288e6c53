package io.keycloakpools.identitypool.schema;

import java.util.List;

/**
 * The effect of a schema change on existing users.
 *
 * @param failing users whose data does not fit the new schema
 * @param newlyFailing of these, users whose data fits the present one
 * @param examples the first {@link #EXAMPLES} that newly fail
 */
public record SchemaImpact(long examined, long failing, long newlyFailing, List<Example> examples) {

  public static final int EXAMPLES = 20;

  public record Example(String userId, List<SchemaViolation> violations) {}

  public SchemaImpact {
    examples = List.copyOf(examples);
  }
}
