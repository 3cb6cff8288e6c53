package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.AuthenticatorApp;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Authenticator apps and required actions, which a user brings along once. */
class TakeoverIT extends AdaInRest {

  private static final AuthenticatorApp PHONE =
      new AuthenticatorApp("12345678901234567890", "HmacSHA256", 8);

  @Nested
  final class AuthenticatorApps {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areAskedForInTheFirstSignIn(boolean migrate) {
      pool(migration(migrate));
      ada(user -> user.add("totps", phone()).add("totps", Map.of("secret", "another one")));

      Page question = passwordEntered();
      assertThat(question.asks("otp")).as(question.text()).isTrue();
      assertThat(question.submit(Map.of("otp", "00000000")).outcome())
          .isInstanceOf(LoginOutcome.Refused.class);
      assertThat(passwordEntered().submit(Map.of("otp", PHONE.code())).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(otp())
          .extracting(CredentialRepresentation::getUserLabel)
          .containsExactly("phone", null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areNeededForADirectGrantToo(boolean migrate) {
      pool(migration(migrate));
      ada(user -> user.add("totps", phone()));

      assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isFalse();
      assertThat(realm.directGrant().login("ada", PASSWORD, "00000000").ok()).isFalse();
      assertThat(realm.directGrant().login("ada", PASSWORD, PHONE.code()).ok()).isTrue();
    }

    @Test
    void thatCannotBeTakenOverAreReplaced() {
      pool(Map.of());
      ada(user -> user.add("totps", Map.of("secret", "no Base32!", "encoding", "BASE32")));

      assertThat(passwordEntered().outcome())
          .isInstanceOfSatisfying(
              LoginOutcome.RequiredActionPage.class,
              page -> assertThat(page.action()).isEqualTo("CONFIGURE_TOTP"));
      assertThat(otp()).isEmpty();
    }

    @Test
    void comeWithAPasswordOfAnAdminToo() {
      pool(migration(true));
      ada(user -> user.add("totps", phone()));
      String id = realm.users().byUsername("ada").orElseThrow().getId();

      realm.users().setPassword(id, "New-ada-2!", false).expectDone();

      assertThat(otp()).hasSize(1);
      assertThat(realm.directGrant().login("ada", "New-ada-2!").ok()).isFalse();
      assertThat(realm.directGrant().login("ada", "New-ada-2!", PHONE.code()).ok()).isTrue();
    }

    /** The app's codes are asked for here: a new password loses nothing. */
    @Test
    void areNoObstacleToAForgottenPassword() {
      pool(migration(true));
      ada(user -> user.add("totps", phone()).add("secondFactors", "totp"));
      try (ForgottenPassword forgotten = ForgottenPassword.of(realm)) {
        Person ada = Person.named("ada");
        Page done = forgotten.reset(ada, "New-ada-2!");

        assertThat(otp()).as(done.text()).hasSize(1);
        assertThat(realm.directGrant().login("ada", "New-ada-2!").ok()).isFalse();
        assertThat(realm.directGrant().login("ada", "New-ada-2!", PHONE.code()).ok()).isTrue();
      }
    }

    /** The directory's apps neither matter any more nor come back. */
    @Test
    void ofKeycloakStay() {
      pool(Map.of());
      ada(user -> user.add("totps", phone()));
      assertThat(realm.directGrant().login("ada", PASSWORD, PHONE.code()).ok()).isTrue();
      realm
          .rest()
          .delete("/users/" + imported().getId() + "/credentials/" + otp().get(0).getId())
          .expectDone();

      assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isTrue();
      assertThat(otp()).isEmpty();
    }

    private Page passwordEntered() {
      Browser browser = realm.browser();
      return browser.enter(browser.open(), "ada", PASSWORD);
    }

    private static Map<String, Object> phone() {
      return Map.of(
          "secret", PHONE.secret(), "name", "phone", "digits", 8, "algorithm", "HmacSHA256");
    }

    private List<CredentialRepresentation> otp() {
      return realm.users().credentials(imported().getId()).stream()
          .filter(credential -> credential.getType().equals("otp"))
          .toList();
    }
  }

  @Nested
  final class RequiredActions {

    @Test
    void areAskedForOnceIfTheRealmHasThem() {
      pool(Map.of());
      ada(
          user ->
              user.add("requiredActions", "VERIFY_EMAIL")
                  .add("requiredActions", "UPDATE_PASSWORD")
                  .add("requiredActions", "NO_SUCH_ACTION"));

      assertThat(realm.directGrant().login("ada", PASSWORD).errorDescription())
          .contains("not fully set up");
      assertThat(imported().getRequiredActions()).containsExactly("VERIFY_EMAIL");
      realm.users().change(imported().getId(), Map.of("requiredActions", List.of())).expectDone();

      assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isTrue();
      assertThat(imported().getRequiredActions()).isEmpty();
    }

    @Test
    void mayBeANewPasswordForWhomMoves() {
      pool(migration(true));
      ada(user -> user.add("requiredActions", "UPDATE_PASSWORD"));

      assertThat(Flow.BROWSER.signIn(realm, "ada", PASSWORD).requiredAction())
          .isEqualTo("UPDATE_PASSWORD");
    }
  }

  private static Map<String, String> migration(boolean on) {
    return Map.of("justInTimeMigration", Boolean.toString(on));
  }
}
