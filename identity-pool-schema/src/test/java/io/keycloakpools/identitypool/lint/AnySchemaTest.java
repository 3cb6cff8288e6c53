package io.keycloakpools.identitypool.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.text.MessageBundles;
import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.json.JsonText;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.Keywords;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever an admin saves: it is accepted and can be used, or it is refused with a reason. */
final class AnySchemaTest {

  private static final List<String> KEYWORDS =
      Keywords.KNOWN.stream().sorted().collect(Collectors.toList());

  @Property(tries = 300)
  void aSchemaIsUsableOrRefused(@ForAll("schemas") String text) {
    Compilation compilation = SchemaCompiler.compile(text, SchemaKind.METADATA);

    assertThat(compilation.schema().isPresent())
        .isEqualTo(compilation.findings().stream().noneMatch(SchemaFinding::isError));
    assertThat(compilation.findings())
        .allSatisfy(
            finding -> {
              String key = finding.messageKey();
              assertThat(MessageBundles.text(key, finding.parameters(), Locale.ENGLISH))
                  .isNotEqualTo(key)
                  .doesNotContain("{0}");
            });
    if (JsonText.schema(text) instanceof JsonText.Json) {
      assertThat(compilation.findings())
          .allSatisfy(finding -> FindingPlacesTest.assertWritten(text, finding));
    }
    Statistics.label("accepted")
        .collect(compilation.schema().isPresent())
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    compilation.schema().ifPresent(AnySchemaTest::use);
  }

  private static void use(IdentitySchema schema) {
    AttributeCodec codec = AttributeCodec.of(schema);
    FormModel form = FormModel.of(schema);
    Map<String, List<String>> attributes =
        codec.attributeNames().stream()
            .collect(Collectors.toMap(name -> name, name -> List.of("{\"a\":[1]}")));

    assertThat(codec.attributeNames())
        .containsAll(form.fields().stream().map(field -> field.attribute()).toList());
    for (SchemaViolation violation : codec.validate(attributes)) {
      assertThat(MessageBundles.text(violation.messageKey(), violation.parameters(), Locale.GERMAN))
          .isNotEqualTo(violation.messageKey());
    }
  }

  /** Keywords with values that may or may not be theirs; now and then with a character changed. */
  @Provide
  Arbitrary<String> schemas() {
    Arbitrary<String> whole =
        schema(3)
            .map(
                schema ->
                    "{\"type\":\"object\",\"properties\":{\"a\":"
                        + schema
                        + ",\"b\":"
                        + schema
                        + "}}");
    Arbitrary<String> root = members(3).map(members -> "{\"type\":\"object\"" + members + "}");
    Arbitrary<String> changed =
        Combinators.combine(
                whole,
                Arbitraries.integers().between(0, 1000),
                Arbitraries.of("", "\"", "{", ",", "0", "\\"))
            .as(
                (text, at, other) ->
                    text.substring(0, at % text.length())
                        + other
                        + text.substring(at % text.length() + 1));
    return Arbitraries.oneOf(whole, root, changed);
  }

  private static Arbitrary<String> schema(int depth) {
    return members(depth)
        .map(members -> members.isEmpty() ? "true" : "{" + members.substring(1) + "}");
  }

  private static Arbitrary<String> members(int depth) {
    return Arbitraries.of(KEYWORDS)
        .flatMap(keyword -> value(keyword, depth).map(value -> ",\"" + keyword + "\":" + value))
        .list()
        .uniqueElements(member -> member.substring(0, member.indexOf(':')))
        .ofMaxSize(4)
        .map(members -> String.join("", members));
  }

  private static Arbitrary<String> value(String keyword, int depth) {
    Arbitrary<String> any =
        Arbitraries.of(
            "1",
            "0",
            "-1",
            "1.5",
            "true",
            "null",
            "\"a\"",
            "\"string\"",
            "\"^a$\"",
            "\"date\"",
            "[]",
            "[\"a\"]",
            "[\"a\",1,null]",
            "{}",
            "{\"a\":[\"b\"]}",
            "\"#/properties/a\"",
            "\"#\"",
            "[\"string\",\"null\"]",
            "\"object\"",
            "\"array\"");
    if (depth == 0) {
      return any;
    }
    Arbitrary<String> inner = schema(depth - 1);
    Arbitrary<String> fitting =
        Keywords.ONE.contains(keyword)
            ? inner
            : Keywords.LIST.contains(keyword)
                ? inner.list().ofMinSize(1).ofMaxSize(3).map(Object::toString)
                : Keywords.MAP.contains(keyword)
                    ? inner.map(s -> "{\"a\":" + s + ",\"c\":" + s + "}")
                    : any;
    return Arbitraries.frequencyOf(Tuple.of(9, fitting), Tuple.of(1, any));
  }
}
