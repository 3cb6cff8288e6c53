package io.keycloakpools.identitypool.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.identitypool.json.Position;
import io.keycloakpools.identitypool.schema.FieldChange;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a schema when it is saved. */
final class SchemaCompilerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      {"a":1,} | 1 | 7 | identityJsonTrailingComma
      {"a":[1,2,]} | 1 | 10 | identityJsonTrailingComma
      {"a":1,"a":2} | 1 | 8 | identityJsonDuplicate
      {"a":1 | 1 | 7 | identityJsonEnd
      {"a":"b | 1 | 8 | identityJsonEnd
      {"a" 1} | 1 | 6 | identityJsonUnexpected
      {a:1} | 1 | 2 | identityJsonUnexpected
      {'a':1} | 1 | 2 | identityJsonUnexpected
      {"a":01} | 1 | 7 | identityJsonUnexpected
      {"a":NaN} | 1 | 6 | identityJsonUnexpected
      {"a":1} x | 1 | 9 | identityJsonUnexpected
      {"a":1} {} | 1 | 9 | identityJsonAfterEnd
      {"a":"\\ud800"} | 1 | 6 | identityJsonCharacter
      {"a":1e400000} | 1 | 6 | identityJsonNumber
      """)
  void aTextThatIsNotJsonIsRefusedWithThePlace(String text, int line, int column, String key) {
    assertThat(SchemaCompiler.compile(text, SchemaKind.PAYLOAD).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.messageKey()).isEqualTo(key);
              assertThat(finding.position()).isEqualTo(new Position(line, column));
            });
  }

  @ParameterizedTest
  @CsvSource({"'{\n \"a\":1,\n}', 2, 7", "'{\r\n \"a\":1,\r\n}', 2, 7", "'{\r \"a\":1,\r}', 2, 7"})
  void linesEndAsOnAnySystem(String text, int line, int column) {
    assertThat(SchemaCompiler.compile(text, SchemaKind.PAYLOAD).findings().get(0).position())
        .isEqualTo(new Position(line, column));
  }

  /** A schema of an object without its braces and type, and all that is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      "$schema":"https://json-schema.org/draft/2020-12/schema" | []
      "$schema":"https://json-schema.org/draft/2020-12/schema#" | []
      "$schema":"http://json-schema.org/draft-07/schema#" | [/$schema identityLintDialect[http://json-schema.org/draft-07/schema#, https://json-schema.org/draft/2020-12/schema]]
      "$id":"https://example.com/user" | []
      "properties":{"a":{"$id":"x","type":"string"}} | [/properties/a/$id identityLintNotSupported[$id]]
      "$dynamicRef":"#" | [/$dynamicRef identityLintNotSupported[$dynamicRef]]
      "properties":{"a":{"type":"text"}} | [/properties/a/type identityLintMeta[type]]
      "properties":{"a":{"type":"string","minLength":-1}} | [/properties/a/minLength identityLintMeta[minLength]]
      "properties":{"a":5} | [/properties/a identityLintMeta[a]]
      "required":"a" | [/required identityLintMeta[required]]
      "properties":{"a":{"type":"string","pattern":"(?=a)b"}} | [/properties/a/pattern identityLintPattern[(?=a)b]]
      "properties":{"a":{"type":"string","pattern":"(a)\\\\1"}} | [/properties/a/pattern identityLintPattern[(a)\\1]]
      "properties":{"a":{"type":"string","pattern":"("}} | [/properties/a/pattern identityLintPattern[(]]
      "properties":{"a":{"type":"string","pattern":"((x{100}){100}){100}"}} | [/properties/a/pattern identityLintPatternSize[((x{100}){100}){100}]]
      "properties":{"a":{"$ref":"https://example.com/x"}} | [/properties/a identityLintRefRemote[https://example.com/x]]
      "properties":{"a":{"$ref":"classpath:draft-07/schema"}} | [/properties/a identityLintRefRemote[classpath:draft-07/schema]]
      "properties":{"a":{"$ref":"other.json#/a"}} | [/properties/a identityLintRefRemote[other.json#/a]]
      "properties":{"a":{"$ref":"#/$defs/x"}} | [/properties/a identityLintRefMissing[#/$defs/x]]
      "properties":{"a":{"enum":[{}]},"b":{"$ref":"#/properties/a/enum/0"}} | [/properties/b identityLintRefMissing[#/properties/a/enum/0]]
      "properties":{"a":{"$ref":"#"}} | [/properties/a identityLintRefCycle[#]]
      "$ref":"#" | [ identityLintRefCycle[#]]
      "properties":{"a":{"$ref":"#/$defs/x"}},"$defs":{"x":{"$ref":"#/$defs/y"},"y":{"$ref":"#/$defs/x"}} | [/$defs/y identityLintRefCycle[#/$defs/x]]
      "properties":{"e-mail":{"type":"string"}},"required":["email"] | [/required/0 identityLintRequiredNear[email, e-mail]]
      "properties":{"a":{"type":"string"}},"required":["zzz"] | [/required/0 identityLintRequired[zzz]]
      "allOf":[{"properties":{"a":{"type":"string"}}}],"required":["a"] | []
      "properties":{"a":{"type":"object","properties":{"b":{"type":"string"}},"required":["c"]}} | [/properties/a/required/0 identityLintRequired[c]]
      "properties":{"a":{"type":"object","required":["c"]}} | []
      "properties":{"a b":{"type":"string"}} | [/properties/a b identityLintAttributeName[a b]]
      "properties":{"ä":{"type":"string"}} | [/properties/ä identityLintAttributeName[ä]]
      "properties":{"":{"type":"string"}} | [/properties/ identityLintAttributeName[]]
      "properties":{"userPool":{"type":"string"}} | [/properties/userPool identityLintReserved[userPool]]
      "properties":{"USERPOOLUSERID":{"type":"string"}} | [/properties/USERPOOLUSERID identityLintReserved[USERPOOLUSERID]]
      "properties":{"identityPool":{"type":"string"}} | [/properties/identityPool identityLintReserved[identityPool]]
      "properties":{"Email":{"type":"string"}} | [/properties/Email identityLintReserved[Email]]
      "properties":{"enabled":{"type":"boolean"}} | [/properties/enabled identityLintReserved[enabled]]
      "properties":{"password":{"type":"string"}} | [/properties/password identityLintReserved[password]]
      "properties":{"email_verified":{"type":"boolean"}} | [/properties/email_verified identityLintVerified[email_verified]]
      "properties":{"given_name":{"type":"string"},"firstName":{"type":"string"}} | [/properties/firstName identityLintSameAttribute[given_name, firstName, firstName]]
      "properties":{"a.b":{"type":"string"},"a":{"type":"object","properties":{"b":{"type":"string"}}}} | [/properties/a/properties/b identityLintSameAttribute[a.b, b, a.b]]
      "properties":{"a":{"type":"string","format":"e-mail"}} | [/properties/a/format identityLintFormatNear[e-mail, email]]
      "properties":{"a":{"type":"string","format":"zip"}} | [/properties/a/format identityLintFormat[zip]]
      "properties":{"a":{"type":"string","minlength":1}} | [/properties/a/minlength identityLintKeywordNear[minlength, minLength]]
      "properties":{"a":{"type":"string","zebra":1}} | [/properties/a/zebra identityLintKeyword[zebra]]
      "properties":{"a":{"type":"string","x-own":1}} | []
      "properties":{"a":{"type":"string","dependencies":{}}} | [/properties/a/dependencies identityLintKeywordNear[dependencies, dependentRequired]]
      "dependencies":{"a":{"required":["b"]}} | [/dependencies identityLintKeywordNear[dependencies, dependentSchemas]]
      "dependencies":{"a":["b"]} | [/dependencies identityLintKeywordNear[dependencies, dependentRequired]]
      "properties":{"a":{"type":"boolean"},"b":{"type":"string"}},"dependentRequired":{"a":["b"],"b":["a"]} | [/dependentRequired/a identityLintDependsOnBox[a, "if":{"properties":{"a":{"const":true}},"required":["a"]},"then":{"required":["b"]}]]
      "properties":{"a":{"type":"boolean"},"b":{"type":"string"}},"if":{"properties":{"a":{"const":true}},"required":["a"]},"then":{"required":["b"]} | []
      "properties":{"traits":{"type":"object","properties":{"email":{"type":"string","format":"email"},"name":{"type":"string"}}}} | [/properties/traits/properties/email identityLintNested[email]]
      "properties":{"traits":{"type":"object","properties":{"mail":{"type":"string","format":"email"}}}} | [/properties/traits/properties/mail identityLintNested[mail]]
      "properties":{"work":{"type":"object","properties":{"email":{"type":"string"}}},"email":{"type":"string"}} | []
      "properties":{"traits":{"type":"object","properties":{"username":{"type":"string"}}}} | [/properties/traits/properties/username identityLintNested[username]]
      "properties":{"locale":{"type":"string","enum":["en"]},"preferred_username":{"type":"string"}} | []
      "properties":{"tryAnotherWay":{"type":"string"}} | [/properties/tryAnotherWay identityLintTaken[tryAnotherWay]]
      "title":"${a}","description":"${a} and ${b}" | [/description identityLintText[${a} and ${b}]]
      "title":"{0}","description":"it's {" | []
      "properties":{"a":{"type":["integer","null"],"pattern":"a"}} | [/properties/a/pattern identityLintKeywordType[pattern, string, integer, null]]
      "properties":{"a":{}} | [/properties/a identityLintNoType[a]]
      "properties":{"a":{"type":"string","hidden":true}} | [/properties/a/hidden identityLintHidden[]]
      "properties":{"a":{"type":"integer","default":"x"}} | [/properties/a/default identityLintDefault["x"]]
      "properties":{"a":{"type":"string","enum":["x",1]}} | [/properties/a/enum identityLintChoice[1]]
      "properties":{"a":{"type":"string","enum":["enum"],"default":"enum"}} | []
      "patternProperties":{"^x":{"type":"string"}} | [/patternProperties identityLintOpen[patternProperties]]
      "additionalProperties":true | [/additionalProperties identityLintOpen[additionalProperties]]
      "additionalProperties":false | []
      """)
  void aSchemaIsLookedThrough(String members, String found) {
    assertThat(Schemas.findings("{\"type\":\"object\"," + members + "}").toString())
        .isEqualTo(found.replace("\\\\", "\\"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      {} | [ identityLintRoot[]]
      {"type":"string"} | [/type identityLintRoot[]]
      {"type":["object"]} | [/type identityLintRoot[]]
      [] | [ identityLintRoot[]]
      true | [ identityLintRoot[]]
      """)
  void aSchemaDescribesAnObject(String schema, String found) {
    assertThat(Schemas.findings(schema)).hasToString(found);
  }

  @Test
  void inAMetadataSchemaFieldsMayBeHiddenAndVerified() {
    String text =
        "{\"type\":\"object\",\"properties\":{\"email_verified\":{\"type\":\"boolean\"},"
            + "\"tier\":{\"type\":\"string\",\"hidden\":true}}}";

    Compilation compilation = SchemaCompiler.compile(text, SchemaKind.METADATA);

    assertThat(compilation.findings()).isEmpty();
    assertThat(compilation.schema().orElseThrow().hiddenFields()).containsExactly("tier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
      true | false | "preferred_username":{"type":"string"} | [identityLintUsername]
      true | false | "username":{"type":"string"} | [identityLintUsername]
      true | false | "locale":{"enum":["en"]} | []
      false | true | "username":{"type":"string"} | []
      false | true | "locale":{"type":"string"} | []
      false | true | "locale":{"type":"string","pattern":"^en"} | [identityLintLocale]
      false | true | "locale":{"type":"integer"} | [identityLintLocale]
      false | true | "locale":{"type":"string","readOnly":true} | [identityLintLocale]
      """)
  void aNameThatASwitchOfTheRealmGivesAMeaningIsNamed(
      boolean emailAsUsername, boolean internationalized, String field, String found) {
    String text = "{\"type\":\"object\",\"properties\":{" + field + "}}";

    assertThat(
            SchemaCompiler.compile(
                    text, SchemaKind.PAYLOAD, new RealmSwitches(emailAsUsername, internationalized))
                .findings())
        .allSatisfy(finding -> assertThat(finding.isError()).isFalse())
        .extracting(SchemaFinding::messageKey)
        .hasToString(found);
  }

  @Test
  void anErrorComesBeforeAWarning() {
    String text =
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"format\":\"zip\"}},"
            + "\"required\":[\"b\"]}";

    assertThat(SchemaCompiler.compile(text, SchemaKind.PAYLOAD).findings())
        .extracting(SchemaFinding::isError)
        .containsExactly(true, false);
  }

  @Test
  void aChangeIsNamedByField() {
    IdentitySchema before =
        Schemas.payload(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"},\"c\":{\"type\":\"string\"}},\"required\":[\"a\"]}");
    IdentitySchema after =
        Schemas.payload(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"integer\"},\"d\":{\"type\":\"string\"}},\"required\":[\"b\"]}");

    assertThat(FieldChange.between(before, after))
        .containsExactly(
            new FieldChange(FieldChange.Kind.NO_LONGER_REQUIRED, "a"),
            new FieldChange(FieldChange.Kind.NOW_REQUIRED, "b"),
            new FieldChange(FieldChange.Kind.CHANGED, "b"),
            new FieldChange(FieldChange.Kind.ADDED, "d"),
            new FieldChange(FieldChange.Kind.REMOVED, "c"));
    assertThat(FieldChange.between(before, before)).isEmpty();
  }
}
