package io.keycloakpools.identitypool.lint;

import io.keycloakpools.identitypool.schema.IdentitySchema;
import java.util.List;
import java.util.Optional;

/**
 * What came out of checking a schema.
 *
 * @param findings errors first, each in the order of the text
 * @param schema present exactly if no finding is an error
 */
public record Compilation(List<SchemaFinding> findings, Optional<IdentitySchema> schema) {

  public Compilation {
    findings = List.copyOf(findings);
  }
}
