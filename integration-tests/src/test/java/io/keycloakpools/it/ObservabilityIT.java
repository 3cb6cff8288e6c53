package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import io.keycloakpools.simulators.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Event details, metrics and the status page for operators (docs/run/observability.md). */
class ObservabilityIT extends PoolScenarios {

  /** Not "ada": about one in 150 hexadecimal ids has these letters. */
  private static final String LOVELACE = "lovelace";

  private static final String ACTION = "user-pool-event-details";
  private static final String OUTCOMES = "keycloak_user_pool_outcomes_total";
  private static final String CALLS = "keycloak_user_pool_directory_calls_seconds_count";
  private static final String BREAKER = "keycloak_user_pool_breaker_state";
  private static final int FAILURES_THAT_OPEN = 5;

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void theLoginEventOfALinkedUserSaysPoolAndOutcome(Flow flow) {
    String pool = linkedPool();
    signedIn(flow, inDirectory(Person.named("ada")));

    assertSaid(realm.events().last("LOGIN"), pool, "linked");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void theLoginEventOfTheMigrationSaysSoAndLaterOnesSayNothingOfThePool(Flow flow) {
    String pool = migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    assertSaid(realm.events().last("LOGIN"), pool, "migrated");

    realm.events().clear();
    signedIn(flow, ada);
    assertThat(realm.events().last("LOGIN").details())
        .doesNotContainKeys("user_pool", "user_pool_outcome");
  }

  @Test
  void theOutcomeIsStillKnownAfterThePagesInBetween() {
    realm.change(Map.of("passwordPolicy", "length(20)")).expectDone();
    String pool = migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    Browser browser = realm.browser();
    String longEnough = "A-much-longer-password-1!";

    browser
        .login(ada.username(), ada.password())
        .expect(LoginOutcome.RequiredActionPage.class)
        .page()
        .submit(Map.of("password-new", longEnough, "password-confirm", longEnough))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);

    assertSaid(realm.events().last("LOGIN"), pool, "migrated");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoSignsInWithTheDataOfTheLastTimeIsUnchanged(Flow flow) {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    ((SimulatedDirectory) directory).onUserData(Fault.http(503, "text/html", "Sorry"));
    realm.events().clear();

    signedIn(flow, ada);

    assertSaid(realm.events().last("LOGIN"), pool, "unchanged");
  }

  @Test
  void aLocalUserWhoSignsInAfterwardsInTheSameBrowserIsNotThePools() {
    realm.users().create("local", "Local-1!");
    linkedPool();
    Person mfa = inDirectory(Person.named("ada"));
    realm
        .users()
        .change(
            realm.users().byUsername("ada").orElseThrow().getId(),
            Map.of("requiredActions", List.of("CONFIGURE_TOTP")))
        .expectDone();
    Browser browser = realm.browser();
    browser.login("ada", mfa.password()).expect(LoginOutcome.RequiredActionPage.class);

    browser.login("local", "Local-1!").expect(LoginOutcome.SignedIn.class);

    assertThat(realm.events().last("LOGIN").details())
        .doesNotContainKeys("user_pool", "user_pool_outcome");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void nobodyHasToDoAnythingForTheRequiredActionThatFillsEvents(Flow flow) {
    linkedPool();
    String id = realm.users().create("local", "Local-1!");
    realm.users().change(id, Map.of("requiredActions", List.of(ACTION))).expectDone();

    assertThat(flow.signIn(realm, "local", "Local-1!").signedIn()).isTrue();

    assertThat(realm.users().get(id).getRequiredActions()).isEmpty();
    assertThat(
            realm.rest().texts("/authentication/required-actions", "alias").stream()
                .filter(ACTION::equals))
        .hasSize(1);
  }

  @Test
  void anAdminWhoSwitchesTheActionOffKeepsItOff() {
    String pool = linkedPool();
    JsonNode action = realm.rest().read("/authentication/required-actions/" + ACTION);
    realm
        .rest()
        .put(
            "/authentication/required-actions/" + ACTION,
            Map.of(
                "alias",
                ACTION,
                "providerId",
                ACTION,
                "name",
                action.path("name").asText(),
                "enabled",
                false))
        .expectDone();
    realm.components().change(pool, Map.of("requestTimeout", "9000")).expectDone();

    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));

    assertThat(realm.events().last("LOGIN").details()).doesNotContainKey("user_pool");
  }

