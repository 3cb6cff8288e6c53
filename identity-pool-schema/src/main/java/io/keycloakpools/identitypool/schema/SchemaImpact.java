package io.keycloakpools.identitypool.schema;

import java.util.List;

/**
 * What a change of a schema does to the users who are there.
 *
 * @param examined users looked at
 * @param failing of these, those whose data does not fit the new schema
 * @param newlyFailing of these, those whose data fits the present one
 * @param examples the first {@link #EXAMPLES} who newly fail
 */
public record SchemaImpact(long examined, long failing, long newlyFailing, List<Example> examples) {

  /** How many examples are kept. */
  public static final int EXAMPLES = 20;

  /** A user whose data does not fit. */
  public record Example(String userId, List<SchemaViolation> violations) {}

  public SchemaImpact {
    examples = List.copyOf(examples);
  }
}
