package io.keycloakpools.identitypool.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.JsonText;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.json.Position;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A finding has the pointer, the line and the column of what the admin wrote. */
final class FindingPlacesTest {

  /** Schema with a gap for the members of a part of it, and the pointer of that part. */
  private record Place(String text, String pointer) {}

  /**
   * A part that breaks a rule.
   *
   * @param members of the part
   * @param pointer from the part to what is wrong
   */
  private record Fault(String members, String key, String pointer) {}

  private static final String OTHER = "\"properties\":{\"z\":{\"type\":\"string\"}}";

  /** Where a part says something about the user. */
  private static final List<Place> OF_USER =
      List.of(
          new Place("{\"type\":\"object\",\n GAP\n}", ""),
          new Place("{\"type\":\"object\",\n \"allOf\":[{},{\n  GAP}]}", "/allOf/1"),
          new Place("{\"type\":\"object\",\"anyOf\":[\n{ GAP }]}", "/anyOf/0"),
          new Place("{\"type\":\"object\",\"oneOf\":[{ GAP }]}", "/oneOf/0"),
          new Place("{\"type\":\"object\",\"if\":{},\"then\":{ GAP }}", "/then"),
          new Place("{\"type\":\"object\",\"if\":{},\"then\":{},\"else\":{ GAP }}", "/else"),
          new Place(
              "{\"type\":\"object\"," + OTHER + ",\"dependentSchemas\":{\"z\":{ GAP }}}",
              "/dependentSchemas/z"),
          new Place(
              "{\"type\":\"object\",\"allOf\":[{\"$ref\":\"#/$defs/a\"}],\n\"$defs\":{\"a\":{ GAP }}}",
              "/$defs/a"),
          new Place(
              "{\"type\":\"object\",\"$ref\":\"#a\",\"$defs\":{\"a\":{\"$anchor\":\"a\", GAP }}}",
              "/$defs/a"),
          new Place(
              "{\"type\":\"object\",\"then\":{\"title\":\"T\",\"$ref\":\"#/$defs/a\"},\"if\":{},"
                  + "\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b~1c\"},\"b/c\":{\n GAP }}}",
              "/$defs/b~1c"),
          new Place(
              "{\"type\":\"object\",\"allOf\":[{\"oneOf\":[{\"allOf\":[{ GAP }]}]}]}",
              "/allOf/0/oneOf/0/allOf/0"));

  /** Where it says something about an object of the user. */
  private static final List<Place> OF_OBJECT =
      List.of(
          new Place(
              "{\"type\":\"object\",\"properties\":{\"o\":{\"type\":\"object\", GAP }}}",
              "/properties/o"),
          new Place(
              "{\"type\":\"object\",\"properties\":{\"o\":{\"title\":\"O\",\"$ref\":\"#/$defs/a\"}},"
                  + "\"$defs\":{\"a\":{\"type\":\"object\", GAP }}}",
              "/$defs/a"),
          new Place(
              "{\"type\":\"object\",\"allOf\":[{\"properties\":{\"o\":{\"minProperties\":0,"
                  + "\"$ref\":\"#/$defs/a\"}}}],\"$defs\":{\"a\":{\"type\":\"object\", GAP }}}",
              "/$defs/a"),
          new Place(
              "{\"type\":\"object\",\"properties\":{\"o\":{\"type\":\"object\",\"if\":{},\"then\":{ GAP }}}}",
              "/properties/o/then"));

  private static final List<Fault> OF_ANY =
      List.of(
          field("a", "{}", "identityLintNoType", ""),
          field("a", "true", "identityLintNoType", ""),
          field("a", "{\"type\":\"string\",\"zebra\":1}", "identityLintKeyword", "/zebra"),
          field(
              "a",
              "{\"type\":\"string\",\"minlength\":1}",
              "identityLintKeywordNear",
              "/minlength"),
          field(
              "a",
              "{\"type\":\"boolean\",\"pattern\":\"a\"}",
              "identityLintKeywordType",
              "/pattern"),
          field(
              "a",
              "{\"type\":\"string\",\"pattern\":\"(?=a)\"}",
              "identityLintPattern",
              "/pattern"),
          field("a", "{\"type\":\"string\",\"format\":\"zip\"}", "identityLintFormat", "/format"),
          field(
              "a",
              "{\"type\":\"string\",\"format\":\"e-mail\"}",
              "identityLintFormatNear",
              "/format"),
          field("a", "{\"type\":\"integer\",\"default\":\"x\"}", "identityLintDefault", "/default"),
          field("a", "{\"type\":\"string\",\"enum\":[\"x\",1]}", "identityLintChoice", "/enum"),
          field("a", "{\"type\":\"string\",\"const\":1}", "identityLintChoice", "/const"),
          field("a", "{\"type\":\"string\",\"hidden\":true}", "identityLintHidden", "/hidden"),
          field("a", "{\"type\":\"string\",\"title\":\"${a} ${b}\"}", "identityLintText", "/title"),
          field(
              "a",
              "{\"type\":\"string\",\"enum\":[\"x\"],\"ui:enumNames\":[\"${\"]}",
              "identityLintText",
              "/ui:enumNames/0"),
          field(
              "a",
              "{\"type\":\"string\",\"enum\":[\"x\"],\"ui:enumNames\":{\"x\":\"${\"}}",
              "identityLintText",
              "/ui:enumNames/x"),
          field("a", "{\"type\":\"text\"}", "identityLintMeta", "/type"),
          field("a", "{\"type\":\"string\",\"$id\":\"x\"}", "identityLintNotSupported", "/$id"),
          field("a", "{\"$ref\":\"https://example.com/\"}", "identityLintRefRemote", ""),
          field("a", "{\"$ref\":\"#/$defs/none\"}", "identityLintRefMissing", ""),
          field("a", "{\"$ref\":\"#\"}", "identityLintRefCycle", ""),
          field(
              "a",
              "{\"type\":\"object\",\"properties\":{\"email\":{\"type\":\"string\"}}}",
              "identityLintNested",
              "/properties/email"),
          new Fault(
              "\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\",\"zzzzz\"]",
              "identityLintRequired",
              "/required/1"),
          new Fault(
              "\"properties\":{\"e-mail\":{\"type\":\"string\"}},\"required\":[\"email\"]",
              "identityLintRequiredNear",
              "/required/0"),
          new Fault(
              "\"properties\":{\"a\":{\"type\":\"boolean\"},\"b\":{\"type\":\"string\"}},"
                  + "\"dependentRequired\":{\"a\":[\"b\"]}",
              "identityLintDependsOnBox",
              "/dependentRequired/a"),
          new Fault(
              "\"properties\":{\"a\":{\"type\":\"boolean\"}},\"dependentSchemas\":{\"a\":{}}",
              "identityLintDependsOnBox",
              "/dependentSchemas/a"));

