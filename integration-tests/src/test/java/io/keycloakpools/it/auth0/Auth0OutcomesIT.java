package io.keycloakpools.it.auth0;

import static io.keycloakpools.it.auth0.SimulatedAuth0.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.OutcomeScenarios;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0SecondFactor;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The meaning of each Auth0 answer in Keycloak (docs/move/auth0.md). */
class Auth0OutcomesIT extends OutcomeScenarios {

  /** The tenant requires a factor of everybody, and the person has none. */
  private static final String DEMANDED = "mfa_registration_required";

  private Auth0Simulator auth0;

  @Override
  protected SimulatedDirectory openDirectory() {
    SimulatedAuth0 simulated = new SimulatedAuth0();
    auth0 = simulated.simulator();
    return simulated;
  }

  @Override
  protected Map<String, Row> unusableAccounts() {
    Map<String, Row> rows = new LinkedHashMap<>();
    rows.put("blocked", row(user -> user.blocked(true), "blocked", "account is blocked"));
    rows.put(
        "blocked-2",
        row(user -> user.denied("invalid_grant", "user is blocked"), "blocked", "is blocked"));
    rows.put(
        "blocked-3",
        row(user -> user.denied("blocked_user", "No entry"), "blocked", "account is blocked"));
    for (Auth0SecondFactor factor : Auth0SecondFactor.values()) {
      rows.put(
          "mfa-" + factor.name().toLowerCase(Locale.ROOT),
          row(user -> user.secondFactor(factor), "second_factor", "second factor"));
    }
    rows.put(
        "mfa-demanded",
        row(user -> user.denied(DEMANDED, "Not enrolled"), "second_factor", "second factor"));
    rows.put(
        "expired",
        row(user -> user.denied("password_expired", ""), "reset_required", "needs a new password"));
    rows.put(
        "code-of-a-script",
        row(user -> user.denied("not_a_customer", "Gone"), "denied", "did not allow"));
    rows.put(
        "code-of-tomorrow",
        row(user -> user.denied("of_tomorrow", "Wrong password."), "denied", "did not allow"));
    rows.put(
        "expired-grant",
        row(user -> user.denied("invalid_grant", "Grant is expired"), "denied", "did not allow"));
    rows.put("leaked", row(Auth0User.Builder::passwordLeaked, "leaked_password", "data leak"));
    rows.put(
        "denied",
        row(user -> user.denied("access_denied", "Not on Sundays"), "denied", "did not allow"));
    rows.put(
        "unverified",
        row(
            user -> user.denied("unauthorized", "Please verify your e-mail first."),
            "denied",
            "did not allow"));
    return rows;
  }

  @Override
  protected Map<String, Told> toldAtTheCheck() {
    Map<String, Told> told = new LinkedHashMap<>();
    told.put("locked", new Told(Auth0Faults.tooManyAttempts(), "too_many_attempts"));
    told.put("throttled", new Told(Auth0Faults.tooManyRequests(), LATER));
    told.put(
        "address-throttled",
        new Told(Auth0Faults.oauth(429, "too_many_logins", "Come back later"), LATER));
    return told;
  }

  @Override
  protected Unknown refusalOfTomorrow() {
    return new Unknown("of_tomorrow", Auth0Faults.oauth(403, "of_tomorrow", UNTOLD));
  }

  @Override
  protected Unknown failureOfTomorrow() {
    return new Unknown(
        "invalid_of_tomorrow", Auth0Faults.oauth(400, "invalid_of_tomorrow", UNTOLD));
  }

  /** Outside the pool's connection, so that a search does not find them. */
  @Override
  protected Optional<String> withoutAccountInThePool(String name) {
    String address = name + "@example.com";
    auth0.users().add(Auth0User.builder("google-oauth2|" + name).email(address, true).build());
    return Optional.of(address);
  }

