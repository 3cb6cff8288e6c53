package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.LinkedUserScenarios;
import io.keycloakpools.it.MigratedUserScenarios;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.it.peers.CognitoLocal;
import io.keycloakpools.it.peers.EmulatorOrSkip;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The pack with a third-party Cognito, cognito-local 5.3.0. Its differences from Amazon Cognito are
 * asserted, so that a change is noticed.
 */
class CognitoLocalIT {

  private static final CognitoLocal EMULATOR =
      CognitoLocal.of(Path.of(System.getProperty("keycloakpools.cognito-local")));

  @BeforeAll
  static void startEmulator() {
    EmulatorOrSkip.start(EMULATOR);
  }

  @AfterAll
  static void stopEmulator() {
    EMULATOR.close();
  }

  @Nested
  class LinkedUsers extends LinkedUserScenarios {
    @Override
    protected TestDirectory openDirectory() {
      return new CognitoLocalDirectory(EMULATOR);
    }
  }

  @Nested
  class MigratedUsers extends MigratedUserScenarios {
    @Override
    protected TestDirectory openDirectory() {
      return new CognitoLocalDirectory(EMULATOR);
    }
  }

  abstract static class EmulatorScenarios extends PoolScenarios {

    CognitoLocalDirectory cognito;

    @Override
    protected TestDirectory openDirectory() {
      cognito = new CognitoLocalDirectory(EMULATOR);
      return cognito;
    }

    String poolWith(String setting, String value) {
      return pool(Map.of(setting, value));
    }

    void assertRefused(Attempt attempt, String message, String reason) {
      assertThat(attempt.signedIn()).isFalse();
      assertThat(attempt.message()).contains(message);
      assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_pool_refused");
      assertThat(realm.events().last("LOGIN_ERROR").detail("reason")).isEqualTo(reason);
    }

    void assertWrongPassword(Attempt attempt) {
      assertThat(attempt.signedIn()).isFalse();
      assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("invalid_user_credentials");
    }
  }

  @Nested
  class WhereItAgrees extends EmulatorScenarios {

