package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.Fault;
import io.keycloakpools.simulators.cognito.Operation;
import io.keycloakpools.simulators.cognito.SecondFactor;
import io.keycloakpools.simulators.cognito.UserStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** What each answer of Cognito to a right password means in Keycloak (docs/cognito.md). */
class CognitoOutcomesIT extends PoolScenarios {

  private static final String PASSWORD = "Right-Password-1!";

  /**
   * An account whose password is right and which still cannot sign in.
   *
   * @param reason detail of the event
   * @param message part of what the person reads
   */
  private record Row(UnaryOperator<CognitoUser.Builder> account, String reason, String message) {}

  private CognitoSimulator cognito;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedCognito simulated = new SimulatedCognito();
    cognito = simulated.simulator();
    return simulated;
  }

  private static Map<String, Row> rows() {
    Map<String, Row> rows = new LinkedHashMap<>();
    rows.put("disabled", new Row(user -> user.enabled(false), "disabled", "disabled"));
    rows.put("archived", new Row(status(UserStatus.ARCHIVED), "disabled", "disabled"));
    rows.put("compromised", new Row(status(UserStatus.COMPROMISED), "disabled", "disabled"));
    rows.put("unknown", new Row(status(UserStatus.UNKNOWN), "denied", "did not allow"));
    rows.put(
        "unconfirmed", new Row(status(UserStatus.UNCONFIRMED), "unconfirmed", "not confirmed"));
    rows.put(
        "resetreq",
        new Row(status(UserStatus.RESET_REQUIRED), "reset_required", "needs a new password"));
    rows.put(
        "temporary",
        new Row(user -> user.temporaryPassword(PASSWORD), "temporary_password", "temporary"));
    rows.put(
        "expired",
        new Row(
            user -> user.temporaryPassword(PASSWORD).temporaryPasswordExpired(true),
            "temporary_password_expired",
            "expired"));
    for (SecondFactor factor : SecondFactor.values()) {
      if (factor != SecondFactor.NONE) {
        rows.put(
            "mfa-" + factor.name().replace("_", "").toLowerCase(Locale.ROOT),
            new Row(user -> user.secondFactor(factor), "second_factor", "second factor"));
      }
    }
    for (String challenge : List.of("DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER")) {
      rows.put(name(challenge), new Row(challenge(challenge), "second_factor", "second factor"));
    }
    for (String challenge :
        List.of(
            "CUSTOM_CHALLENGE",
            "SELECT_CHALLENGE",
            "WEB_AUTHN",
            "PASSWORD_VERIFIER",
            "OF_TOMORROW")) {
      rows.put(name(challenge), new Row(challenge(challenge), "denied", "did not allow"));
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anAccountThatCannotBeUsedIsRefusedWithItsReasonAndNotCounted(Flow flow) {
    protectFromBruteForce();
    migratingPool();
    SoftAssertions all = new SoftAssertions();
    rows()
        .forEach(
            (name, row) -> {
              cognito.users().add(row.account().apply(account(name)).build());
              Attempt attempt = flow.signIn(realm, name, PASSWORD);
              Event event = realm.events().last("LOGIN_ERROR");
              all.assertThat(attempt.signedIn()).as(name).isFalse();
              all.assertThat(attempt.status())
                  .as(name)
                  .isEqualTo(flow == Flow.DIRECT_GRANT ? 400 : 200);
              all.assertThat(attempt.message()).as(name).contains(row.message());
              all.assertThat(event.error()).as(name).isEqualTo("user_pool_refused");
              all.assertThat(event.detail("reason")).as(name).isEqualTo(row.reason());
              UserRepresentation user = imported(Person.named(name));
              all.assertThat(failures(user)).as(name).isZero();
              all.assertThat(attribute(user, STATUS)).as(name).containsExactly("pending");
              all.assertThat(realm.users().credentials(user.getId())).as(name).isEmpty();
            });
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void faultsAreNeitherWrongPasswordsNorCounted(Flow flow) {
    protectFromBruteForce();
    pool(Map.of("requestTimeout", "1500"));
    cognito.users().add(account("ada").build());
    assertThat(flow.signIn(realm, "ada", PASSWORD).signedIn()).isTrue();
    Map<String, Fault> faults =
        Map.of(
            "throttled", Fault.throttled(),
            "internal error", Fault.internalError(),
            "web application firewall", Fault.forbidden(),
            "broken trigger", Fault.lambdaFailure("PreAuthentication"),
            "nonsense of a trigger", Fault.lambdaNonsense("PreAuthentication"),
            "hang", Fault.hang(),
            "reset", Fault.connectionReset(),
            "truncated", Fault.truncatedJson(),
            "page", Fault.http(503, "text/html", "<html>Sorry</html>"));

    SoftAssertions all = new SoftAssertions();
    faults.forEach(
        (name, fault) -> {
          cognito.faults().on(Operation.INITIATE_AUTH, fault);
          Attempt attempt = flow.signIn(realm, "ada", PASSWORD);
          cognito.faults().clear();
          all.assertThat(attempt.message()).as(name).contains("try again in a few minutes");
          all.assertThat(attempt.status())
              .as(name)
              .isEqualTo(flow == Flow.DIRECT_GRANT ? 503 : 200);
        });
    all.assertThat(failures(imported(Person.named("ada")))).isZero();
    all.assertAll();
  }

  @Test
  void aTriggerThatRefusesIsNoWrongPassword() {
    protectFromBruteForce();
    linkedPool();
    cognito.users().add(account("ada").build());
    cognito
        .faults()
        .on(Operation.INITIATE_AUTH, Fault.lambdaRefusal("PreAuthentication", "Not on Sundays"));

    Attempt attempt = Flow.BROWSER.signIn(realm, "ada", PASSWORD);

    assertThat(attempt.message()).contains("did not allow");
    assertThat(failures(imported(Person.named("ada")))).isZero();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anExternalAccountHasNoPasswordHere(Flow flow) {
    linkedPool();
    cognito.users().add(account("ext").status(UserStatus.EXTERNAL_PROVIDER).build());
    assertThat(flow.signIn(realm, "ext", PASSWORD).signedIn()).isFalse();
  }

  @Test
  void aTemporaryPasswordMayBeChangedHereWhenUsersMove() {
    pool(Map.of("justInTimeMigration", "true", "temporaryPasswords", "require-change"));
    cognito.users().add(account("new").temporaryPassword(PASSWORD).group("staff").build());
    realm.createRole("staff").expectDone();

    assertThat(Flow.BROWSER.signIn(realm, "new", "Wrong-Password-1!").signedIn()).isFalse();
    Attempt attempt = Flow.BROWSER.signIn(realm, "new", PASSWORD);

    assertThat(attempt.requiredAction()).isEqualTo("UPDATE_PASSWORD");
    UserRepresentation user = imported(Person.named("new"));
    assertThat(user.getFederationLink()).isNull();
    assertThat(realm.users().realmRoles(user.getId())).contains("staff");
  }

  @Test
  void aSecondFactorIsSetUpHereWhenTheAdminSaysSo() {
    pool(Map.of("secondFactor", "require-setup"));
    cognito
        .users()
        .add(account("mfa").secondFactor(SecondFactor.SOFTWARE_TOKEN_MFA).group("staff").build());
    realm.createRole("staff").expectDone();

    Attempt browser = Flow.BROWSER.signIn(realm, "mfa", PASSWORD);

    assertThat(browser.requiredAction()).isEqualTo("CONFIGURE_TOTP");
    UserRepresentation user = imported(Person.named("mfa"));
    assertThat(user.getRequiredActions()).containsExactly("CONFIGURE_TOTP");
    assertThat(realm.users().realmRoles(user.getId())).contains("staff");
    assertThat(Flow.DIRECT_GRANT.signIn(realm, "mfa", PASSWORD).message())
        .contains("not fully set up");
  }

  @Test
  void theLockoutOfCognitoMeansComeBackLater() {
    linkedPool();
    cognito.users().add(account("ada").build());
    for (int i = 0; i < 7; i++) {
      Flow.DIRECT_GRANT.signIn(realm, "ada", "Wrong-Password-1!");
    }
    assertThat(Flow.DIRECT_GRANT.signIn(realm, "ada", PASSWORD).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void theAdminFlowWorksAndTheAddressOfThePersonIsPassedOn(Flow flow) {
    String id = linkedPool();
    cognito.users().add(account("ada").build());
    assertThat(flow.signIn(realm, "ada", PASSWORD).signedIn()).isTrue();
    realm.components().change(id, Map.of("authFlow", "ADMIN_USER_PASSWORD_AUTH")).expectDone();
    cognito.requests().reset();

    assertThat(flow.signIn(realm, "ada", PASSWORD).signedIn()).isTrue();

    assertThat(cognito.requests().of(Operation.ADMIN_INITIATE_AUTH))
        .singleElement()
        .satisfies(request -> assertThat(request.ipAddress()).contains("127.0.0.1"));
    assertThat(cognito.requests().of(Operation.INITIATE_AUTH)).isEmpty();
  }

  private static CognitoUser.Builder account(String name) {
    return CognitoUser.builder(name)
        .password(PASSWORD)
        .email(name + "@example.com", true)
        .name("First", "Last");
  }

  private static UnaryOperator<CognitoUser.Builder> status(UserStatus status) {
    return user -> user.status(status);
  }

  private static UnaryOperator<CognitoUser.Builder> challenge(String challenge) {
    return user -> user.forcedChallenge(challenge);
  }

  private static String name(String challenge) {
    return challenge.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