  @Override
  protected Map<String, Fault> ownFaults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("too many requests", Auth0Faults.tooManyRequests());
    faults.put("out of order", Auth0Faults.temporarilyUnavailable());
    faults.put("too many logins", Auth0Faults.oauth(429, "too_many_logins", "Come back later"));
    faults.put("bot detection", Auth0Faults.oauth(401, "requires_verification", "Suspicious"));
    faults.put("request of tomorrow", Auth0Faults.oauth(400, "invalid_of_tomorrow", "Wrong"));
    faults.put("way of tomorrow", Auth0Faults.oauth(404, "of_tomorrow", "Wrong password."));
    faults.put("success without tokens", Fault.http(200, "application/json", "{}"));
    faults.put("redirect", Fault.redirect(auth0.endpoint().resolve("/.well-known/jwks.json")));
    return faults;
  }

  @Override
  protected int wrongPasswordsUntilLocked() {
    auth0.bruteForce().attempts(3);
    return 3;
  }

  /** For up to 30 days; Auth0 mails a link that ends it. */
  @Override
  protected void assertLockedOut(Flow flow, Attempt attempt) {
    assertThat(attempt.signedIn()).isFalse();
    assertThat(attempt.message()).contains("locked", "can last for days", "e-mail with a link");
    assertThat(attempt.status()).isEqualTo(flow == Flow.DIRECT_GRANT ? 400 : 200);
  }

  /** The tenant's text is for the person, after the password, as plain text. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void thePersonReadsWhyTheTenantDeniedTheSignIn(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    String told = "Verify your <b>e-mail</b> first: https://x.example/?a=1&b=2";
    change(ada, user -> user.denied("access_denied", told));

    assertThat(signIn(flow, ada.password("Wrong-ada-1!")).message()).doesNotContain("Verify");
    assertThat(signIn(flow, ada).message())
        .contains("did not allow the sign-in and says: \"Verify your b e-mail /b first:")
        .contains("contact support");
    assertThat(realm.events().last("LOGIN_ERROR").toString()).doesNotContain("Verify");
  }

  @Test
  void aSecondFactorThatTheTenantDemandsIsSetUpHereWhenTheAdminSaysSo() {
    pool(Map.of("secondFactor", "require-setup", "justInTimeMigration", "true"));
    Person ada = inDirectory(Person.named("ada"));
    change(ada, user -> user.denied(DEMANDED, "Not enrolled"));

    assertThat(signIn(Flow.BROWSER, ada.password("Wrong-ada-1!")).signedIn()).isFalse();
    assertThat(signIn(Flow.BROWSER, ada).requiredAction()).isEqualTo("CONFIGURE_TOTP");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("not fully set up");
  }

  @Test
  void aRefusalForTooManyRequestsSaysWhenToComeBack() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    simulated.onPasswordChecks(tooManyUntil(Instant.now().plusSeconds(3600)));

    TokenAnswer answer = realm.directGrant().login(ada.username(), ada.password());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(seconds(answer)).isBetween(1800, 3600);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aRateLimitOfTheManagementApiIsWaitedOutWhereThereIsTime(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    assertThat(realm.users().byUsername("ada")).isPresent();
    auth0
        .faults()
        .onNext(
            1, Auth0Operation.GET_USER, tooManyUntil(Instant.now().plus(Duration.ofSeconds(2))));
    directory.forgetRequests();

    signedIn(flow, ada);

    assertThat(auth0.requests().count(Auth0Operation.GET_USER)).isEqualTo(2);
    assertThat(directory.passwordChecks()).isEqualTo(1);
    assertThat(attribute(imported(ada), STATUS)).containsExactly("linked");
  }

  @Test
  void oneRateLimitOfTheManagementApiIsSharedByAll() {
    linkedPool();
    auth0.rateLimits().management(5, 10);
    for (String name : new String[] {"ada", "grace", "hedy"}) {
      signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named(name)));
    }
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aRateLimitOfTheManagementApiThatTakesTooLongMeansComeBackLater(Flow flow) {
    protectFromBruteForce();
    linkedPool();
    Person linked = inDirectory(Person.named("linked"));
    signedIn(flow, linked);
    Person pending = inDirectory(Person.named("pending"));
    assertThat(realm.users().byUsername("pending")).isPresent();
    simulated.onUserData(tooManyUntil(Instant.now().plusSeconds(60)));

    assertComesBackLater(flow, signIn(flow, pending));
    signedIn(flow, linked);

    assertThat(failures(imported(pending))).isZero();
    TokenAnswer answer = realm.directGrant().login(pending.username(), pending.password());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(seconds(answer)).isBetween(1, 60);
    assertThat(seconds(realm.directGrant().login("never-seen", "Any-1!"))).isBetween(1, 60);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aRevokedManagementTokenIsRenewedOnceAndNobodyNotices(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    directory.replace(ada.name("Augusta", "King"));
    ((SimulatedAuth0) simulated).awaitWarmUps(2);
    auth0.tokens().revokeAll();
    directory.forgetRequests();

    signedIn(flow, ada);

    assertThat(imported(ada).getFirstName()).isEqualTo("Augusta");
    assertThat(auth0.requests().count(Auth0Operation.MANAGEMENT_TOKEN)).isEqualTo(1);
    assertThat(directory.passwordChecks()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aRotatedClientSecretIsNoWrongPassword(Flow flow) {
    protectFromBruteForce();
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    auth0.clients().change(APPLICATION.secret("rotated-7c1d"));

    assertComesBackLater(flow, signIn(flow, ada));

    assertThat(failures(imported(ada))).isZero();
  }

  @Test
  void noRedirectIsFollowed() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    assertThat(realm.users().byUsername("ada")).isPresent();
    simulated.onEverything(Fault.redirect(auth0.endpoint().resolve("/.well-known/jwks.json")));
    directory.forgetRequests();

    assertComesBackLater(Flow.DIRECT_GRANT, signIn(Flow.DIRECT_GRANT, ada));

    assertThat(directory.passwordChecks()).isEqualTo(1);
    assertThat(auth0.requests().count(Auth0Operation.JWKS)).isZero();
  }

  @Test
  void theAddressOfThePersonCanBeKeptFromAuth0() {
    pool(Map.of("forwardClientIp", "false"));
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));

    assertThat(simulated.addresses()).isEmpty();
  }

  /** Too many requests, with the header for the limit's reset. */
  private static Fault tooManyUntil(Instant reset) {
    return Fault.answer(
        new Answer(
            429,
            Map.of(
                "Content-Type", "application/json",
                "x-ratelimit-remaining", "0",
                "x-ratelimit-reset", Long.toString(reset.getEpochSecond())),
            "{\"statusCode\":429,\"error\":\"too_many_requests\"}"));
  }

  private static int seconds(TokenAnswer answer) {
    return answer.retryAfter().map(Integer::parseInt).orElse(0);
  }

  private Row row(UnaryOperator<Auth0User.Builder> change, String reason, String message) {
    return new Row(person -> change(person, change), reason, message);
  }

  private void change(Person person, UnaryOperator<Auth0User.Builder> change) {
    auth0.users().update(directory.externalId(person.username()), change);
  }
}
