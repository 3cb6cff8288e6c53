package io.keycloakpools.identitypool.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.identitypool.lint.Schemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a document that has to be one of several kinds. */
final class AlternativesTest {

  private static final String PERSON =
      "{\"properties\":{\"kind\":{\"const\":\"person\"},\"born\":{\"type\":\"string\",\"format\":\"date\"}},"
          + "\"required\":[\"kind\",\"born\"]}";
  private static final String COMPANY =
      "{\"properties\":{\"kind\":{\"enum\":[\"company\",\"club\"]},\"vat\":{\"type\":\"string\"},"
          + "\"terms\":{\"const\":true}},\"required\":[\"kind\",\"vat\"]}";
  private static final String FIELDS =
      "\"kind\":{\"type\":\"string\"},\"born\":{\"type\":\"string\"},\"vat\":{\"type\":\"string\"},"
          + "\"terms\":{\"type\":\"boolean\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      {"kind":"person","born":"1815-12-10"} | []
      {"kind":"person"} | [/born Required]
      {"kind":"person","born":"x"} | [/born Format.date]
      {"kind":"company"} | [/vat Required]
      {"kind":"club","terms":false} | [/terms Const, /vat Required]
      {"kind":"company","vat":"1","terms":true} | []
      {"kind":"ghost"} | [/kind Enum]
      {"vat":"1"} | [/kind Required]
      {} | [/kind Required]
      """)
  void theKindThatFitsIsMeant(String document, String found) {
    String oneOf = "\"oneOf\":[" + PERSON + "," + COMPANY + "]";

    assertThat(
            violations(
                "{\"type\":\"object\",\"properties\":{" + FIELDS + "}," + oneOf + "}", document))
        .isEqualTo(found);
    // The same behind a reference, in an object, and in each item of a list.
    String definition = ",\"$defs\":{\"k\":{" + oneOf + "}}";
    assertThat(
            violations(
                "{\"type\":\"object\",\"properties\":{\"o\":{\"type\":\"object\",\"allOf\":[{\"$ref\":\"#/$defs/k\"}]}}"
                    + definition
                    + "}",
                "{\"o\":" + document + "}"))
        .isEqualTo(found.replace("/", "/o/"));
    assertThat(
            violations(
                "{\"type\":\"object\",\"properties\":{\"l\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/k\"}}}"
                    + definition
                    + "}",
                "{\"l\":[{\"kind\":\"person\",\"born\":\"1815-12-10\"}," + document + "]}"))
        .isEqualTo(found.replace("/", "/l/1/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      "anyOf":[{"required":["a"]},{"required":["b"]}] | {} | [ AnyOf]
      "anyOf":[{"required":["a","b"]},{"required":["a","c"]}] | {} | [/a Required]
      "oneOf":[{"required":["a"]},{"required":["b"]}] | {"a":"1","b":"2"} | [ OneOf]
      "properties":{"a":{"oneOf":[{"const":"x","title":"X"},{"const":"y"}]}} | {"a":"z"} | [/a Enum]
      "properties":{"a":{"anyOf":[{"type":"integer"},{"type":"null"}]}} | {"a":"z"} | [/a AnyOf]
      "oneOf":[{"properties":{"a":{"const":"1"}},"oneOf":[{"properties":{"b":{"const":"1"},"c":{"minLength":3}}},{"properties":{"b":{"const":"2"}}}]},{"properties":{"a":{"const":"2"}}}] | {"a":"1","b":"1","c":"x"} | [/c MinLength]
      "properties":{"anyOf":{"type":"object","properties":{"x":{"type":"string"}}}} | {"anyOf":{"x":1}} | [/anyOf/x Type.string]
      """)
  void otherwiseItIsSaidOnce(String members, String document, String found) {
    assertThat(
            violations("{\"type\":\"object\"," + members + "," + declared(members) + "}", document))
        .isEqualTo(found);
  }

  /** Fields that the alternatives name, if the schema itself declares none. */
  private static String declared(String members) {
    return members.startsWith("\"properties\"")
        ? "\"minProperties\":0"
        : "\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"},\"c\":{\"type\":\"string\"}}";
  }

  private static String violations(String schema, String document) {
    return Schemas.payload(schema).validate(Schemas.json(document)).stream()
        .map(each -> each.pointer() + " " + each.messageKey().replace("identitySchema", ""))
        .sorted()
        .toList()
        .toString();
  }
}
