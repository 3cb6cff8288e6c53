package io.keycloakpools.identitypool.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.schema.OwnMessage;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import io.keycloakpools.identitypool.schema.SchemaViolations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keywords that say something to people: what is said about them, and what they say. */
final class ShownKeywordsTest {

  @Test
  void aTextOfTheSchemaIsInTheLanguageOfItsReader() {
    OwnMessage message =
        message("{\"en\": \"Digits\", \"de\": \"Ziffern\", \"pt-BR\": \"D\"}").get();

    assertThat(message.in(Locale.GERMANY)).isEqualTo("Ziffern");
    assertThat(message.in(Locale.forLanguageTag("pt-BR"))).isEqualTo("D");
    assertThat(message.in(Locale.FRENCH)).as("none").isEqualTo("Digits");
    assertThat(message("\"Digits\"").get().in(Locale.FRENCH)).isEqualTo("Digits");
    assertThat(message("{\"de\": \"Ziffern\"}").get().in(Locale.FRENCH)).isEqualTo("Ziffern");
  }

  @Test
  void aTextOfTheSchemaIsForAValueThatIsThere() {
    OwnMessage message = message("\"Digits\"").get();

    assertThat(message.replaces(SchemaViolations.of("/f", "pattern", "k", List.of()))).isTrue();
    assertThat(message.replaces(SchemaViolations.of("/f", "required", "k", List.of()))).isFalse();
    assertThat(message.replaces(SchemaViolation.tooLong("/f", 5))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"\"", "{}", "{\"en\": 5}", "{\"a b\": \"x\"}", "[\"x\"]", "true"})
  void whatIsNoTextIsNotShownAndSaidSo(String value) {
    String schema = "{\"type\": \"string\", \"ui:errorMessage\": " + value + "}";

    assertThat(findings(schema)).containsExactly("identityLintErrorMessage");
    assertThat(message(value)).isEmpty();
  }

  @Test
  void aLongTextIsNotShown() {
    String longest = "x".repeat(Bounds.MESSAGE_LENGTH);

    assertThat(message("\"" + longest + "\"")).isPresent();
    assertThat(message("\"" + longest + "x\"")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "[x](https://example.com/),",
    "[x](http://example.com/),identityLintLink",
    "[x](javascript:alert),identityLintLink",
    "[x](see-below),identityLintLink"
  })
  void anAddressThatIsNoLinkIsSaidSo(String title, String finding) {
    List<String> found = findings("{\"type\": \"string\", \"title\": \"" + title + "\"}");

    assertThat(found).isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  @Test
  void aTimeZoneThatIsNoneIsSaidSo() {
    assertThat(findings("{\"type\": \"string\", \"ui:timeZone\": \"Mars/Olympus\"}"))
        .containsExactly("identityLintTimeZone");
    assertThat(findings("{\"type\": \"string\", \"ui:timeZone\": \"Europe/Berlin\"}")).isEmpty();
  }

  /** At the top it is refused; in a part of the top it has been taken, and has no effect. */
  @Test
  void namesThatNobodySaysAreReportedInPartsOfTheTopToo() {
    Compilation compilation =
        SchemaCompiler.compile(
            """
            {"type": "object", "properties": {"a": {"type": "string"}},
             "allOf": [{"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": true}]}
            """,
            SchemaKind.PAYLOAD);

    assertThat(compilation.schema()).isPresent();
    assertThat(compilation.findings())
        .extracting(SchemaFinding::messageKey, SchemaFinding::pointer)
        .containsExactlyInAnyOrder(
            tuple("identityLintOpen", "/allOf/0/patternProperties"),
            tuple("identityLintOpen", "/allOf/0/additionalProperties"));
  }

  private static Optional<OwnMessage> message(String value) {
    return OwnMessage.of(
        Schemas.properties("\"f\": {\"type\": \"string\", \"ui:errorMessage\": " + value + "}")
            .shape()
            .fields()
            .get(0));
  }

  private static List<String> findings(String schema) {
    return SchemaCompiler.compile(
            "{\"type\": \"object\", \"properties\": {\"f\": " + schema + "}}", SchemaKind.PAYLOAD)
        .findings()
        .stream()
        .map(SchemaFinding::messageKey)
        .toList();
  }
}