  @Test
  void outcomesAndCallsAreCountedUntilThePoolIsGone(KeycloakRuntime keycloak) {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named(LOVELACE));
    signedIn(Flow.DIRECT_GRANT, ada);
    signedIn(Flow.BROWSER, ada);
    assertThat(signIn(Flow.DIRECT_GRANT, ada.password("Wrong-1!")).signedIn()).isFalse();
    assertThat(Flow.DIRECT_GRANT.signIn(realm, "nobody", "Any-1!").signedIn()).isFalse();

    PrometheusMetrics metrics = PrometheusMetrics.of(keycloak);
    assertThat(metrics.value(OUTCOMES, outcome(pool, "lookup", "imported"))).hasValue(1);
    assertThat(metrics.value(OUTCOMES, outcome(pool, "lookup", "not_found"))).hasValue(1);
    assertThat(metrics.value(OUTCOMES, outcome(pool, "sign_in", "linked"))).hasValue(2);
    assertThat(metrics.value(OUTCOMES, outcome(pool, "sign_in", "rejected"))).hasValue(1);
    assertThat(metrics.value(CALLS, call(pool, "check_password", "accepted"))).hasValue(2);
    assertThat(metrics.value(CALLS, call(pool, "check_password", "rejected"))).hasValue(1);
    assertThat(metrics.value(CALLS, call(pool, "find_by_username", "found"))).hasValue(1);
    assertThat(metrics.value(BREAKER, Map.of("pool_id", pool, "guards", "lookups"))).hasValue(0);
    assertThat(metrics.about(pool))
        .noneMatch(line -> line.contains(LOVELACE) || line.contains(imported(ada).getId()));

    realm.components().delete(pool).expectDone();
    assertThat(PrometheusMetrics.of(keycloak).about(pool)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grafana/keycloak-pools.json", "prometheus/keycloak-pools.rules.yml"})
  void whatTheDashboardAndTheAlertsAskForIsShown(String file, KeycloakRuntime keycloak)
      throws IOException {
    String pool = linkedPool();
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));