  private static final List<Fault> OF_USER_ONLY =
      List.of(
          field("a b", "{\"type\":\"string\"}", "identityLintAttributeName", ""),
          field("enabled", "{\"type\":\"boolean\"}", "identityLintReserved", ""),
          field("email_verified", "{\"type\":\"boolean\"}", "identityLintVerified", ""),
          field("cancel-aia", "{\"type\":\"string\"}", "identityLintTaken", ""),
          field("preferred_username", "{\"type\":\"string\"}", "identityLintUsername", ""),
          field("locale", "{\"type\":\"string\",\"enum\":[\"en\"]}", "identityLintLocale", ""),
          new Fault(
              "\"properties\":{\"given_name\":{\"type\":\"string\"},\"firstName\":{\"type\":\"string\"}}",
              "identityLintSameAttribute",
              "/properties/firstName"));

  static Stream<Arguments> faults() {
    Stream<Arguments> any =
        Stream.concat(OF_USER.stream(), OF_OBJECT.stream())
            .flatMap(place -> OF_ANY.stream().map(fault -> Arguments.of(place, fault)));
    Stream<Arguments> ofUser =
        OF_USER.stream()
            .flatMap(place -> OF_USER_ONLY.stream().map(fault -> Arguments.of(place, fault)));
    return Stream.concat(any, ofUser);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsWhereItWasWritten(Place place, Fault fault) {
    String text = place.text().replace("GAP", fault.members());

    List<SchemaFinding> findings = compile(text).findings();

    assertThat(findings)
        .as(text)
        .extracting(finding -> finding.messageKey() + " " + finding.pointer())
        .contains(fault.key() + " " + place.pointer() + fault.pointer());
    assertThat(findings).allSatisfy(finding -> assertWritten(text, finding));
  }

  @Test
  void behindAReferenceAKeywordIsWhereItStands() {
    String text =
        """
        {"type": "object",
         "properties": {
           "a": {"title": "A", "default": "here", "$ref": "#/$defs/number"},
           "b": {"title": "B", "$ref": "#/$defs/number"}},
         "$defs": {"number": {"type": "integer", "default": "there"}}}
        """;

    assertThat(compile(text).findings())
        .extracting(SchemaFinding::pointer)
        .containsExactly("/properties/a/default", "/$defs/number/default");
  }

  @Test
  void whatIsWrongWithTheWholeIsAtItsBeginning() {
    assertThat(compile(" ").findings().get(0).position()).isEqualTo(new Position(1, 1));
    assertThat(compile("x".repeat(Bounds.SCHEMA_BYTES + 1)).findings().get(0).position())
        .isEqualTo(new Position(1, 1));
    assertThat(compile("\n []").findings().get(0).position()).isEqualTo(new Position(2, 2));
  }

  private static Compilation compile(String text) {
    return SchemaCompiler.compile(text, SchemaKind.PAYLOAD, new RealmSwitches(true, true));
  }

  /** The pointer resolves, and at the position stands the name, or the value of a list. */
  static void assertWritten(String text, SchemaFinding finding) {
    JsonNode root = ((JsonText.Json) JsonText.document(text)).root();
    JsonNode value = root.at(finding.pointer());
    assertThat(value.isMissingNode()).as(finding.toString()).isFalse();
    String line = text.lines().toList().get(finding.position().line() - 1);
    String last = finding.pointer().substring(finding.pointer().lastIndexOf('/') + 1);
    boolean ofList = root.at(Pointers.parent(finding.pointer())).isArray();
    String there =
        finding.pointer().isEmpty()
            ? "{"
            : ofList
                ? value.isTextual() ? value.toString() : value.toString().substring(0, 1)
                : TextNode.valueOf(Pointers.unescape(last)).toString();
    assertThat(line.substring(finding.position().column() - 1))
        .as(finding.toString())
        .startsWith(there);
  }

  private static Fault field(String name, String schema, String key, String pointer) {
    return new Fault(
        "\"properties\":{\"" + name + "\":" + schema + "}", key, "/properties/" + name + pointer);
  }
}
