package io.keycloakpools.identitypool.lint;

import io.keycloakpools.identitypool.schema.IdentitySchema;
import java.util.List;
import java.util.Optional;

/**
 * The result of compiling a schema.
 *
 * @param findings errors first, each group in the order of the text
 * @param schema present exactly if no finding is an error
 */
public record Compilation(List<SchemaFinding> findings, Optional<IdentitySchema> schema) {

  public Compilation {
    findings = List.copyOf(findings);
  }
}
