package io.keycloakpools.identitypool.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.json.JsonText;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.List;

/** Short ways to schemas and documents. */
public final class Schemas {

  private Schemas() {}

  /** A payload schema that must be accepted; warnings do not matter. */
  public static IdentitySchema payload(String text) {
    return accepted(text, SchemaKind.PAYLOAD);
  }

  /** A metadata schema that must be accepted; warnings do not matter. */
  public static IdentitySchema metadata(String text) {
    return accepted(text, SchemaKind.METADATA);
  }

  private static IdentitySchema accepted(String text, SchemaKind kind) {
    Compilation compilation = SchemaCompiler.compile(text, kind);
    assertThat(compilation.findings()).filteredOn(SchemaFinding::isError).isEmpty();
    return compilation.schema().orElseThrow();
  }

  /** A payload schema with these properties, as JSON without the braces. */
  public static IdentitySchema properties(String members) {
    return payload("{\"type\":\"object\",\"properties\":{" + members + "}}");
  }

  /** A value that must be JSON. */
  public static JsonNode json(String text) {
    return ((JsonText.Json) JsonText.document(text)).root();
  }

  /** An object that must be JSON. */
  public static ObjectNode object(String text) {
    return (ObjectNode) json(text);
  }

  /** What is found in a payload schema: its keys with their parameters. */
  static List<String> findings(String text) {
    return SchemaCompiler.compile(text, SchemaKind.PAYLOAD).findings().stream()
        .map(finding -> finding.pointer() + " " + finding.messageKey() + finding.parameters())
        .toList();
  }
}
