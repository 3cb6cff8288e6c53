package io.keycloakpools.identitypool.lint;

import io.keycloakpools.identitypool.json.Position;
import java.util.List;

/**
 * Something about a schema that the admin should know when it is saved.
 *
 * @param severity an error refuses the schema
 * @param pointer JSON Pointer (RFC 6901) into the schema; empty for the whole
 * @param position where that is in the text
 * @param messageKey key of the text in the message bundles of this module
 * @param parameters for the text, from {@code {0}}
 */
public record SchemaFinding(
    Severity severity,
    String pointer,
    Position position,
    String messageKey,
    List<String> parameters) {

  /** How bad it is. */
  public enum Severity {
    /** The schema is refused. */
    ERROR,
    /** The schema is accepted, and something in it has no effect or is not what it looks like. */
    WARNING
  }

  public SchemaFinding {
    parameters = List.copyOf(parameters);
  }

  /** Whether the schema is refused for it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
