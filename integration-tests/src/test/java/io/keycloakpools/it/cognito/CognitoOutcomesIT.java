package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.OutcomeScenarios;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.CognitoOperation;
import io.keycloakpools.simulators.cognito.CognitoSecondFactor;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.UserStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** The meaning of each Cognito answer in Keycloak (docs/move/cognito.md). */
class CognitoOutcomesIT extends OutcomeScenarios {

  private CognitoSimulator cognito;
  private HeldClock clock;

  @Override
  protected SimulatedDirectory openDirectory() {
    SimulatedCognito simulated = new SimulatedCognito();
    cognito = simulated.simulator();
    clock = simulated.clock();
    return simulated;
  }

  @Override
  protected Map<String, Row> unusableAccounts() {
    Map<String, Row> rows = new LinkedHashMap<>();
    rows.put("disabled", row((user, person) -> user.enabled(false), "disabled", "disabled"));
    rows.put("archived", row(status(UserStatus.ARCHIVED), "disabled", "disabled"));
    rows.put("compromised", row(status(UserStatus.COMPROMISED), "disabled", "disabled"));
    rows.put("unknown", row(status(UserStatus.UNKNOWN), "denied", "did not allow"));
    rows.put("unconfirmed", row(status(UserStatus.UNCONFIRMED), "unconfirmed", "not confirmed"));
    rows.put(
        "resetreq",
        row(status(UserStatus.RESET_REQUIRED), "reset_required", "needs a new password"));
    rows.put("external", row(status(UserStatus.EXTERNAL_PROVIDER), "external", "has no password"));
    rows.put("temporary", row(CognitoOutcomesIT::temporary, "temporary_password", "temporary"));
    rows.put(
        "expired",
        row(
            (user, person) -> temporary(user, person).temporaryPasswordExpired(true),
            "temporary_password_expired",
            "expired"));
    for (CognitoSecondFactor factor : CognitoSecondFactor.values()) {
      if (factor != CognitoSecondFactor.NONE) {
        rows.put(
            "mfa-" + factor.name().replace("_", "").toLowerCase(Locale.ROOT),
            row((user, person) -> user.secondFactor(factor), "second_factor", "second factor"));
      }
    }
    for (String challenge : List.of("DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER")) {
      rows.put(name(challenge), row(challenge(challenge), "second_factor", "second factor"));
    }
    for (String challenge :
        List.of(
            "CUSTOM_CHALLENGE",
            "SELECT_CHALLENGE",
            "WEB_AUTHN",
            "PASSWORD_VERIFIER",
            "OF_TOMORROW")) {
      rows.put(name(challenge), row(challenge(challenge), "denied", "did not allow"));
    }
    return rows;
  }

  @Override
  protected Map<String, Told> toldAtTheCheck() {
    Map<String, Told> told = new LinkedHashMap<>();
    told.put(
        "expired-in-older-words",
        new Told(
            CognitoFaults.temporaryPasswordExpiredInOlderWords(), "temporary_password_expired"));
    told.put(
        "hidden-reset",
        new Told(
            row(status(UserStatus.RESET_REQUIRED), "", "").close(),
            notAuthorized("Incorrect username or password."),
            "reset_required"));
    told.put("locked", new Told(notAuthorized("Password attempts exceeded"), LATER));
    told.put("throttled", new Told(CognitoFaults.throttled(), LATER));
    return told;
  }

  @Override
  protected Unknown refusalOfTomorrow() {
    String code = "UserOfTomorrowException";
    return new Unknown(code, CognitoFaults.error(code, UNTOLD));
  }

  @Override
  protected Unknown failureOfTomorrow() {
    String code = "OfTomorrowException";
    return new Unknown(code, CognitoFaults.error(code, UNTOLD));
  }

  private static Fault notAuthorized(String text) {
    return CognitoFaults.error("NotAuthorizedException", text);
  }

  @Override
  protected Map<String, Fault> ownFaults() {
    return Map.of(
        "throttled", CognitoFaults.throttled(),
        "internal error", CognitoFaults.internalError(),
        "web application firewall", CognitoFaults.forbidden(),
        "broken trigger", CognitoFaults.lambdaFailure("PreAuthentication"),
        "nonsense of a trigger", CognitoFaults.lambdaNonsense("PreAuthentication"));
  }

