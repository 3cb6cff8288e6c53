package io.keycloakpools.identitypool.profile.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.lint.Schemas;
import io.keycloakpools.identitypool.profile.rules.Placement.Move;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.userprofile.UserProfileContext;

final class SchemaErrorsTest {

  private static final AttributeCodec CODEC =
      codec(
          """
          {
            "type": "object",
            "properties": {
              "preferred_username": {"type": "string", "maxLength": 8},
              "email": {"type": "string", "maxLength": 20},
              "city": {"type": "string", "enum": ["Oslo", "Rome"]},
              "plan": {"type": "string", "enum": ["free", "paid"]},
              "locale": {"type": "string", "maxLength": 2},
              "address": {
                "type": "object",
                "properties": {"street": {"type": "string"}, "zip": {"type": "string"}},
                "required": ["street", "zip"]
              }
            },
            "required": ["city"]
          }
          """);

  private static final AttributeCodec TWO_MEMBERS =
      codec(
          """
          {"type": "object", "properties": {"address": {
            "type": "object",
            "minProperties": 2,
            "properties": {"street": {"type": "string"}, "zip": {"type": "string"}}}}}
          """);

  private static final Map<String, List<String>> GOOD = Map.of("city", List.of("Oslo"));
  private static final Map<String, List<String>> BAD_PLAN =
      Map.of("city", List.of("Oslo"), "plan", List.of("golden"));

  /** Every attribute is shown; users may write all but the plan. */
  private UserProfileContext context = UserProfileContext.UPDATE_PROFILE;

  private boolean emailAsUsername;
  private Move move = Move.NONE;
  private Optional<Map<String, List<String>>> stored = Optional.of(GOOD);
  private Set<String> readOnly = Set.of("plan");
  private Set<String> missing = Set.of("address");

  @Nested
  final class Users {

    @Test
    void readTheirMistakesOnTheField() {
      assertThat(errors(Map.of("city", List.of("Bonn")))).containsExactly("city enum /city");
      assertThat(errors(Map.of())).containsExactly("city required /city");
      assertThat(errors(GOOD)).isEmpty();
    }

    @Test
    void areNotAskedToFixWhatTheyMayNotWrite() {
      stored = Optional.of(BAD_PLAN);

      assertThat(errors(BAD_PLAN)).isEmpty();
    }

    @Test
    void areToldWhenTheirChangeBreaksWhatTheyMayNotWrite() {
      assertThat(errors(BAD_PLAN)).containsExactly("plan enum /plan");
    }

    @Test
    void areToldOfAnotherViolationAtTheSamePlace() {
      AttributeCodec codec =
          codec(
              """
              {"type": "object", "properties": {
                "plan": {"type": "string", "minLength": 3, "maxLength": 5}}}
              """);
      stored = Optional.of(Map.of("plan", List.of("a")));

      assertThat(errors(codec, Map.of("plan", List.of("a")))).isEmpty();
      assertThat(errors(codec, Map.of("plan", List.of("golden"))))
          .containsExactly("plan maxLength /plan");
    }

    @Test
    void areToldOfTheSameViolationAtAnotherPlace() {
      AttributeCodec codec =
          codec(
              """
              {"type": "object", "properties": {
                "plan": {"type": "string", "enum": ["free"]},
                "tier": {"type": "string", "enum": ["gold"]}}}
              """);
      readOnly = Set.of("plan", "tier");
      stored = Optional.of(Map.of("plan", List.of("paid")));

      assertThat(errors(codec, Map.of("plan", List.of("paid"), "tier", List.of("iron"))))
          .containsExactly("tier enum /tier");
    }

    @Test
    void whoAreNewAreNotAskedForWhatTheyMayNotWrite() {
      context = UserProfileContext.REGISTRATION;
      stored = Optional.empty();

      assertThat(errors(BAD_PLAN)).isEmpty();
      assertThat(errors(Map.of("city", List.of("Bonn")))).containsExactly("city enum /city");
    }

    @Test
    void readOtherMistakesAboveTheFormOfAPage() {
      missing = Set.of("city", "plan", "address");
      readOnly = Set.of();

      assertThat(errors(Map.of())).containsExactly("global required /city");
    }

    @Test
    void readOtherMistakesOnTheFirstFieldThatTheyWriteInTheConsole() {
      context = UserProfileContext.ACCOUNT;
      missing = Set.of("city", "plan", "address");
      readOnly = Set.of("username");

      assertThat(errors(Map.of())).containsExactly("email required /city");

      missing = Set.of("city", "plan", "address", "username");
      readOnly = Set.of("plan");
      assertThat(errors(Map.of())).containsExactly("email required /city");
    }

    @Test
    void readOtherMistakesOnTheFirstFieldIfTheyWriteNone() {
      context = UserProfileContext.ACCOUNT;
      missing = Set.of("city", "username");
      readOnly = CODEC.attributeNames();

      assertThat(errors(Map.of())).containsExactly("email required /city");
    }

    @Test
    void readOtherMistakesOnTheUsernameIfThereIsNoField() {
      context = UserProfileContext.ACCOUNT;
      missing = CODEC.attributeNames();

      assertThat(errors(Map.of())).containsExactly("username required /city");
    }