    List<String> shown = PrometheusMetrics.of(keycloak).about(pool);
    assertThat(
            Pattern.compile("keycloak_user_pool_\\w+")
                .matcher(Files.readString(Path.of("../docs").resolve(file)))
                .results()
                .map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(shown).anyMatch(line -> line.startsWith(name + "{")));
  }

  @Test
  void theMetersOfAPoolGoOnWhenItsSettingsChange(KeycloakRuntime keycloak) {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);

    realm.components().change(pool, Map.of("requestTimeout", "9000")).expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(PrometheusMetrics.of(keycloak).value(OUTCOMES, outcome(pool, "sign_in", "linked")))
        .hasValue(2);
  }

  @Test
  void theMetersOfAPoolGoWithItsRealm(AdminApi admin, KeycloakRuntime keycloak) {
    Person ada = inDirectory(Person.named("ada"));
    TestRealm other = admin.createRealm();
    String pool = other.components().add("pool", directory.providerId(), directory.settings()).id();
    assertThat(Flow.DIRECT_GRANT.signIn(other, "ada", ada.password()).signedIn()).isTrue();
    assertThat(PrometheusMetrics.of(keycloak).about(pool)).isNotEmpty();

    other.delete();

    assertThat(PrometheusMetrics.of(keycloak).about(pool)).isEmpty();
  }

  @Test
  void theStatusCountsUsersAndShowsTheLastOutcomesWithoutNames() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named(LOVELACE));
    Person grace = inDirectory(Person.named("grace"));
    inDirectory(Person.named("hedy"));
    signedIn(Flow.DIRECT_GRANT, ada);
    assertThat(signIn(Flow.DIRECT_GRANT, ada.password("Wrong-1!")).signedIn()).isFalse();
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    signedIn(Flow.DIRECT_GRANT, grace);
    assertThat(realm.users().byUsername("hedy")).isPresent();

    JsonNode status = realm.userPools().status(pool);

    assertThat(status.path("id").asText()).isEqualTo(pool);
    assertThat(status.path("name").asText()).isEqualTo("pool");
    assertThat(status.path("providerId").asText()).isEqualTo(directory.providerId());
    assertThat(status.path("enabled").asBoolean()).isTrue();
    assertThat(status.path("users"))
        .isEqualTo(Json.tree(Map.of("pending", 1, "linked", 1, "migrated", 1)));
    assertThat(outcomes(status))
        .containsExactly(
            "lookup imported " + imported(Person.named("hedy")).getId(),
            "sign_in migrated " + imported(grace).getId(),
            "lookup imported " + imported(grace).getId(),
            "sign_in rejected " + imported(ada).getId(),
            "sign_in linked " + imported(ada).getId(),
            "lookup imported " + imported(ada).getId());
    assertThat(status.toString())
        .doesNotContain(LOVELACE, "grace", "hedy", "@", directory.externalId(LOVELACE));
  }

  @Test
  void anOutageIsSeenInStatusAndMetrics(KeycloakRuntime keycloak) {
    String pool = linkedPool();
    assertThat(breaker(pool, "lookups")).isEqualTo("closed");
    directory.stop();

    for (int i = 0; i < FAILURES_THAT_OPEN; i++) {
      assertThat(Flow.DIRECT_GRANT.signIn(realm, "name-" + UUID.randomUUID(), "Any-1!").status())
          .isEqualTo(503);
    }

    assertThat(breaker(pool, "lookups")).isEqualTo("open");
    assertThat(breaker(pool, "passwords")).isEqualTo("closed");
    PrometheusMetrics metrics = PrometheusMetrics.of(keycloak);
    assertThat(metrics.value(BREAKER, Map.of("pool_id", pool, "guards", "lookups"))).hasValue(2);
    assertThat(
            metrics.value(
                CALLS, Map.of("pool_id", pool, "call", "find_by_username", "outage", "down")))
        .hasValue(FAILURES_THAT_OPEN);
    assertThat(outcomes(realm.userPools().status(pool)).get(0))
        .isEqualTo("sign_in unavailable down");
  }

  private static void assertSaid(Event login, String pool, String outcome) {
    assertThat(login.detail("user_pool")).isEqualTo(pool);
    assertThat(login.detail("user_pool_outcome")).isEqualTo(outcome);
  }

  private String breaker(String pool, String guards) {
    return realm
        .userPools()
        .status(pool)
        .path("node")
        .path("breakers")
        .path(guards)
        .path("state")
        .asText();
  }

  private static List<String> outcomes(JsonNode status) {
    return status
        .path("node")
        .path("lastOutcomes")
        .valueStream()
        .map(
            seen ->
                String.join(
                        " ",
                        seen.path("step").asText(),
                        seen.path("outcome").asText(),
                        text(seen, "reason"),
                        text(seen, "userId"))
                    .replaceAll(" +", " ")
                    .strip())
        .toList();
  }

  private static String text(JsonNode seen, String field) {
    return seen.hasNonNull(field) ? seen.get(field).asText() : "";
  }

  private static Map<String, String> outcome(String pool, String step, String outcome) {
    return Map.of("pool_id", pool, "step", step, "outcome", outcome);
  }

  private static Map<String, String> call(String pool, String call, String outcome) {
    return Map.of("pool_id", pool, "call", call, "outcome", outcome);
  }
}