  @Override
  protected int wrongPasswordsUntilLocked() {
    clock.hold();
    return 5;
  }

  /** With both texts of AWS, and the pool's way on. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoseTemporaryPasswordHasExpiredReadsWhatToDo(Flow flow) {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    cognito.users().update("ada", user -> temporary(user, ada).temporaryPasswordExpired(true));

    assertThat(signIn(flow, ada).message())
        .contains("has expired", "contact support")
        .doesNotContain("Forgot Password");
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    assertThat(signIn(flow, ada).message()).contains("has expired", "Forgot Password");
    protectFromBruteForce();
    simulated.onPasswordChecks(CognitoFaults.temporaryPasswordExpiredInOlderWords());
    assertThat(signIn(flow, ada).message()).contains("has expired", "Forgot Password");

    assertThat(realm.events().last("LOGIN_ERROR").detail("reason"))
        .isEqualTo("temporary_password_expired");
    assertThat(failures(imported(ada))).isZero();
  }

  /** Cognito calls the password wrong; the status says otherwise, so nothing is counted. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoseResetIsHiddenByCognitoReadsWhatToDo(Flow flow) {
    protectFromBruteForce();
    pool(Map.of("clientId", SimulatedCognito.CLIENT_HIDING_RESETS));
    Person ada = inDirectory(Person.named("ada"));
    cognito.users().update("ada", user -> user.status(UserStatus.RESET_REQUIRED));

    assertThat(signIn(flow, ada).message()).contains("needs a new password");

    assertThat(realm.events().last("LOGIN_ERROR").detail("reason")).isEqualTo("reset_required");
    assertThat(failures(imported(ada))).isZero();
  }

  @Test
  void aTriggerThatRefusesIsNoWrongPassword() {
    protectFromBruteForce();
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    simulated.onPasswordChecks(CognitoFaults.lambdaRefusal("PreAuthentication", "Not on Sundays"));

    Attempt attempt = signIn(Flow.BROWSER, ada);

    assertThat(attempt.message()).contains("did not allow");
    assertThat(failures(imported(ada))).isZero();
  }

  @Test
  void aTemporaryPasswordMayBeChangedHereWhenUsersMove() {
    pool(Map.of("justInTimeMigration", "true", "temporaryPasswords", "require-change"));
    Person invited = inDirectory(Person.named("new").roles("staff"));
    cognito.users().update("new", user -> temporary(user, invited));
    realm.createRole("staff").expectDone();

    assertThat(signIn(Flow.BROWSER, invited.password("Wrong-Password-1!")).signedIn()).isFalse();
    Attempt attempt = signIn(Flow.BROWSER, invited);

    assertThat(attempt.requiredAction()).isEqualTo("UPDATE_PASSWORD");
    UserRepresentation user = imported(invited);
    assertThat(user.getFederationLink()).isNull();
    assertThat(realm.users().realmRoles(user.getId())).contains("staff");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void theAdminFlowWorksAndTheAddressOfThePersonIsPassedOn(Flow flow) {
    String id = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    realm.components().change(id, Map.of("authFlow", "ADMIN_USER_PASSWORD_AUTH")).expectDone();
    cognito.requests().reset();

    signedIn(flow, ada);

    assertThat(simulated.addresses()).containsExactly("127.0.0.1");
    assertThat(cognito.requests().count(CognitoOperation.ADMIN_INITIATE_AUTH)).isEqualTo(1);
    assertThat(cognito.requests().of(CognitoOperation.INITIATE_AUTH)).isEmpty();
  }

  private Row row(
      BiFunction<CognitoUser.Builder, Person, CognitoUser.Builder> change,
      String reason,
      String message) {
    return new Row(
        person -> cognito.users().update(person.username(), user -> change.apply(user, person)),
        reason,
        message);
  }

  private static CognitoUser.Builder temporary(CognitoUser.Builder user, Person person) {
    return user.temporaryPassword(person.password());
  }

  private static BiFunction<CognitoUser.Builder, Person, CognitoUser.Builder> status(
      UserStatus status) {
    return (user, person) -> user.status(status);
  }

  private static BiFunction<CognitoUser.Builder, Person, CognitoUser.Builder> challenge(
      String challenge) {
    return (user, person) -> user.forcedChallenge(challenge);
  }

  private static String name(String challenge) {
    return challenge.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
