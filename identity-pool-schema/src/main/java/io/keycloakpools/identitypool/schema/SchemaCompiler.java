package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.keycloakpools.identitypool.schema.SchemaFinding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes schemas of texts; thread-safe, without state. */
public final class SchemaCompiler {

  private final String text;
  private final SchemaKind kind;
  private final JsonNode document;
  private final Findings findings;

  private SchemaCompiler(
      String text, SchemaKind kind, JsonNode document, Map<String, Integer> offsets) {
    this.text = text;
    this.kind = kind;
    this.document = document;
    this.findings = new Findings(text, offsets);
  }

  /**
   * Checks and compiles a schema.
   *
   * <p>Takes milliseconds for what is usual, and bounded time for anything: keep the result.
   *
   * @param text JSON, of any size and origin
   * @return never fails: everything that is wrong is a finding
   */
  public static Compilation compile(String text, SchemaKind kind) {
    JsonText.Read read = JsonText.schema(text);
    if (read instanceof JsonText.Json json) {
      return new SchemaCompiler(text, kind, json.root(), json.offsets()).compile();
    }
    return broken((JsonText.Broken) read);
  }

  private static Compilation broken(JsonText.Broken broken) {
    SchemaFinding finding =
        new SchemaFinding(
            Severity.ERROR, "", broken.position(), broken.messageKey(), broken.parameters());
    return new Compilation(List.of(finding), Optional.empty());
  }

  private Compilation compile() {
    Optional<IdentitySchema> schema = Optional.empty();
    try {
      schema = checked();
    } catch (RuntimeException | StackOverflowError e) {
      // Too much work, or a fault in the validator: neither may break the admin's page.
      findings.error("", "identityLintWork");
    }
    List<SchemaFinding> found = findings.list();
    return new Compilation(found, findings.hasErrors() ? Optional.empty() : schema);
  }

  private Optional<IdentitySchema> checked() {
    if (!document.isObject() || !document.path("type").asText().equals("object")) {
      findings.error(document.has("type") ? "/type" : "", "identityLintRoot");
    }
    if (!document.isObject() || !conformsToTheDialect()) {
      return Optional.empty();
    }
    new KeywordRules(kind, findings).check(document, "");
    try {
      return compiled(Expansion.of(document));
    } catch (Expansion.Refused e) {
      findings.error(e.pointer(), e.messageKey(), KeywordRules.shown(e.parameter()));
      return Optional.empty();
    }
  }

  private boolean conformsToTheDialect() {
    List<Error> errors = Validator.metaErrors(document);
    for (SchemaViolation each : SchemaViolations.of(errors)) {
      findings.error(each.pointer(), "identityLintMeta", KeywordRules.shown(each.field()));
    }
    return errors.isEmpty();
  }

  private Optional<IdentitySchema> compiled(Expansion.Expanded expanded) {
    if (findings.hasErrors()) {
      new DocumentRules(kind, expanded, findings).check();
      return Optional.empty();
    }
    IdentitySchema schema =
        new IdentitySchema(kind, text, expanded.root(), Validator.of(expanded.root()));
    new DocumentRules(kind, expanded, findings).check();
    return Optional.of(schema);
  }
}
