package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import io.keycloakpools.it.peers.Prometheus;
import io.keycloakpools.simulators.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The dashboard and alert rules of docs/, on a Prometheus that reads this server. Without one on
 * the search path, tests are skipped with the reason, or fail in continuous integration. The rules'
 * own tests in the core check durations.
 */
class PrometheusIT extends PoolScenarios {

  private static final Path DASHBOARD = Path.of("../docs/grafana/keycloak-pools.json");
  private static final Path RULES = Path.of("../docs/prometheus/keycloak-pools.rules.yml");
  private static final String MISSING =
      "No Prometheus on the search path: on Debian, apt-get install prometheus.";

  private Prometheus prometheus;

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @BeforeEach
  void startPrometheus(KeycloakRuntime keycloak) throws IOException {
    Path executable = Prometheus.installed().orElseGet(PrometheusIT::skip);
    URI metrics = URI.create(keycloak.managementUrl() + "/metrics");
    String rules = Files.readString(RULES).replaceAll("(?m)^ +for: .*\\R", "");
    prometheus = Prometheus.start(executable, metrics, rules);
  }

  @AfterEach
  void stopPrometheus() {
    if (prometheus != null) {
      prometheus.close();
    }
  }

  @Test
  void everyPanelOfTheDashboardHasAnAnswer() throws IOException {
    JsonNode dashboard = Json.read(Files.readString(DASHBOARD));
    String pool = migratingPool();
    await(() -> answered("keycloak_user_pool_breaker_state{pool_id=\"" + pool + "\"}"));

    assertThat(choices(dashboard, "realm")).contains(realm.name());
    assertThat(choices(dashboard, "pool")).containsExactly("pool");

    List<String> questions =
        dashboard.findValuesAsText("expr").stream().map(this::forThisRealm).toList();
    for (int i = 0; !questions.stream().allMatch(this::answered) && i < 10; i++) {
      somebodyDoesEverything(i);
    }
    assertThat(questions).hasSizeGreaterThan(10).allMatch(this::answered);
  }

  @Test
  void theFirstOutageAndTheFirstClashAreAlerts() {
    realm.users().create("grace", "Local-1!");
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    inDirectory(Person.named("hopper").email("grace@example.org", true));
    signedIn(Flow.DIRECT_GRANT, ada);
    await(() -> answered("keycloak_user_pool_breaker_state{pool_id=\"" + pool + "\"}"));
    assertThat(firing()).isEmpty();

    assertThat(signIn(Flow.DIRECT_GRANT, Person.named("hopper")).signedIn()).isFalse();
    await(() -> firing("UserPoolClashes"));

    directory.stop();
    for (int i = 0; i < 5; i++) {
      Flow.DIRECT_GRANT.signIn(realm, "name-" + UUID.randomUUID(), "Any-1!");
    }
    await(() -> firing("UserPoolBreakerOpen") && firing("UserPoolSignInsUnavailable"));
    assertThat(prometheus.brokenRules()).isEmpty();
  }

  /** Causes each outcome of a panel once, with new people. */
  private void somebodyDoesEverything(int round) {
    SimulatedDirectory simulated = (SimulatedDirectory) directory;
    Person moves = inDirectory(Person.named("moves-" + round));
    Person waits = inDirectory(Person.named("waits-" + round));
    Person second = Person.named("second-" + round);
    simulated.addWithSecondFactor(second);
    signedIn(Flow.DIRECT_GRANT, moves);
    assertThat(signIn(Flow.DIRECT_GRANT, second).signedIn()).isFalse();
    assertThat(signIn(Flow.DIRECT_GRANT, waits.password("Wrong-1!")).signedIn()).isFalse();
    simulated.onPasswordChecks(Fault.http(503, "text/html", "Sorry"));
    assertThat(signIn(Flow.DIRECT_GRANT, waits).status()).isEqualTo(503);
    simulated.noFaults();
    double before = scrapes();
    await(() -> scrapes() > before);
  }

  /** Grafana's expression for this realm's pool. */
  private String forThisRealm(String expression) {
    return expression
        .replace("$realm", realm.name())
        .replace("$pool", "pool")
        .replace("$__rate_interval", "1m")
        .replace("$__range", "1h");
  }

  private List<String> choices(JsonNode dashboard, String variable) {
    String definition =
        dashboard
            .at("/templating/list")
            .valueStream()
            .filter(one -> one.path("name").asText().equals(variable))
            .map(one -> one.at("/query/query").asText())
            .findFirst()
            .orElseThrow();
    int comma = definition.lastIndexOf(',');
    String selector = definition.substring("label_values(".length(), comma);
    return prometheus.labelValues(
        forThisRealm(selector), definition.substring(comma + 1, definition.length() - 1).strip());
  }

  private boolean answered(String question) {
    List<String> values = prometheus.values(question);
    return !values.isEmpty() && !values.contains("NaN");
  }

  private double scrapes() {
    return prometheus.values("count_over_time(up[1h])").stream()
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  private boolean firing(String alert) {
    return answered(alerts(",alertname=\"" + alert + "\""));
  }

  private List<String> firing() {
    return prometheus.values(alerts(""));
  }

  private String alerts(String matcher) {
    return "ALERTS{alertstate=\"firing\",realm=\"" + realm.name() + "\"" + matcher + "}";
  }

  private static Path skip() {
    if (System.getenv("CI") != null) {
      throw new AssertionError(MISSING);
    }
    System.out.println("Skipped: " + MISSING);
    return Assumptions.abort(MISSING);
  }
}
