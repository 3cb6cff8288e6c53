package io.keycloakpools.identitypool.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.text.MessageBundles;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.lint.DefaultSchemas;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import io.keycloakpools.identitypool.lint.Schemas;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents held to schemas: a table over the keywords. */
final class IdentitySchemaTest {

  /** Schema of the field {@code f}, a value that fits, one that does not, and what is said then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      {"type":"string"} | "a" | 1 | type | Type.string |
      {"type":"integer"} | 1.0 | 1.5 | type | Type.integer |
      {"type":"integer"} | 12345678901234567890123 | "1" | type | Type.integer |
      {"type":"number"} | 1.5 | "1.5" | type | Type.number |
      {"type":"boolean"} | true | "true" | type | Type.boolean |
      {"type":"array"} | [] | {} | type | Type.array |
      {"type":"object"} | {} | [] | type | Type.object |
      {"type":"null"} | null | 0 | type | Type.null |
      {"type":["string","null"]} | null | 1 | type | Type.string |
      {"type":["string","integer"]} | 1 | true | type | Type.several |
      {"minLength":2} | "𝒂𝒂" | "𝒂" | minLength | MinLength | 2
      {"maxLength":1} | "𝒂" | "𝒂𝒂" | maxLength | MaxLength | 1
      {"pattern":"^[a-z]+$"} | "abc" | "ABC" | pattern | Pattern |
      {"pattern":"b"} | "abc" | "ac" | pattern | Pattern |
      {"pattern":"^\\\\u0041$"} | "A" | "B" | pattern | Pattern |
      {"format":"email"} | "a@example.com" | "a@" | format | Format.email |
      {"format":"date"} | "2024-02-29" | "2023-02-29" | format | Format.date |
      {"format":"date-time"} | "2024-02-29T12:00:00Z" | "2024-02-29 12:00" | format | Format.date-time |
      {"format":"time"} | "12:00:00Z" | "25:00:00Z" | format | Format.time |
      {"format":"uri"} | "https://example.com/" | "example" | format | Format.uri |
      {"format":"tel"} | "+49 (30) 123-45" | "call me" | format | Format.tel |
      {"format":"uuid"} | "123e4567-e89b-12d3-a456-426614174000" | "123" | format | Format.uuid |
      {"format":"ipv4"} | "127.0.0.1" | "127.0.0.256" | format | Format.other | ipv4
      {"format":"hostname"} | "example.com" | "-" | format | Format.other | hostname
      {"enum":["a","b",1]} | 1.0 | "c" | enum | Enum |
      {"const":"yes"} | "yes" | "no" | const | Const | yes
      {"const":true} | true | false | const | Const | true
      {"minimum":1.5} | 1.5 | 1.49 | minimum | Minimum | 1.5
      {"maximum":10} | 10.0 | 10.01 | maximum | Maximum | 10
      {"exclusiveMinimum":1} | 1.01 | 1 | exclusiveMinimum | ExclusiveMinimum | 1
      {"exclusiveMaximum":1} | 0.99 | 1.0 | exclusiveMaximum | ExclusiveMaximum | 1
      {"multipleOf":0.01} | 19.99 | 19.999 | multipleOf | MultipleOf | 0.01
      {"multipleOf":7} | 21 | 22 | multipleOf | MultipleOf | 7
      {"multipleOf":2} | 9007199254740992 | 9007199254740993 | multipleOf | MultipleOf | 2
      {"multipleOf":0.5} | 12345678901234567890.5 | 12345678901234567890.25 | multipleOf | MultipleOf | 0.5
      {"maximum":9007199254740992} | 9007199254740992 | 9007199254740993 | maximum | Maximum | 9007199254740992
      {"exclusiveMaximum":1} | 0.99999999999999999999999 | 1.00 | exclusiveMaximum | ExclusiveMaximum | 1
      {"minItems":1} | [1] | [] | minItems | MinItems | 1
      {"maxItems":1} | [1] | [1,2] | maxItems | MaxItems | 1
      {"uniqueItems":true} | [1,"1",2] | [1,1.0] | uniqueItems | UniqueItems |
      {"contains":{"const":1}} | [2,1] | [2] | minContains | MinContains | 1
      {"contains":{"const":1},"maxContains":1} | [1] | [1,1] | maxContains | MaxContains | 1
      {"prefixItems":[true],"items":false} | [1] | [1,2] | items | MoreItems |
      {"minProperties":1} | {"a":1} | {} | minProperties | MinProperties | 1
      {"maxProperties":1} | {"a":1} | {"a":1,"b":1} | maxProperties | MaxProperties | 1
      {"not":{"const":1}} | 2 | 1 | not | Not |
      {"anyOf":[{"type":"string"},{"minimum":5}]} | 5 | 4 | anyOf | AnyOf |
      {"oneOf":[{"minimum":5},{"multipleOf":2}]} | 4 | 6 | oneOf | OneOf |
      {"oneOf":[{"const":"a","title":"A"},{"const":"b","title":"B"}]} | "a" | "c" | oneOf | Enum |
      """)
  void aValueIsHeldToItsKeyword(
      String schema, String good, String bad, String keyword, String key, String limit) {
    IdentitySchema identity = Schemas.properties("\"f\":" + schema);

    assertThat(identity.validate(Schemas.json("{\"f\":" + good + "}"))).isEmpty();
    assertThat(identity.validate(Schemas.json("{\"f\":" + bad + "}")))
        .containsExactly(
            new SchemaViolation(
                "/f",
                "f",
                keyword,
                "identitySchema" + key,
                limit == null ? List.of("f") : List.of("f", limit)));
  }

  /** Schema, a document that fits, one that does not, where, and what is said then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      "properties":{"a":{}},"required":["a"] | {"a":1} | {} | /a | required
      "properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]} | {"b":1} | {"a":1} | /b | dependentRequired
      "properties":{"a":{}},"dependentSchemas":{"a":{"properties":{"b":{"type":"string"}},"required":["b"]}} | {} | {"a":1} | /b | required
      "properties":{"a":{}},"additionalProperties":false | {"a":1} | {"b":1} | /b | additionalProperties
      "properties":{"a":{}},"unevaluatedProperties":false | {"a":1} | {"b/c":1} | /b~1c | unevaluatedProperties
      "properties":{"a":{"propertyNames":{"maxLength":1}}} | {"a":{"b":1}} | {"a":{"bb":1}} | /a/bb | propertyNames
      "properties":{"a":{"patternProperties":{"^x":{"type":"string"}}}} | {"a":{"x":"1"}} | {"a":{"x":1}} | /a/x | type
      "properties":{"a":{"items":{"type":"string"}}} | {"a":["x"]} | {"a":["x",1]} | /a/1 | type
      "properties":{"a":false} | {} | {"a":1} | /a | false
      "properties":{"vip":{"type":"boolean"},"a":{}},"if":{"properties":{"vip":{"const":true}},"required":["vip"]},"then":{"required":["a"]} | {"vip":false} | {"vip":true} | /a | required
      "properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}] | {"b":1} | {} | '' | anyOf
      "properties":{"a":{"$ref":"#/$defs/short"}},"$defs":{"short":{"maxLength":1}} | {"a":"x"} | {"a":"xx"} | /a | maxLength
      "properties":{"a":{"$ref":"#s","minLength":1}},"$defs":{"short":{"$anchor":"s","maxLength":1}} | {"a":"x"} | {"a":"xx"} | /a | maxLength
      """)
  void aDocumentIsHeldToItsSchema(
      String schema, String good, String bad, String pointer, String keyword) {
    IdentitySchema identity = Schemas.payload("{\"type\":\"object\"," + schema + "}");

    assertThat(identity.validate(Schemas.json(good))).isEmpty();
    assertThat(identity.validate(Schemas.json(bad)))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(pointer.replace("'", ""));
              assertThat(violation.keyword()).isEqualTo(keyword);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"a\"", "null", "true"})
  void aDocumentIsAnObject(String document) {
    assertThat(Schemas.properties("\"a\":{}").validate(Schemas.json(document)))
        .singleElement()
        .satisfies(violation -> assertThat(violation.keyword()).isEqualTo("type"));
  }

  @Test
  void everythingWrongIsSaidAtOnceEachOnItsField() {
    List<SchemaViolation> violations =
        DefaultSchemas.of(SchemaKind.PAYLOAD)
            .validate(Schemas.json("{\"given_name\":\"\",\"email\":\"x\"}"));

    assertThat(violations)
        .extracting(SchemaViolation::field, SchemaViolation::keyword)
        .containsExactlyInAnyOrder(
            tuple("given_name", "minLength"),
            tuple("family_name", "required"),
            tuple("email", "format"));
  }

  @Test
  void noMoreViolationsAreReportedThanTheBound() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putArray("a")
        .addAll(
            IntStream.range(0, 900)
                .mapToObj(i -> (JsonNode) JsonNodeFactory.instance.numberNode(i))
                .toList());
    IdentitySchema schema = Schemas.properties("\"a\":{\"items\":{\"type\":\"string\"}}");

    assertThat(schema.validate(document)).hasSize(Bounds.VIOLATIONS);
  }

  @Test
  void aViolationIsPutIntoWordsInBothLanguages() {
    SchemaViolation violation =
        Schemas.properties("\"age\":{\"minimum\":18}")
            .validate(Schemas.json("{\"age\":17}"))
            .get(0);

    assertThat(text(violation, Locale.ENGLISH)).isEqualTo("Please enter 18 or more.");
    assertThat(text(violation, Locale.GERMANY)).isEqualTo("Bitte geben Sie 18 oder mehr ein.");
    assertThat(text(violation, Locale.FRENCH)).isEqualTo("Please enter 18 or more.");
  }

  private static String text(SchemaViolation violation, Locale locale) {
    return MessageBundles.text(violation.messageKey(), violation.parameters(), locale);
  }

  @Test
  void aUserOfKeycloakWithNamesAndEmailFitsTheDefault() {
    String user =
        "{\"given_name\":\"Ada\",\"family_name\":\"Lovelace\",\"email\":\"ada@example.com\"}";

    assertThat(DefaultSchemas.of(SchemaKind.PAYLOAD).validate(Schemas.json(user))).isEmpty();
    assertThat(DefaultSchemas.of(SchemaKind.METADATA).validate(Schemas.json("{}"))).isEmpty();
  }

  @Test
  void theDefaultsAreWithoutFindings() {
    for (SchemaKind kind : SchemaKind.values()) {
      assertThat(SchemaCompiler.compile(DefaultSchemas.text(kind), kind).findings()).isEmpty();
    }
  }
}
