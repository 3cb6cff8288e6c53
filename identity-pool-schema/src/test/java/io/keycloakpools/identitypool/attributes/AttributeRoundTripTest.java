package io.keycloakpools.identitypool.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.json.Numbers;
import io.keycloakpools.identitypool.lint.Schemas;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any schema, any document that is valid by it, any attributes: nothing is lost on the way. */
final class AttributeRoundTripTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A schema and a document made for it. */
  record Sample(String schema, ObjectNode document) {
    IdentitySchema compiled() {
      return Schemas.payload(schema);
    }
  }

  /** The schema of a member, and values of it. */
  record Member(String schema, Arbitrary<JsonNode> values) {}

  @Property(tries = 400)
  void aValidDocumentIsTheSameAfterItWasAttributes(@ForAll("samples") Sample sample) {
    IdentitySchema schema = sample.compiled();
    AttributeCodec codec = AttributeCodec.of(schema);
    assertThat(schema.validate(sample.document())).isEmpty();

    AttributeCodec.Encoded encoded = codec.toAttributes(sample.document());
    AttributeCodec.Decoded decoded = codec.toDocument(encoded.attributes());

    assertThat(encoded.violations()).isEmpty();
    assertThat(decoded.violations()).isEmpty();
    assertThat(decoded.document()).isEqualTo(sample.document());
    assertThat(codec.attributeNames()).containsAll(encoded.attributes().keySet());
    assertThat(encoded.attributes().values())
        .allSatisfy(values -> assertThat(values).isNotEmpty().noneMatch(String::isBlank));
  }

  @Property(tries = 400)
  void attributesAreTheSameAfterTheyWereADocument(@ForAll("samples") Sample sample) {
    AttributeCodec codec = AttributeCodec.of(sample.compiled());
    Map<String, List<String>> attributes = codec.toAttributes(sample.document()).attributes();

    assertThat(codec.toAttributes(codec.toDocument(attributes).document()).attributes())
        .isEqualTo(attributes);
  }

  /**
   * What a person typed or another system wrote need not be the one form of it; once it is, it
   * stays.
   */
  @Property(tries = 400)
  void anyAttributesBecomeADocumentThatStaysAsItIs(
      @ForAll("samples") Sample sample, @ForAll("anyValues") List<List<String>> values) {
    AttributeCodec codec = AttributeCodec.of(sample.compiled());
    Map<String, List<String>> attributes = new TreeMap<>();
    int i = 0;
    for (String name : codec.attributeNames()) {
      attributes.put(name, values.get(i++ % values.size()));
    }

    ObjectNode document = codec.toDocument(attributes).document();
    AttributeCodec.Encoded encoded = codec.toAttributes(document);

    if (encoded.violations().isEmpty()) {
      assertThat(codec.toDocument(encoded.attributes()).document()).isEqualTo(document);
    } else {
      assertThat(codec.validate(attributes)).isNotEmpty();
    }
  }

  /** A text of a field that is only text is never changed. */
  @Property(tries = 400)
  void aTextStaysWhatItIs(@ForAll("storable") String text) {
    AttributeCodec codec = AttributeCodec.of(Schemas.properties("\"f\":{\"type\":\"string\"}"));
    Map<String, List<String>> attributes = Map.of("f", List.of(text));

    JsonNode value = codec.toDocument(attributes).document().path("f");

    if (!text.isBlank() && !text.startsWith("\"")) {
      assertThat(value.textValue()).isEqualTo(text);
    }
    ObjectNode document = NODES.objectNode().put("f", text);
    assertThat(codec.toDocument(codec.toAttributes(document).attributes()).document())
        .isEqualTo(document);
  }

  @Provide
  Arbitrary<List<List<String>>> anyValues() {
    Arbitrary<String> likely =
        Arbitraries.of(
            "",
            " ",
            "1",
            "01",
            "1.0",
            "true",
            "null",
            "[]",
            "[1]",
            "{}",
            "\"\"",
            "\"a\"",
            "[",
            "{",
            "\"",
            "{\"m0\":1}",
            "\"\\\"\\\"\"",
            "-",
            "1e5",
            "a");
    return Arbitraries.oneOf(likely, storable())
        .list()
        .ofMaxSize(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<Sample> samples() {
    return members(2)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .flatMap(
            members ->
                document(members)
                    .map(
                        document ->
                            new Sample(
                                "{\"type\":\"object\",\"properties\":{" + schemas(members) + "}}",
                                document)));
  }

  private static String schemas(List<Member> members) {
    return java.util.stream.IntStream.range(0, members.size())
        .mapToObj(i -> "\"m" + i + "\":" + members.get(i).schema())
        .collect(Collectors.joining(","));
  }

  /** Each member is there or not. */
  private static Arbitrary<ObjectNode> document(List<Member> members) {
    List<Arbitrary<List<JsonNode>>> values =
        members.stream()
            .<Arbitrary<List<JsonNode>>>map(member -> member.values().list().ofMaxSize(1))
            .toList();
    return Combinators.combine(values)
        .as(
            chosen -> {
              ObjectNode document = NODES.objectNode();
              for (int i = 0; i < chosen.size(); i++) {
                String name = "m" + i;
                chosen.get(i).forEach(value -> document.set(name, value));
              }
              return document;
            });
  }

  private static Arbitrary<Member> members(int depth) {
    Member text = new Member("{\"type\":\"string\"}", texts());
    Member integer = new Member("{\"type\":\"integer\"}", integers());
    Member number = new Member("{\"type\":\"number\"}", Arbitraries.oneOf(integers(), decimals()));
    Member bool = new Member("{\"type\":\"boolean\"}", booleans());
    Member any = new Member("{}", anything(2));
    Member nullable =
        new Member("{\"type\":[\"string\",\"null\"]}", Arbitraries.oneOf(texts(), nulls()));
    Member mixed =
        new Member(
            "{\"type\":[\"string\",\"integer\",\"boolean\"]}",
            Arbitraries.oneOf(texts(), integers(), booleans()));
    Member choice =
        new Member(
            "{\"enum\":[\"a\",\"1\",1,true,null,\"null\",[1],{\"a\":\"1\"}]}",
            Arbitraries.of(
                    "\"a\"", "\"1\"", "1", "true", "null", "\"null\"", "[1]", "{\"a\":\"1\"}")
                .map(Schemas::json));
    Member alternatives =
        new Member(
            "{\"oneOf\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}",
            Arbitraries.oneOf(texts(), integers()));
    Member free = new Member("{\"type\":\"object\"}", objects(2));
    List<Member> simple =
        List.of(text, integer, number, bool, any, nullable, mixed, choice, alternatives, free);
    Arbitrary<Member> members = Arbitraries.of(simple);
    if (depth == 0) {
      return members;
    }
    Arbitrary<Member> inner = members(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(4, members),
        Tuple.of(2, inner.map(AttributeRoundTripTest::listOf)),
        Tuple.of(1, inner.list().ofMinSize(1).ofMaxSize(3).map(AttributeRoundTripTest::objectOf)));
  }

  private static Member listOf(Member item) {
    return new Member(
        "{\"type\":\"array\",\"items\":" + item.schema() + "}",
        item.values()
            .list()
            .ofMaxSize(4)
            .map(
                values -> {
                  ArrayNode array = NODES.arrayNode();
                  values.forEach(array::add);
                  return array;
                }));
  }

  /** With a member now and then that is not declared. */
  private static Member objectOf(List<Member> members) {
    Arbitrary<JsonNode> values =
        Combinators.combine(document(members), texts().list().ofMaxSize(1))
            .as(
                (document, extra) -> {
                  ObjectNode copy = document.deepCopy();
                  extra.forEach(value -> copy.set("extra", value));
                  return copy;
                });
    Arbitrary<JsonNode> nullable =
        Arbitraries.frequencyOf(Tuple.of(9, values), Tuple.of(1, nulls()));
    return new Member(
        "{\"type\":[\"object\",\"null\"],\"properties\":{" + schemas(members) + "}}", nullable);
  }

  @Provide
  Arbitrary<String> storable() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars("äßé€\t\n\u00a0\u2003\"\\[]{}")
        .ofMaxLength(12);
  }

  private static Arbitrary<JsonNode> texts() {
    Arbitrary<String> tricky =
        Arbitraries.of(
            "",
            " ",
            "\t",
            "\"\"",
            "\" \"",
            "\"\\\"\\\"\"",
            "null",
            "true",
            "1",
            "1.0",
            "-1E+5",
            "[]",
            "{}",
            "[\"a\"]",
            "\"a\"",
            "𝒂",
            "[",
            "\"");
    return Arbitraries.oneOf(tricky, new AttributeRoundTripTest().storable())
        .map(text -> (JsonNode) NODES.textNode(text));
  }

  /** As the reader of JSON makes them. */
  private static Arbitrary<JsonNode> integers() {
    return Arbitraries.bigIntegers()
        .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
        .map(value -> Numbers.read(value.toString()).orElseThrow());
  }

  private static Arbitrary<JsonNode> decimals() {
    return Combinators.combine(
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)),
            Arbitraries.integers().between(-40, 40).filter(scale -> scale != 0))
        .as((unscaled, scale) -> (JsonNode) DecimalNode.valueOf(new BigDecimal(unscaled, scale)));
  }

  private static Arbitrary<JsonNode> booleans() {
    return Arbitraries.of(true, false).map(value -> (JsonNode) NODES.booleanNode(value));
  }

  private static Arbitrary<JsonNode> nulls() {
    return Arbitraries.just(NODES.nullNode());
  }

  private static Arbitrary<JsonNode> objects(int depth) {
    return Arbitraries.maps(Arbitraries.of("a", "b", "", "c d", "e/f"), anything(depth - 1))
        .ofMaxSize(3)
        .map(
            members -> {
              ObjectNode object = NODES.objectNode();
              members.forEach(object::set);
              return object;
            });
  }

  private static Arbitrary<JsonNode> anything(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(texts(), integers(), decimals(), booleans(), nulls());
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonNode> arrays =
        anything(depth - 1)
            .list()
            .ofMaxSize(3)
            .map(
                values -> {
                  ArrayNode array = NODES.arrayNode();
                  values.forEach(array::add);
                  return array;
                });
    return Arbitraries.oneOf(scalars, arrays, objects(depth));
  }
}
