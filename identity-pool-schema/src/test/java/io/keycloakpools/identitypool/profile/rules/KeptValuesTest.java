package io.keycloakpools.identitypool.profile.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.lint.Schemas;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.userprofile.UserProfileContext;

final class KeptValuesTest {

  private static final FormModel FORM =
      FormModel.of(
          Schemas.properties(
              """
              "pin": {"type": "string", "writeOnly": true},
              "city": {"type": "string"}
              """));

  private static final Map<String, List<String>> STORED =
      Map.of("pin", List.of("1234"), "city", List.of("Rome"), "score", List.of("7"));

  @Nested
  final class SentByAUser {

    @Test
    void invisibleAttributesAreIgnoredUnderEitherName() {
      assertThat(sent(Map.of("score", "9", "user.attributes.score", "9", "city", "Oslo")))
          .doesNotContainKeys("score", "user.attributes.score")
          .containsEntry("city", "Oslo");
    }

    @Test
    void aBlankWriteOnlyFieldKeepsItsValue() {
      List<String> kept = List.of("1234");

      assertThat(sent(Map.of("pin", " "))).containsEntry("pin", kept);
      assertThat(sent(Map.of("pin", List.of()))).containsEntry("pin", kept);
      assertThat(sent(Map.of())).containsEntry("pin", kept);
    }

    @Test
    void aWriteOnlyFieldTakesANewValue() {
      assertThat(sent(Map.of("pin", List.of("9999")))).containsEntry("pin", List.of("9999"));
    }

    @Test
    void aWriteOnlyFieldWithoutAStoredValueStaysEmpty() {
      assertThat(KeptValues.sentByUser(Map.of(), Set.of(), FORM.fields(), Map.of()))
          .isEqualTo(Map.of("pin", List.of()));
    }

    @Test
    void otherFieldsMayBeEmptied() {
      assertThat(sent(Map.of("city", ""))).containsEntry("city", "");
    }

    private static Map<String, Object> sent(Map<String, Object> sent) {
      return KeptValues.sentByUser(sent, Set.of("score"), FORM.fields(), STORED);
    }
  }

  @Nested
  final class Saved {

    @Test
    void attributesThatTheProfileDoesNotHaveStayWhereUnsentOnesDo() {
      assertThat(saved(UserProfileContext.UPDATE_PROFILE, Map.of("city", List.of("Oslo"))))
          .containsEntry("city", List.of("Oslo"))
          .containsEntry("score", List.of("7"));
      assertThat(saved(UserProfileContext.USER_API, Map.of("city", List.of("Oslo"))))
          .doesNotContainKey("score");
    }

    @Test
    void alsoThoseOfKeycloak() {
      Map<String, List<String>> stored = Map.of("email", List.of("a@example.com"));

      assertThat(saved(UserProfileContext.UPDATE_PROFILE, Map.of(), stored)).isEqualTo(stored);
      assertThat(saved(UserProfileContext.USER_API, Map.of(), stored)).isEmpty();
    }

    @Test
    void anAttributeWithoutValuesStaysButForThoseOfKeycloak() {
      Map<String, List<String>> sent = Map.of("city", List.of(), "email", List.of());
      Map<String, List<String>> stored =
          Map.of("city", List.of("Rome"), "email", List.of("a@example.com"));

      assertThat(saved(UserProfileContext.UPDATE_PROFILE, sent, stored))
          .containsEntry("city", List.of("Rome"))
          .containsEntry("email", List.of());
      assertThat(saved(UserProfileContext.ACCOUNT, sent, stored)).isEqualTo(sent);
    }

    @Test
    void aBlankValueEmptiesAnAttribute() {
      assertThat(saved(UserProfileContext.UPDATE_PROFILE, Map.of("city", List.of(""))))
          .containsEntry("city", List.of(""));
    }

    @Test
    void whetherTheAddressIsVerifiedStaysEverywhere() {
      Map<String, List<String>> verified = Map.of("emailVerified", List.of("true"));

      assertThat(saved(UserProfileContext.USER_API, Map.of(), verified)).isEqualTo(verified);
      assertThat(
              saved(
                  UserProfileContext.USER_API, Map.of("emailVerified", List.of("false")), verified))
          .isEqualTo(verified);
    }

    private static Map<String, List<String>> saved(
        UserProfileContext context, Map<String, List<String>> sent) {
      return saved(context, sent, STORED);
    }

    private static Map<String, List<String>> saved(
        UserProfileContext context,
        Map<String, List<String>> sent,
        Map<String, List<String>> stored) {
      return KeptValues.asSaved(
          new Writing(context, false, false), new HashMap<>(sent), sent::containsKey, stored);
    }
  }

  @Test
  void aValueMayBeATextAListOrNothing() {
    assertThat(SentValues.all("a")).containsExactly("a");
    assertThat(SentValues.all(Arrays.asList("a", null, 1))).containsExactly("a", "1");
    assertThat(SentValues.all(null)).isEmpty();
    assertThat(SentValues.first("a")).isEqualTo("a");
    assertThat(SentValues.first(List.of("a", "b"))).isEqualTo("a");
    assertThat(SentValues.first(Arrays.asList(null, "b"))).isEmpty();
    assertThat(SentValues.first(List.of())).isEmpty();
    assertThat(SentValues.first(null)).isEmpty();
  }
}