    @Test
    void areNotAskedForWhatHasNoFieldUnlessAllFieldsAreTheirs() {
      missing = Set.of("city", "address");
      stored = Optional.of(Map.of());

      assertThat(errors(Map.of())).as("one field is not theirs").isEmpty();

      readOnly = Set.of();
      assertThat(errors(Map.of())).containsExactly("global required /city");

      missing = Set.of("city", "address", "plan");
      readOnly = Set.of("plan");
      assertThat(errors(Map.of())).as("the other field has no place in the form").hasSize(1);
    }

    @Test
    void readAboveTheFormWhatThePageFillsIn() {
      assertThat(errors(Map.of("city", List.of("Oslo"), "locale", List.of("eng"))))
          .containsExactly("global maxLength /locale");

      context = UserProfileContext.REGISTRATION;
      assertThat(errors(Map.of("city", List.of("Oslo"), "locale", List.of("eng"))))
          .containsExactly("locale maxLength /locale");
    }

    @Test
    void readWhatAnObjectLacksOnItsMembers() {
      assertThat(errors(Map.of("city", List.of("Oslo"), "address.zip", List.of("0150"))))
          .containsExactly("address.street required /address/street");
    }

    @Test
    void readAMissingObjectOnTheMembersThatAreShown() {
      AttributeCodec codec =
          codec(
              """
              {
                "type": "object",
                "properties": {
                  "address": {
                    "type": "object",
                    "properties": {"street": {"type": "string"}, "zip": {"type": "string"}},
                    "required": ["street", "zip"]
                  }
                },
                "required": ["address"]
              }
              """);

      assertThat(errors(codec, Map.of()))
          .containsExactly(
              "address.street required /address/street", "address.zip required /address/zip");

      missing = Set.of("address", "address.zip");
      assertThat(errors(codec, Map.of()))
          .containsExactly("address.street required /address/street");

      missing = Set.of("address", "address.zip", "address.street");
      assertThat(errors(codec, Map.of())).containsExactly("global required /address");
    }

    @Test
    void readMistakesOfAnObjectOnItsFirstMember() {
      assertThat(errors(TWO_MEMBERS, Map.of("address.zip", List.of("0150"))))
          .containsExactly("address.street minProperties /address");
    }
  }

  @Nested
  final class ThePageForANewAddress {

    private static final Map<String, List<String>> LONG =
        Map.of("email", List.of("somebody.with.a.long@example.com"), "plan", List.of("golden"));

    @Test
    void validatesNothingElse() {
      context = UserProfileContext.UPDATE_EMAIL;

      assertThat(errors(LONG)).containsExactly("email maxLength /email");
    }
  }

  @Nested
  final class Admins {

    @Test
    void readEveryMistake() {
      context = UserProfileContext.USER_API;
      stored = Optional.of(BAD_PLAN);

      assertThat(errors(BAD_PLAN)).containsExactly("plan enum /plan");
      assertThat(errors(Map.of())).containsExactly("city required /city");
    }

    @Test
    void whoChooseAPoolAreAskedForNothingThatTheFormDoesNotHave() {
      context = UserProfileContext.USER_API;
      move = Move.CHOSEN;

      assertThat(errors(Map.of())).isEmpty();
      assertThat(errors(Map.of("city", List.of(" ")))).isEmpty();
      assertThat(errors(Map.of("city", List.of("Bonn")))).containsExactly("city enum /city");
      assertThat(errors(Map.of("city", List.of("Oslo"), "address.zip", List.of("0150"))))
          .as("a part of the object was sent, the other is asked for later")
          .isEmpty();
    }

    @Test
    void whoChooseAPoolReadMistakesOfAnObjectOfWhichAMemberWasSent() {
      context = UserProfileContext.USER_API;
      move = Move.CHOSEN;

      assertThat(errors(TWO_MEMBERS, Map.of("address.zip", List.of("0150"))))
          .containsExactly("address.street minProperties /address");
    }

    @Test
    void whoCreateAUserInAPoolReadEveryMistake() {
      context = UserProfileContext.USER_API;
      move = Move.JOINS;
      stored = Optional.empty();

      assertThat(errors(Map.of())).containsExactly("city required /city");
    }
  }

  @Nested
  final class TheUsername {

    private static final Map<String, List<String>> LONG =
        Map.of("city", List.of("Oslo"), "username", List.of("much.too.long"));

    @Test
    void isValidated() {
      assertThat(errors(LONG)).containsExactly("username maxLength /preferred_username");
    }

    @Test
    void isIgnoredWhereTheAddressReplacesIt() {
      emailAsUsername = true;

      assertThat(errors(LONG)).isEmpty();
      assertThat(errors(Map.of("city", List.of("Bonn")))).containsExactly("city enum /city");
    }
  }

  private List<String> errors(Map<String, List<String>> values) {
    return errors(CODEC, values);
  }

  private List<String> errors(AttributeCodec codec, Map<String, List<String>> values) {
    return new SchemaErrors(
            new Writing(context, emailAsUsername, true),
            move,
            values,
            stored,
            name -> !readOnly.contains(name),
            name -> !missing.contains(name))
        .of(codec).stream()
            .map(
                error ->
                    error.attribute()
                        + " "
                        + error.violation().keyword()
                        + " "
                        + error.violation().pointer())
            .toList();
  }

  private static AttributeCodec codec(String schema) {
    return AttributeCodec.of(Schemas.payload(schema));
  }
}
