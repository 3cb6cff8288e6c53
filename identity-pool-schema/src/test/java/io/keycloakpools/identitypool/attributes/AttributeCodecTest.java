package io.keycloakpools.identitypool.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.lint.Schemas;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single cases; AttributeRoundTripTest has those of any value. */
final class AttributeCodecTest {

  /** Schema of the field {@code f}, its value, and the values of the attribute, comma between. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      {"type":"string"} | "a" | a
      {"type":"string"} | "1" | 1
      {"type":"string"} | "null" | null
      {"type":"string"} | "\\"Bob\\"" | "Bob"
      {"type":"string"} | "" | ""
      {"type":"string"} | "  " | "  "
      {"type":"string"} | "\\"\\"" | "\\"\\""
      {"type":"integer"} | 12345678901234567890123 | 12345678901234567890123
      {"type":"integer"} | 1.0 | 1.0
      {"type":"number"} | 0.10 | 0.10
      {"type":"number"} | 1E+3 | 1E+3
      {"type":"number"} | -0.0000001 | -1E-7
      {"type":"boolean"} | false | false
      {"type":"null"} | null | null
      {"type":["string","null"]} | null | null
      {"type":["string","null"]} | "null" | "null"
      {"type":["string","null"]} | "nil" | nil
      {"type":["string","integer"]} | 1 | 1
      {"type":["string","integer"]} | "1" | "1"
      {"type":["string","integer"]} | "1.5" | 1.5
      {"enum":["a",1,null,true]} | 1 | 1
      {"const":"x"} | "x" | x
      {"const":5} | 5 | 5
      {} | 5 | 5
      {} | "5" | "5"
      {"oneOf":[{"type":"integer"},{"type":"boolean"}]} | true | true
      {"anyOf":[{"type":"integer"},{"type":"string","maxLength":3}]} | 7 | 7
      {"allOf":[{"type":"string"},{"maxLength":3}]} | "7" | 7
      {"type":"array","items":{"type":"string"}} | ["a","b"] | a,b
      {"type":"array","items":{"type":"string"}} | [] | []
      {"type":"array","items":{"type":"string"}} | ["[]"] | ["[]"]
      {"type":"array","items":{"type":"string"}} | ["[x"] | [x
      {"type":"array","items":{"type":"string"}} | ["a",""] | a,""
      {"type":"array","items":{"type":"integer"}} | [1,2] | 1,2
      {"type":"array","items":{"type":"boolean"}} | [true] | true
      {"type":"array","items":{"type":["integer","null"]}} | [1,null] | 1,null
      {"type":"array","items":{"type":"object"}} | [{"a":1}] | [{"a":1}]
      {"type":"array"} | [1] | [1]
      {"type":["array","null"],"items":{"type":"string"}} | null | null
      {"type":"object"} | {"a":{"b":[1]}} | {"a":{"b":[1]}}
      {"type":"object","patternProperties":{"^x":{}}} | {"x1":1} | {"x1":1}
      {"type":"object","properties":{"a":{}},"additionalProperties":true} | {"a":1} | {"a":1}
      {"type":"object","properties":{"a":{"type":"string"}}} | {} | {}
      {"type":"object","properties":{"a":{"type":"string"}}} | {"a":"x","b":1} | {"a":"x","b":1}
      """)
  void aValueIsAnAttributeAndBack(String schema, String value, String attribute) {
    AttributeCodec codec = AttributeCodec.of(Schemas.properties("\"f\":" + schema));
    ObjectNode document = Schemas.object("{\"f\":" + value + "}");

    AttributeCodec.Encoded encoded = codec.toAttributes(document);

    assertThat(encoded.violations()).isEmpty();
    assertThat(String.join(",", encoded.attributes().get("f"))).isEqualTo(attribute);
    assertThat(codec.toDocument(encoded.attributes()))
        .isEqualTo(new AttributeCodec.Decoded(document, List.of()));
  }

  /** Schema of the field {@code f}, values of the attribute, and what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      {"type":"integer"} | abc | Type.integer
      {"type":"integer"} | 1.5 | Type.integer
      {"type":"integer"} | 01 | Type.integer
      {"type":"integer"} | 1e400000 | Type.integer
      {"type":"number"} | NaN | Type.number
      {"type":"number"} | 1,5 | Single
      {"type":"boolean"} | yes | Type.boolean
      {"type":"string"} | a,b | Single
      {"type":"array","items":{"type":"integer"}} | 1,x | Lines.integer
      {"type":"array","items":{"type":"number"}} | x | Lines.number
      {"type":"array","items":{"type":"boolean"}} | yes | Lines.boolean
      {"type":"array","items":{"type":["integer","boolean"]}} | x | Lines.several
      {"type":"object"} | {"a" | Type.object
      """)
  void aValueThatDoesNotFitIsAViolationOfItsField(String schema, String values, String key) {
    AttributeCodec codec = AttributeCodec.of(Schemas.properties("\"f\":" + schema));

    List<SchemaViolation> violations = codec.validate(Map.of("f", List.of(values.split(","))));

    assertThat(violations)
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo("/f");
              assertThat(violation.messageKey()).isEqualTo("identitySchema" + key);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "given_name,firstName",
    "family_name,lastName",
    "preferred_username,username",
    "email,email",
    "phone_number,phone_number",
    "firstName,firstName",
    "username,username",
    "name,name"
  })
  void claimsOfOpenIdConnectAreTheFieldsOfKeycloak(String field, String attribute) {
    AttributeCodec codec =
        AttributeCodec.of(Schemas.properties("\"" + field + "\":{\"type\":\"string\"}"));

    assertThat(codec.attributeNames()).containsExactly(attribute);
    assertThat(codec.toAttributes(Schemas.object("{\"" + field + "\":\"x\"}")).attributes())
        .isEqualTo(Map.of(attribute, List.of("x")));
    assertThat(codec.attributeOf("/" + field)).contains(attribute);
  }

  @Test
  void anObjectOfKnownNamesIsAnAttributeForEach() {
    AttributeCodec codec = AttributeCodec.of(address());
    ObjectNode document =
        Schemas.object("{\"address\":{\"locality\":\"Bonn\",\"geo\":{\"lat\":50.7}}}");

    AttributeCodec.Encoded encoded = codec.toAttributes(document);

    assertThat(encoded.attributes())
        .isEqualTo(Map.of("address.locality", List.of("Bonn"), "address.geo.lat", List.of("50.7")));
    assertThat(codec.toDocument(encoded.attributes()).document()).isEqualTo(document);
    assertThat(codec.attributeNames())
        .containsExactly("address", "address.locality", "address.geo", "address.geo.lat");
    assertThat(codec.attributeOf("/address/geo/lat")).contains("address.geo.lat");
    assertThat(codec.attributeOf("/address/other")).contains("address");
    assertThat(codec.attributeOf("")).isEmpty();
    assertThat(codec.attributeOf("/other")).isEmpty();
  }

  @Test
  void aMemberWrittenBesideTheWholeObjectGoesBeforeIt() {
    AttributeCodec codec = AttributeCodec.of(address());

    assertThat(
            codec
                .toDocument(
                    Map.of(
                        "address", List.of("{\"locality\":\"Bonn\",\"other\":1}"),
                        "address.locality", List.of("Köln")))
                .document())
        .isEqualTo(Schemas.object("{\"address\":{\"locality\":\"Köln\",\"other\":1}}"));
  }

  private static IdentitySchema address() {
    return Schemas.properties(
        "\"address\":{\"type\":\"object\",\"properties\":{\"locality\":{\"type\":\"string\"},"
            + "\"geo\":{\"type\":\"object\",\"properties\":{\"lat\":{\"type\":\"number\"}}}}}");
  }

  @Test
  void attributesThatTheSchemaDoesNotDeclareAreNotInTheDocument() {
    AttributeCodec codec = AttributeCodec.of(Schemas.properties("\"a\":{\"type\":\"string\"}"));

    assertThat(
            codec
                .toDocument(
                    Map.of(
                        "a",
                        List.of("x"),
                        "locale",
                        List.of("de"),
                        "userPool",
                        List.of("1"),
                        "b",
                        List.of("", " ")))
                .document())
        .isEqualTo(Schemas.object("{\"a\":\"x\"}"));
  }

  @Test
  void whatTheSchemaDoesNotDeclareIsNotWritten() {
    AttributeCodec codec = AttributeCodec.of(Schemas.properties("\"a\":{\"type\":\"string\"}"));

    AttributeCodec.Encoded encoded =
        codec.toAttributes(Schemas.object("{\"a\":\"x\",\"userPool\":\"1\"}"));

    assertThat(encoded.attributes()).isEqualTo(Map.of("a", List.of("x")));
    assertThat(encoded.violations())
        .extracting(SchemaViolation::pointer, SchemaViolation::keyword)
        .containsExactly(tuple("/userPool", "additionalProperties"));
  }

  @Test
  void aValueLongerThanKeycloakKeepsIsNotWritten() {
    AttributeCodec codec =
        AttributeCodec.of(
            Schemas.properties("\"a\":{\"type\":\"string\"},\"given_name\":{\"type\":\"string\"}"));

    AttributeCodec.Encoded fits =
        codec.toAttributes(
            Schemas.object(
                "{\"a\":\"" + "x".repeat(2048) + "\",\"given_name\":\"" + "x".repeat(255) + "\"}"));
    AttributeCodec.Encoded tooLong =
        codec.toAttributes(
            Schemas.object(
                "{\"a\":\"" + "x".repeat(2049) + "\",\"given_name\":\"" + "x".repeat(256) + "\"}"));

    assertThat(fits.violations()).isEmpty();
    assertThat(tooLong.attributes()).isEmpty();
    assertThat(tooLong.violations())
        .extracting(SchemaViolation::field, SchemaViolation::parameters)
        .containsExactly(
            tuple("a", List.of("a", "2048")), tuple("given_name", List.of("given_name", "255")));
  }

  @Test
  void aNameOfSpacesIsNoName() {
    AttributeCodec codec =
        AttributeCodec.of(Schemas.properties("\"given_name\":{\"type\":\"string\"}"));

    assertThat(codec.toAttributes(Schemas.object("{\"given_name\":\" \"}")).violations())
        .extracting(SchemaViolation::messageKey)
        .containsExactly("identitySchemaBlank");
  }

  @Test
  void typesThatDependOnAConditionAreAllRead() {
    AttributeCodec codec =
        AttributeCodec.of(
            Schemas.payload(
                "{\"type\":\"object\",\"properties\":{\"kind\":{\"enum\":[\"a\",\"b\"]}},"
                    + "\"if\":{\"properties\":{\"kind\":{\"const\":\"a\"}}},"
                    + "\"then\":{\"properties\":{\"n\":{\"type\":\"integer\"}}},"
                    + "\"else\":{\"properties\":{\"n\":{\"type\":\"string\"},\"vat\":{\"type\":\"string\"}}}}"));

    assertThat(codec.validate(Map.of("kind", List.of("a"), "n", List.of("5")))).isEmpty();
    assertThat(codec.validate(Map.of("kind", List.of("b"), "n", List.of("x"), "vat", List.of("5"))))
        .isEmpty();
    assertThat(codec.validate(Map.of("kind", List.of("a"), "n", List.of("x")))).hasSize(1);
  }

  @Test
  void whatDoesNotFitItsTypeIsNotAlsoMissing() {
    AttributeCodec codec =
        AttributeCodec.of(
            Schemas.payload(
                "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"},\"m\":{\"type\":\"integer\"}},\"required\":[\"n\",\"m\"]}"));

    assertThat(codec.validate(Map.of("n", List.of("x"))))
        .extracting(SchemaViolation::pointer, SchemaViolation::keyword)
        .containsExactly(tuple("/n", "type"), tuple("/m", "required"));
  }

  @Test
  void hiddenAttributesAreThoseOfHiddenFieldsAndWhatIsInThem() {
    AttributeCodec codec =
        AttributeCodec.of(
            Schemas.metadata(
                "{\"type\":\"object\",\"properties\":{\"tier\":{\"type\":\"string\"},\"risk\":{\"type\":\"object\",\"hidden\":true,"
                    + "\"properties\":{\"score\":{\"type\":\"integer\"}}}}}"));

    assertThat(codec.hiddenAttributeNames()).containsExactly("risk", "risk.score");
  }

  private static final String REQUIRED =
      "{\"type\":\"object\",\"properties\":{\"%1$s\":{\"type\":\"string\"}},\"required\":[\"%1$s\"]}";

  @Test
  void usersWhomANewSchemaWouldFailAreCounted() {
    IdentitySchema present = Schemas.properties("\"a\":{\"type\":\"string\",\"maxLength\":3}");
    IdentitySchema next =
        Schemas.payload(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"a\"]}");
    ImpactCounter count =
        new ImpactCounter(List.of(AttributeCodec.of(present)), List.of(AttributeCodec.of(next)));

    count.add("fits", Map.of("a", List.of("12")));
    count.add("newly", Map.of("a", List.of("x")));
    count.add("missing", Map.of());
    count.add("already", Map.of("a", List.of("xxxx")));

    SchemaImpact impact = count.impact();
    assertThat(impact.examined()).isEqualTo(4);
    assertThat(impact.failing()).isEqualTo(3);
    assertThat(impact.newlyFailing()).isEqualTo(2);
    assertThat(impact.examples())
        .extracting(SchemaImpact.Example::userId)
        .containsExactly("newly", "missing");
  }

  @Test
  void whomSeveralSchemasFailIsCountedOnce() {
    AttributeCodec one = AttributeCodec.of(Schemas.payload(REQUIRED.formatted("a")));
    AttributeCodec other = AttributeCodec.of(Schemas.payload(REQUIRED.formatted("b")));
    ImpactCounter count = new ImpactCounter(List.of(), List.of(one, other));

    count.add("neither", Map.of());
    count.add("half", Map.of("a", List.of("x")));
    count.add("fits", Map.of("a", List.of("x"), "b", List.of("x")));

    SchemaImpact impact = count.impact();
    assertThat(impact.newlyFailing()).isEqualTo(2);
    assertThat(impact.examples())
        .extracting(each -> each.violations().size())
        .containsExactly(2, 1);
  }

  @Test
  void schemasOfAPoolMustNotShareAnAttribute() {
    AttributeCodec payload =
        AttributeCodec.of(
            Schemas.properties(
                "\"given_name\":{\"type\":\"string\"},\"tier\":{\"type\":\"string\"},"
                    + "\"address\":{\"type\":\"object\",\"properties\":{\"locality\":{\"type\":\"string\"}}}"));
    AttributeCodec metadata =
        AttributeCodec.of(
            Schemas.metadata(
                "{\"type\":\"object\",\"properties\":{\"firstName\":{\"type\":\"string\"},"
                    + "\"risk\":{\"type\":\"integer\"},\"address\":{\"type\":\"object\"}}}"));

    assertThat(payload.shared(metadata)).containsExactly("firstName", "address");
    assertThat(metadata.shared(payload)).containsExactly("firstName", "address");
  }

  @Test
  void ofAnObjectThatIsMissingItsRequiredMembersAreNeeded() {
    AttributeCodec codec =
        AttributeCodec.of(
            Schemas.properties(
                """
                "address": {"type": "object", "required": ["country", "geo"], "properties": {
                  "street": {"type": "string"}, "country": {"type": "string"},
                  "geo": {"type": "object", "required": ["lat"], "properties": {
                    "lat": {"type": "number"}, "lon": {"type": "number"}}}}},
                "free": {"type": "object", "properties": {
                  "a": {"type": "string"}, "b": {"type": "string"}}},
                "any": {"type": "object"}, "text": {"type": "string"}
                """));

    assertThat(codec.needed("/address")).containsExactly("/address/country", "/address/geo/lat");
    assertThat(codec.needed("/free")).containsExactly("/free/a");
    assertThat(codec.needed("/any")).isEmpty();
    assertThat(codec.needed("/text")).isEmpty();
    assertThat(codec.needed("/nothing")).isEmpty();
  }
}
