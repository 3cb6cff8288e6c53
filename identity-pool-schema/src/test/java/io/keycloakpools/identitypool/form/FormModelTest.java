package io.keycloakpools.identitypool.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keycloakpools.identitypool.form.FormField.Access;
import io.keycloakpools.identitypool.form.FormField.Option;
import io.keycloakpools.identitypool.lint.DefaultSchemas;
import io.keycloakpools.identitypool.lint.Schemas;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormModelTest {

  @Test
  void theDefaultIsTheFormThatKeycloakShows() {
    FormModel form = FormModel.of(DefaultSchemas.of(SchemaKind.PAYLOAD));

    assertThat(form.fields())
        .extracting(
            FormField::attribute,
            FormField::kind,
            FormField::label,
            FormField::required,
            field -> field.autocomplete().orElse(""))
        .containsExactly(
            tuple("firstName", InputKind.TEXT, "${firstName}", true, "given-name"),
            tuple("lastName", InputKind.TEXT, "${lastName}", true, "family-name"),
            tuple("email", InputKind.EMAIL, "${email}", true, "email"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      {"type":"string"} | TEXT
      {"type":"string","format":"email"} | EMAIL
      {"type":"string","format":"tel"} | TEL
      {"type":"string","format":"uri"} | URL
      {"type":"string","format":"date"} | DATE
      {"type":["string","null"],"format":"date"} | DATE
      {"type":"string","ui:widget":"textarea"} | TEXTAREA
      {"type":"integer"} | NUMBER
      {"type":"number"} | NUMBER
      {"type":"boolean"} | CHECKBOX
      {"type":"string","enum":["a","b"]} | SELECT
      {"type":"string","enum":["a","b"],"ui:widget":"radio"} | RADIO
      {"oneOf":[{"const":"a","title":"A"}]} | SELECT
      {"type":"string","format":"date-time"} | DATETIME_LOCAL
      {"type":"string","format":"date-time","ui:widget":"text"} | TEXT
      {"type":"array","items":{"enum":["a","b"]}} | CHECKBOXES
      {"type":"array","items":{"enum":["a","b"]},"ui:widget":"checkboxes"} | CHECKBOXES
      {"type":"array","items":{"enum":["a","b"]},"ui:widget":"select"} | MULTI_SELECT
      {"type":"array","items":{"type":"string"}} | LINES
      {"type":"array","items":{"type":"object"}} | JSON
      {"type":"object"} | JSON
      {} | TEXT
      """)
  void eachTypeHasItsInput(String schema, InputKind kind) {
    assertThat(only(schema).kind()).isEqualTo(kind);
  }

  @Test
  void titleAndDescriptionAreLabelAndHelp() {
    FormField field =
        only(
            "{\"type\":\"string\",\"title\":\"Plan\",\"description\":\"What you pay\",\"ui:placeholder\":\"basic\"}");

    assertThat(field.label()).isEqualTo("Plan");
    assertThat(field.help()).contains("What you pay");
    assertThat(field.placeholder()).contains("basic");
  }

  @ParameterizedTest
  @CsvSource({
    "postal_code,Postal code",
    "favouriteColour,Favourite colour",
    "e-mail,E mail",
    "x,X",
    "___,___"
  })
  void aNameWithoutATitleIsMadeReadable(String name, String label) {
    assertThat(
            FormModel.of(Schemas.properties("\"" + name + "\":{\"type\":\"string\"}"))
                .fields()
                .get(0)
                .label())
        .isEqualTo(label);
  }

  @Test
  void limitsAreHintsForTheBrowser() {
    assertThat(only("{\"type\":\"integer\",\"minimum\":1,\"maximum\":1e2}").constraints())
        .satisfies(
            limits -> {
              assertThat(limits.min()).contains("1");
              assertThat(limits.max()).contains("100");
              assertThat(limits.step()).contains("1");
            });
    assertThat(only("{\"type\":\"number\"}").constraints().step()).contains("any");
    assertThat(only("{\"type\":\"number\",\"multipleOf\":0.01}").constraints().step())
        .contains("0.01");
    assertThat(
            only("{\"type\":\"string\",\"minLength\":2,\"maxLength\":9,\"pattern\":\"^[a-z]+$\"}")
                .constraints())
        .satisfies(
            limits -> {
              assertThat(limits.minLength()).contains(2);
              assertThat(limits.maxLength()).contains(9);
              assertThat(limits.pattern()).contains("[a-z]+");
            });
    assertThat(only("{\"type\":\"string\",\"pattern\":\"a|^b$\"}").constraints().pattern())
        .contains(".*(?:a|^b$).*");
  }

  @Test
  void choicesHaveTheirLabels() {
    assertThat(only("{\"enum\":[\"a\",\"b\"],\"ui:enumNames\":[\"Ay\",\"Bee\"]}").options())
        .containsExactly(new Option("a", "Ay"), new Option("b", "Bee"));
    assertThat(only("{\"enum\":[\"a\",2],\"ui:enumNames\":{\"2\":\"Two\"}}").options())
        .containsExactly(new Option("a", "a"), new Option("2", "Two"));
    assertThat(
            only("{\"type\":\"string\",\"oneOf\":[{\"const\":\"a\",\"title\":\"Ay\"},{\"const\":\"b\"}]}")
                .options())
        .containsExactly(new Option("a", "Ay"), new Option("b", "b"));
    assertThat(
            only("{\"type\":\"array\",\"items\":{\"enum\":[\"a\"]},\"ui:enumNames\":[\"Ay\"]}")
                .options())
        .containsExactly(new Option("a", "Ay"));
  }

  @Test
  void aTextThatNamesNoMessageIsKeptFromFormatters() {
    FormModel form =
        FormModel.of(
            Schemas.payload(
                """
                {"type": "object", "description": "${a} and ${b}", "properties": {
                  "plan": {"title": "${a} ${b}", "description": "${", "ui:placeholder": "${c}",
                    "enum": ["${x} ${y}", "z"], "ui:enumNames": ["${", "Z"]}}}
                """));
    FormField plan = form.fields().get(0);

    assertThat(form.header()).contains("$\u2060{a} and $\u2060{b}");
    assertThat(plan.label()).isEqualTo("$\u2060{a} $\u2060{b}");
    assertThat(plan.help()).contains("$\u2060{");
    assertThat(plan.placeholder()).contains("${c}");
    assertThat(plan.options())
        .containsExactly(new Option("${x} ${y}", "$\u2060{"), new Option("z", "Z"));
    assertThat(form.at("/plan")).contains(plan);
    assertThat(form.at("/other")).isEmpty();
  }

  @Test
  void defaultsAreShownAsAttributeValues() {
    assertThat(only("{\"type\":\"integer\",\"default\":5}").defaults()).containsExactly("5");
    assertThat(
            only("{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"default\":[\"a\",\"b\"]}")
                .defaults())
        .containsExactly("a", "b");
    assertThat(only("{\"type\":\"integer\",\"default\":\"x\"}").defaults()).isEmpty();
  }

  @Test
  void fieldsStandAsDeclaredOrAsOrdered() {
    String fields =
        "\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"},\"c\":{\"type\":\"string\"}";

    assertThat(order("", fields)).containsExactly("a", "b", "c");
    assertThat(order("\"ui:order\":[\"c\",\"*\",\"a\"],", fields)).containsExactly("c", "b", "a");
    assertThat(order("\"ui:order\":[\"b\"],", fields)).containsExactly("b", "a", "c");
    assertThat(order("\"ui:order\":[\"b\",\"b\",\"zzz\",\"*\",\"*\"],", fields))
        .containsExactly("b", "a", "c");
  }

  private static List<String> order(String order, String fields) {
    return FormModel.of(
            Schemas.payload("{\"type\":\"object\"," + order + "\"properties\":{" + fields + "}}"))
        .fields()
        .stream()
        .map(FormField::attribute)
        .toList();
  }

  @Test
  void membersOfAnObjectAreFieldsOfAGroup() {
    FormModel form =
        FormModel.of(
            Schemas.payload(
                "{\"type\":\"object\",\"description\":\"Your data\",\"properties\":{\"address\":{\"type\":\"object\",\"title\":\"Home\","
                    + "\"properties\":{\"locality\":{\"type\":\"string\"}},\"required\":[\"locality\"]}}}"));

    assertThat(form.header()).contains("Your data");
    assertThat(form.fields())
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.pointer()).isEqualTo("/address/locality");
              assertThat(field.attribute()).isEqualTo("address.locality");
              assertThat(field.group()).isEqualTo(Optional.of("Home"));
              assertThat(field.required()).as("the object may stay out").isFalse();
            });
  }

  @Test
  void whoSeesAFieldIsSaidByTheSchema() {
    FormModel form =
        FormModel.of(
            Schemas.metadata(
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\",\"readOnly\":true},"
                    + "\"c\":{\"type\":\"string\",\"writeOnly\":true},\"d\":{\"type\":\"string\",\"hidden\":true}}}"));

    assertThat(form.fields())
        .extracting(FormField::access)
        .containsExactly(Access.READ_WRITE, Access.READ_ONLY, Access.WRITE_ONLY, Access.HIDDEN);
  }

  @Test
  void whatHoldsForAnObjectHoldsForItsMembers() {
    String member = "\"properties\":{\"m\":{\"type\":\"string\"}}";
    FormModel form =
        FormModel.of(
            Schemas.properties(
                "\"a\":{\"type\":\"object\",\"readOnly\":true,"
                    + member
                    + "},"
                    + "\"b\":{\"type\":\"object\",\"writeOnly\":true,"
                    + member
                    + "},"
                    + "\"c\":{\"type\":\"object\",\"readOnly\":true,\"properties\":{\"m\":{\"type\":\"object\","
                    + member
                    + "}}},"
                    + "\"d\":{\"type\":\"object\",\"writeOnly\":true,\"properties\":{\"m\":{\"type\":\"string\",\"readOnly\":true}}}"));

    assertThat(form.fields())
        .extracting(FormField::attribute, FormField::access)
        .containsExactly(
            tuple("a.m", Access.READ_ONLY),
            tuple("b.m", Access.WRITE_ONLY),
            tuple("c.m.m", Access.READ_ONLY),
            tuple("d.m", Access.HIDDEN));
    assertThat(form.attributes(Map.of("a.m", List.of("x"), "c.m.m", List.of("x"))))
        .isEqualTo(Map.of("b.m", List.of()));
  }

  /** JSON Schema Validation 2020-12, section 9.4. */
  @Test
  void aFieldIsReadOnlyIfAnyPartSaysSo() {
    assertThat(
            only("{\"type\":\"string\",\"readOnly\":false,\"allOf\":[{\"readOnly\":true}]}")
                .access())
        .isEqualTo(Access.READ_ONLY);
  }

  @Test
  void aLengthThatNoBrowserKnowsIsNoHint() {
    assertThat(only("{\"type\":\"string\",\"maxLength\":4294967297}").constraints().maxLength())
        .isEmpty();
  }

  @Test
  void aSubmittedFormBecomesAttributes() {
    FormModel form =
        FormModel.of(
            Schemas.properties(
                "\"given_name\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\"},\"news\":{\"type\":\"boolean\"},"
                    + "\"terms\":{\"type\":\"boolean\"},\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"
                    + "\"tier\":{\"type\":\"string\",\"readOnly\":true}"));

    Map<String, List<String>> attributes =
        form.attributes(
            Map.of(
                "firstName", List.of("Ada"),
                "age", List.of(""),
                "terms", List.of("on"),
                "tags", List.of("a\r\n\r\n b \n"),
                "tier", List.of("gold"),
                "userPool", List.of("x")));

    assertThat(attributes)
        .isEqualTo(
            Map.of(
                "firstName", List.of("Ada"),
                "age", List.of(),
                "news", List.of("false"),
                "terms", List.of("true"),
                "tags", List.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,2026-01-31T12:00,2026-01-31T12:00:00Z",
    "Europe/Berlin,2026-01-31T12:00,2026-01-31T12:00:00+01:00",
    "Europe/Berlin,2026-07-31T12:00:30,2026-07-31T12:00:30+02:00",
    // The clock skips this hour.
    "Europe/Berlin,2026-03-29T02:30,2026-03-29T03:30:00+02:00",
    // This hour comes twice.
    "Europe/Berlin,2026-10-25T02:30,2026-10-25T02:30:00+02:00",
    "Europe/Berlin,2026-01-31T12:00:00Z,2026-01-31T12:00:00Z",
    "UTC,tomorrow,tomorrow"
  })
  void aTimeThatIsEnteredGetsItsZone(String zone, String entered, String kept) {
    FormField field = time(zone);

    assertThat(field.entered(List.of(entered), List.of())).containsExactly(kept);
    assertThat(field.zoneName()).isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,2026-01-31T12:00:00Z,2026-01-31T12:00",
    "Europe/Berlin,2026-01-31T12:00:00Z,2026-01-31T13:00",
    "Asia/Kolkata,2026-01-31t12:00:05.1234-05:00,2026-01-31T22:30:05.123",
    "UTC,never,never"
  })
  void aTimeIsShownByTheClockAndKeptIfNobodyChangesIt(String zone, String kept, String shown) {
    FormField field = time(zone);

    assertThat(field.shown(List.of(kept))).containsExactly(shown);
    assertThat(field.entered(List.of(shown), List.of(kept))).containsExactly(kept);
  }

  private static FormField time(String zone) {
    return only("{\"type\":\"string\",\"format\":\"date-time\",\"ui:timeZone\":\"" + zone + "\"}");
  }

  @Test
  void aBoxIsRequiredOnlyIfItMustBeTicked() {
    assertThat(required("{\"type\":\"boolean\"}")).isFalse();
    assertThat(required("{\"type\":\"boolean\",\"const\":true}")).isTrue();
    assertThat(required("{\"type\":\"string\"}")).isTrue();
  }

  private static boolean required(String schema) {
    return FormModel.of(
            Schemas.payload(
                "{\"type\":\"object\",\"properties\":{\"f\":" + schema + "},\"required\":[\"f\"]}"))
        .fields()
        .get(0)
        .required();
  }

  private static FormField only(String schema) {
    List<FormField> fields = FormModel.of(Schemas.properties("\"f\":" + schema)).fields();
    assertThat(fields).hasSize(1);
    return fields.get(0);
  }
}
