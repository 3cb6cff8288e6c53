package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.cognito.Fault;
import io.keycloakpools.simulators.cognito.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a sign-in takes and what it asks, as numbers: {@code target/measurements.md}. */
class CognitoMeasurementsIT extends PoolScenarios {

  private static final int LOGINS = 30;
  private static final Duration NONE = Duration.ZERO;
  private static final Duration FAR = Duration.ofMillis(100);
  private static final List<String> REPORT = new ArrayList<>();

  private SimulatedCognito cognito;

  /** Times of the same kind of sign-in, sorted. */
  private record Times(List<Duration> sorted) {

    Duration p50() {
      return sorted.get(sorted.size() / 2);
    }

    Duration p95() {
      return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
  }

  /** The first and the later sign-ins of some people, and how many requests one of them made. */
  private record Logins(Times first, Times later, double firstRequests, double laterRequests) {}

  @Override
  protected TestDirectory openDirectory() {
    cognito = new SimulatedCognito();
    return cognito;
  }

  @BeforeAll
  static void forgetEarlierReport() {
    REPORT.clear();
  }

  @AfterAll
  static void report() throws IOException {
    Path file = RunningKeycloak.target().resolve("measurements.md");
    Files.write(file, REPORT);
    REPORT.forEach(System.out::println);
  }

  @Test
  void signInsTakeTheRoundTripsThatTheyNeed() {
    String pool = linkedPool();
    logins("warm-up", 5);
    heading("Direct grants, " + LOGINS + " of each", "| sign-in | p50 | p95 | requests |");

    Logins near = measured("linked user", "near", NONE);
    Logins far = measured("linked user", "far", FAR);
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    Logins moved = measured("migrating user", "moved", NONE);
    Logins movedFar = measured("migrating user", "moved-far", FAR);
    row("local user", localLogins(), 0);

    assertThat(near.firstRequests()).isLessThanOrEqualTo(3);
    assertThat(near.laterRequests()).isLessThanOrEqualTo(2);
    assertThat(far.later().p50()).isLessThan(near.later().p50().plusMillis(190));
    assertThat(far.first().p50()).isLessThan(near.first().p50().plusMillis(350));
    assertThat(movedFar.first().p50()).isLessThan(moved.first().p50().plusMillis(350));
    assertThat(moved.laterRequests()).isZero();
    assertThat(movedFar.laterRequests()).isZero();
  }

  @Test
  void theTwoRequestsOfALaterSignInOverlap() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    timed(ada);
    cognito.simulator().faults().onAll(Fault.latency(FAR));
    cognito.forgetRequests();

    timed(ada);

    List<RecordedRequest> requests = requestsAbout("ada");
    assertThat(requests).hasSizeLessThanOrEqualTo(2);
    assertThat(Duration.between(requests.get(0).at(), requests.get(requests.size() - 1).at()))
        .isLessThan(FAR);
  }

  @Test
  void theSizesOfTheJars(KeycloakRuntime keycloak) throws IOException {
    heading("JARs", "| file | KiB |");
    for (Path jar : RunningKeycloak.providers()) {
      REPORT.add("| " + jar.getFileName() + " | " + Files.size(jar) / 1024 + " |");
    }
    heading("Start of the server of this run", "| with the pack | ms |");
    REPORT.add("| yes | " + keycloak.startTime().toMillis() + " |");
    assertThat(keycloak.startTime()).isPositive();
  }

  @Test
  void theStartTakesLittleLongerWithThePack() {
    if (!Boolean.getBoolean("keycloakpools.measure") && System.getenv("CI") == null) {
      String reason =
          "Skipped: starts six servers, only in CI or with -Dkeycloakpools.measure=true";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    List<Duration> with = new ArrayList<>();
    List<Duration> without = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      without.add(startTime(CognitoMeasurementsIT::plainKeycloak));
      with.add(startTime(() -> RunningKeycloak.distribution().build()));
    }
    heading("Start, three times each", "| with the pack | p50 | fastest |");
    startRow("no", times(without));
    startRow("yes", times(with));
  }

  private static DistributionRuntime plainKeycloak() {
    return DistributionRuntime.builder(Path.of(System.getProperty("keycloak.dist.zip"))).build();
  }

  private static Duration startTime(Supplier<DistributionRuntime> server) {
    try (DistributionRuntime keycloak = server.get()) {
      keycloak.start();
      return keycloak.startTime();
    }
  }

  private Logins measured(String who, String kind, Duration latency) {
    if (!latency.isZero()) {
      cognito.simulator().faults().onAll(Fault.latency(latency));
    }
    Logins logins = logins(kind, LOGINS);
    cognito.simulator().faults().clear();
    String where = ", directory " + latency.toMillis() + " ms away: ";
    row(who + where + "first", logins.first(), logins.firstRequests());
    row(who + where + "later", logins.later(), logins.laterRequests());
    return logins;
  }

  private Logins logins(String kind, int count) {
    List<Person> people =
        IntStream.range(0, count)
            .mapToObj(i -> inDirectory(Person.named(kind + "-" + i).roles("staff")))
            .toList();
    cognito.forgetRequests();
    Times first = times(people.stream().map(this::timed).toList());
    double firstRequests = requestsAbout(kind).size() / (double) count;
    cognito.forgetRequests();
    Times later = times(people.stream().map(this::timed).toList());
    return new Logins(first, later, firstRequests, requestsAbout(kind).size() / (double) count);
  }

  /** A pool that was just saved warms up beside the sign-ins; those requests are about nobody. */
  private List<RecordedRequest> requestsAbout(String kind) {
    return cognito.simulator().requests().all().stream()
        .filter(request -> request.username().filter(name -> name.startsWith(kind)).isPresent())
        .toList();
  }

  private Times localLogins() {
    Person local = Person.named("local");
    String unused = realm.users().create(local.username(), local.password());
    Stream.generate(() -> local).limit(5).forEach(this::timed);
    return times(Stream.generate(() -> local).limit(LOGINS).map(this::timed).toList());
  }

  private Duration timed(Person person) {
    TokenAnswer answer = realm.directGrant().login(person.username(), person.password());
    assertThat(answer.ok()).as(answer.toString()).isTrue();
    return answer.elapsed();
  }

  private static Times times(List<Duration> durations) {
    return new Times(durations.stream().sorted().toList());
  }

  private static void heading(String title, String columns) {
    REPORT.addAll(List.of("", "## " + title, "", columns));
    REPORT.add(columns.replaceAll("[^|]+", "---"));
  }

  private static void row(String what, Times times, double requests) {
    REPORT.add(
        "| "
            + what
            + " | "
            + times.p50().toMillis()
            + " ms | "
            + times.p95().toMillis()
            + " ms | "
            + requests
            + " |");
  }

  private static void startRow(String what, Times times) {
    REPORT.add(
        "| "
            + what
            + " | "
            + times.p50().toMillis()
            + " ms | "
            + times.sorted().get(0).toMillis()
            + " ms |");
  }
}
