package io.keycloakpools.identitypool.lint;

import io.keycloakpools.identitypool.json.Position;
import java.util.List;

/**
 * Advice or an error about a schema.
 *
 * @param pointer JSON Pointer (RFC 6901) into the schema; empty for the whole
 * @param position of the pointer in the text
 * @param messageKey of this module's message bundles
 * @param parameters of the message, from {@code {0}}
 */
public record SchemaFinding(
    Severity severity,
    String pointer,
    Position position,
    String messageKey,
    List<String> parameters) {

  public enum Severity {
    /** The schema is refused. */
    ERROR,
    /** The schema is accepted, but something in it has no effect or misleads. */
    WARNING
  }

  public SchemaFinding {
    parameters = List.copyOf(parameters);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
