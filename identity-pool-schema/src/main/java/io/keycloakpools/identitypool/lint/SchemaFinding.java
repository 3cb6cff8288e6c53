package io.keycloakpools.identitypool.lint;

import io.keycloakpools.identitypool.json.Position;
import java.util.List;

/**
 * Advice or an error about a schema.
 *
 * @param pointer JSON Pointer (RFC 6901) into the schema
 */
public record SchemaFinding(
    Severity severity,
    String pointer,
    Position position,
    String messageKey,
    List<String> parameters) {

  public enum Severity {
    ERROR,
    WARNING
  }

  public SchemaFinding {
    parameters = List.copyOf(parameters);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
