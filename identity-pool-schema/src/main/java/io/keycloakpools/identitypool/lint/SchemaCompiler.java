package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import io.keycloakpools.identitypool.json.JsonText;
import io.keycloakpools.identitypool.lint.SchemaFinding.Severity;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import io.keycloakpools.identitypool.schema.SchemaViolations;
import io.keycloakpools.identitypool.schema.Validator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

public final class SchemaCompiler {

  private static final LongAdder COMPILATIONS = new LongAdder();

  private final String text;
  private final SchemaKind kind;
  private final RealmSwitches switches;
  private final JsonNode document;
  private final Findings findings;

  private SchemaCompiler(String text, SchemaKind kind, RealmSwitches switches, JsonText.Json json) {
    this.text = text;
    this.kind = kind;
    this.switches = switches;
    this.document = json.root();
    this.findings = new Findings(text, json.offsets());
  }

  /** Counts compilations since the start, for tests. */
  public static long compilations() {
    return COMPILATIONS.sum();
  }

  public static Compilation compile(String text, SchemaKind kind) {
    return compile(text, kind, RealmSwitches.OFF);
  }

  /**
   * Checks and compiles a schema: in milliseconds for a typical text, in bounded time for any.
   *
   * @return never fails: errors are findings
   */
  public static Compilation compile(String text, SchemaKind kind, RealmSwitches switches) {
    COMPILATIONS.increment();
    JsonText.Read read = JsonText.schema(text);
    if (read instanceof JsonText.Json json) {
      return new SchemaCompiler(text, kind, switches, json).compile();
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
    for (SchemaViolation each : SchemaViolations.of(errors, MissingNode.getInstance())) {
      findings.error(each.pointer(), "identityLintMeta", KeywordRules.shown(each.field()));
    }
    return errors.isEmpty();
  }

  private Optional<IdentitySchema> compiled(Expanded expanded) {
    NameRules names = new NameRules(kind, switches, findings);
    if (findings.hasErrors()) {
      new DocumentRules(expanded, findings, names).check();
      return Optional.empty();
    }
    IdentitySchema schema =
        new IdentitySchema(kind, text, expanded.root(), Validator.of(expanded.root()));
    new DocumentRules(expanded, findings, names).check();
    return Optional.of(schema);
  }
}
