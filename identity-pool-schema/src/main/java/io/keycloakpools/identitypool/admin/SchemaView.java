package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keycloakpools.common.Word;
import io.keycloakpools.common.text.AdminTexts;
import io.keycloakpools.identitypool.lint.SchemaFinding;
import io.keycloakpools.identitypool.schema.FieldChange;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import io.keycloakpools.identitypool.store.StoredSchema;
import java.util.List;

/**
 * A schema in the API.
 *
 * @param findings null in a list
 * @param schema the text; null in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchemaView(
    String id,
    String name,
    String kind,
    int version,
    boolean readOnly,
    List<String> pools,
    List<Finding> findings,
    String schema) {

  /**
   * Advice or an error; line and column count from 1.
   *
   * @param severity {@code error} or {@code warning}
   */
  public record Finding(
      String severity, String pointer, int line, int column, String messageKey, String message) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChangeResult(
      boolean saved,
      int version,
      List<Difference> changes,
      List<Finding> findings,
      Impact impact) {}

  public record Difference(String kind, String field) {}

  public record Impact(long examined, long failing, long newlyFailing, List<Example> examples) {}

  public record Example(String userId, List<Violation> violations) {}

  public record Violation(String pointer, String field, String messageKey, String message) {}

  static SchemaView listed(StoredSchema schema, List<String> pools) {
    return new SchemaView(
        schema.id(),
        schema.name(),
        Word.hyphenated(schema.kind()),
        schema.version(),
        isReadOnly(schema),
        pools,
        null,
        null);
  }

  static SchemaView whole(StoredSchema schema, List<String> pools, List<Finding> findings) {
    return new SchemaView(
        schema.id(),
        schema.name(),
        Word.hyphenated(schema.kind()),
        schema.version(),
        isReadOnly(schema),
        pools,
        findings,
        schema.text());
  }

  static List<Finding> findings(List<SchemaFinding> findings, AdminTexts texts) {
    return findings.stream()
        .map(
            finding ->
                new Finding(
                    Word.hyphenated(finding.severity()),
                    finding.pointer(),
                    finding.position().line(),
                    finding.position().column(),
                    finding.messageKey(),
                    texts.text(finding.messageKey(), finding.parameters())))
        .toList();
  }

  static Impact impact(SchemaImpact impact, AdminTexts texts) {
    return new Impact(
        impact.examined(),
        impact.failing(),
        impact.newlyFailing(),
        impact.examples().stream()
            .map(example -> new Example(example.userId(), violations(example.violations(), texts)))
            .toList());
  }

  static List<Violation> violations(List<SchemaViolation> violations, AdminTexts texts) {
    return violations.stream()
        .map(
            violation ->
                new Violation(
                    violation.pointer(),
                    violation.field(),
                    violation.messageKey(),
                    texts.text(violation.messageKey(), violation.parameters())))
        .toList();
  }

  static List<Difference> differences(List<FieldChange> changes) {
    return changes.stream()
        .map(change -> new Difference(Word.hyphenated(change.kind()), change.field()))
        .toList();
  }

  private static boolean isReadOnly(StoredSchema schema) {
    return switch (schema.origin()) {
      case DEFAULT -> true;
      case STORED -> false;
    };
  }
}