    @Test
    void theConnectionTestPassesAndFindsAWrongPoolAndAWrongClient() {
      linkedPool();

      Change.Refused noPool = tryPool("no pool", Map.of("userPoolId", "local_x")).expectRefused();
      Change.Refused noClient = tryPool("no client", Map.of("clientId", "nope")).expectRefused();

      assertThat(noPool.errorMessage()).contains("userPoolId", "no user pool \"local_x\"");
      assertThat(noClient.errorMessage()).contains("no app client \"nope\"");
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void anUnknownUserIsUnknownAndNoPasswordIsAsked(Flow flow) {
      linkedPool();

      Attempt attempt = flow.signIn(realm, "nobody", "Any-1!");

      assertThat(attempt.signedIn()).isFalse();
      assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_not_found");
      assertThat(realm.users().count()).isZero();
      assertThat(cognito.wasAskedForPasswordOf("nobody")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aPersonIsFoundByEmailAndBySub(Flow flow) {
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));
      Person bob = inDirectory(Person.named("bob"));

      assertThat(flow.signIn(realm, ada.email(), ada.password()).signedIn()).isTrue();
      assertThat(cognito.wasAskedForPasswordOf("ada")).isTrue();
      String sub = directory.externalId("bob");
      assertThat(flow.signIn(realm, sub, bob.password()).signedIn()).isTrue();
      assertThat(flow.signIn(realm, sub, bob.password()).signedIn()).isTrue();

      assertThat(imported(ada).getUsername()).isEqualTo("ada");
      assertThat(imported(bob).getUsername()).isEqualTo("bob");
      assertThat(realm.users().count()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void anUnconfirmedPersonIsToldToConfirm(Flow flow) {
      protectFromBruteForce();
      linkedPool();
      Person una = Person.named("una");
      cognito.addUnconfirmed(una);

      assertRefused(signIn(flow, una), "not confirmed yet", "unconfirmed");
      assertThat(failures(imported(una))).isZero();
    }
  }

  @Nested
  class WhereItDiffersFromAmazon extends EmulatorScenarios {

    /** Amazon: NotAuthorizedException "Incorrect username or password." */
    @ParameterizedTest
    @EnumSource(Flow.class)
    void invalidPasswordExceptionCountsAsAWrongPassword(Flow flow) {
      protectFromBruteForce();
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));
      assertThat(error(cognito.checkPassword("ada", "wrong")))
          .isEqualTo("InvalidPasswordException");

      assertWrongPassword(signIn(flow, ada.password("wrong")));

      awaitFailures(imported(ada), 1);
      signedIn(flow, ada);
    }

    /** Amazon: NotAuthorizedException "User is disabled." */
    @ParameterizedTest
    @EnumSource(Flow.class)
    void aDisabledUserGetsTokensThereAndIsRefusedHere(Flow flow) {
      protectFromBruteForce();
      linkedPool();
      Person linked = inDirectory(Person.named("linked"));
      Person neverSeen = inDirectory(Person.named("never-seen"));
      signedIn(flow, linked);
      directory.disable("linked");
      directory.disable("never-seen");
      assertThat(tokens(cognito.checkPassword("linked", linked.password()))).isTrue();

      assertRefused(signIn(flow, linked), "disabled", "disabled");
      assertRefused(signIn(flow, neverSeen), "disabled", "disabled");

      assertThat(failures(imported(linked))).isZero();
      directory.enable("linked");
      signedIn(flow, linked);
    }

    @Test
    void aDisabledUserDoesNotMigrate() {
      migratingPool();
      Person grace = inDirectory(Person.named("grace"));
      directory.disable("grace");

      assertRefused(signIn(Flow.DIRECT_GRANT, grace), "disabled", "disabled");

      UserRepresentation user = imported(grace);
      assertThat(user.getFederationLink()).isNotNull();
      assertThat(realm.users().credentials(user.getId())).isEmpty();
    }

    /**
     * Amazon checks a temporary password; here the challenge proves nothing, so a wrong one is
     * refused like a right one and not counted. With the emulator the setting must stay {@code
     * reject}: {@code require-change} would let anybody in.
     */
    @ParameterizedTest
    @EnumSource(Flow.class)
    void anyTemporaryPasswordGetsTheChallengeThereAndIsRefusedHere(Flow flow) {
      protectFromBruteForce();
      poolWith("temporaryPasswords", "reject");
      Person ivy = Person.named("ivy");
      cognito.addInvited(ivy);
      assertThat(cognito.checkPassword("ivy", "wrong").body().path("ChallengeName").asText())
          .isEqualTo("NEW_PASSWORD_REQUIRED");

      assertRefused(signIn(flow, ivy), "password is temporary", "temporary_password");
      assertRefused(
          signIn(flow, ivy.password("wrong")), "password is temporary", "temporary_password");

      assertThat(failures(imported(ivy))).isZero();
    }

    /** Amazon: NEW_PASSWORD_REQUIRED in this flow too. Here the status refuses. */
    @Test
    void theAdminFlowGivesTokensForATemporaryPasswordAndItIsRefusedHere() {
      poolWith("authFlow", "ADMIN_USER_PASSWORD_AUTH");
      Person ivy = Person.named("ivy");
      cognito.addInvited(ivy);

      assertRefused(signIn(Flow.DIRECT_GRANT, ivy), "password is temporary", "temporary_password");
      assertWrongPassword(signIn(Flow.DIRECT_GRANT, ivy.password("wrong")));
    }

    @Test
    void theAdminFlowAndRequireChangeLetTheRightTemporaryPasswordInToChangeIt() {
      pool(
          Map.of(
              "authFlow", "ADMIN_USER_PASSWORD_AUTH",
              "temporaryPasswords", "require-change",
              "justInTimeMigration", "true"));
      Person ivy = Person.named("ivy");
      cognito.addInvited(ivy);

      assertWrongPassword(signIn(Flow.BROWSER, ivy.password("wrong")));
      assertThat(signIn(Flow.BROWSER, ivy).requiredAction()).isEqualTo("UPDATE_PASSWORD");
    }

    /** Amazon refuses a flow that the app client lacks. */
    @ParameterizedTest
    @EnumSource(Flow.class)
    void theAdminFlowWorksThoughTheClientDoesNotAllowIt(Flow flow) {
      realm.createRole("staff").expectDone();
      poolWith("authFlow", "ADMIN_USER_PASSWORD_AUTH");
      Person ada = inDirectory(Person.named("ada").roles("staff"));

      signedIn(flow, ada);

      assertThat(realm.users().realmRoles(imported(ada).getId())).contains("staff");
      assertWrongPassword(signIn(flow, ada.password("wrong")));
    }

    /**
     * Amazon refuses SECRET_HASH of a client without a secret, and the connection test reports it.
     */
    @Test
    void secretHashIsNotChecked() {
      poolWith("clientSecret", "a-secret-that-the-client-does-not-have");

      signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
    }

    /** Amazon: UserNotConfirmedException comes before the password check. */
    @Test
    void theWrongPasswordOfAnUnconfirmedPersonIsAWrongPassword() {
      linkedPool();
      Person una = Person.named("una");
      cognito.addUnconfirmed(una);

      assertWrongPassword(signIn(Flow.DIRECT_GRANT, una.password("wrong")));
    }

    /**
     * Amazon: "Incorrect username or password.", a wrong password. "User not authorized" may mean
     * anything, so it is refused and not counted.
     */
    @Test
    void aUserDeletedThereAfterTheFirstSignInIsRefused() {
      protectFromBruteForce();
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));
      signedIn(Flow.DIRECT_GRANT, ada);
      String id = imported(ada).getId();
      directory.delete("ada");

      assertRefused(signIn(Flow.DIRECT_GRANT, ada), "did not allow the sign-in", "denied");

      assertThat(failures(realm.users().get(id))).isZero();
    }

    /** Amazon's user pools ignore case by default. */
    @Test
    void casesAreToldApartUntilThePersonIsKnownHere() {
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));
      assertThat(Flow.DIRECT_GRANT.signIn(realm, "ADA", ada.password()).signedIn()).isFalse();
      assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_not_found");

      signedIn(Flow.DIRECT_GRANT, ada);

      assertThat(Flow.DIRECT_GRANT.signIn(realm, "ADA", ada.password()).signedIn()).isTrue();
      assertThat(realm.users().count()).isEqualTo(1);
    }

    private String error(JsonAnswer answer) {
      return answer.body().path("__type").asText();
    }

    private boolean tokens(JsonAnswer answer) {
      return answer.body().path("AuthenticationResult").has("IdToken");
    }
  }
}
