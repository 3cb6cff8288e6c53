package io.keycloakpools.identitypool.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.text.MessageBundles;
import io.keycloakpools.identitypool.json.Position;
import io.keycloakpools.identitypool.lint.SchemaFinding.Severity;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The example schema in Cloudentity's guide "Configuring Identity Pools" (30 September 2022), in
 * which three things are wrong: each is said, and nothing else.
 */
final class GuideExampleTest {

  private static final String TRAILING_COMMA = "},\n},";

  @Test
  void theTrailingCommaIsNamedWithItsPlace() throws IOException {
    assertThat(findings(example()))
        .containsExactly(
            new SchemaFinding(
                Severity.ERROR,
                "",
                new Position(27, 2),
                "identityJsonTrailingComma",
                List.of("}")));
    assertThat(texts(example()))
        .containsExactly("There is a comma before the closing \"}\". Remove the comma.");
  }

  @Test
  void withoutTheCommaTheUndeclaredNameAndTheIdleKeywordAreNamed() throws IOException {
    String example = example().replace(TRAILING_COMMA, "}\n},");

    assertThat(findings(example))
        .containsExactly(
            new SchemaFinding(
                Severity.ERROR,
                "/required/3",
                new Position(35, 5),
                "identityLintRequiredNear",
                List.of("email", "e-mail")),
            new SchemaFinding(
                Severity.WARNING,
                "/properties/custom/minLength",
                new Position(26, 5),
                "identityLintKeywordType",
                List.of("minLength", "string", "boolean")));
    assertThat(texts(example))
        .containsExactly(
            "\"email\" is required but not declared in \"properties\", where \"e-mail\" is declared."
                + " Use the same name for both.",
            "\"minLength\" has no effect here: it is for string, and the type is boolean.");
  }

  @Test
  void correctedItIsAccepted() throws IOException {
    String example = example().replace(TRAILING_COMMA, "}\n},").replace("\"e-mail\"", "\"email\"");

    Compilation compilation = SchemaCompiler.compile(example, SchemaKind.PAYLOAD);

    assertThat(compilation.schema()).isPresent();
    assertThat(compilation.schema().get().fields())
        .containsExactly("family_name", "given_name", "name", "email", "custom");
    assertThat(compilation.schema().get().description()).contains("sample user data schema");
  }

  private static List<SchemaFinding> findings(String text) {
    return SchemaCompiler.compile(text, SchemaKind.PAYLOAD).findings();
  }

  private static List<String> texts(String text) {
    return findings(text).stream()
        .map(each -> MessageBundles.text(each.messageKey(), each.parameters(), Locale.ENGLISH))
        .toList();
  }

  private static String example() throws IOException {
    try (InputStream in = GuideExampleTest.class.getResourceAsStream("guide-example.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
