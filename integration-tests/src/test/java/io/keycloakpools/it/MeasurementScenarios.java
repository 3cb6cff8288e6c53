package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.Measurements.Times;
import io.keycloakpools.simulators.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the time and the requests of a sign-in, while nothing else runs. */
@Isolated
public abstract class MeasurementScenarios extends PoolScenarios {

  /** Enough for the documentation's figures only on demand. */
  private static final int LOGINS = Measurements.WANTED ? 30 : 4;

  private static final Duration NONE = Duration.ZERO;
  private static final Duration FAR = Duration.ofMillis(100);

  private record Logins(Times first, Times later, double firstRequests, double laterRequests) {}

  protected SimulatedDirectory simulated;

  @Override
  protected String hashing() {
    return hashingOfKeycloak();
  }

  @Override
  protected abstract SimulatedDirectory openDirectory();

  /** Requests of a first sign-in, in two round trips. */
  protected abstract int requestsOfFirstSignIn();

  /** Requests of a later sign-in of a linked user, in one round trip. */
  protected abstract int requestsOfLaterSignIn();

  @BeforeEach
  void open() {
    simulated = (SimulatedDirectory) directory;
  }

  @Test
  void signInsMakeTheRequestsThatTheyNeed() {
    String pool = linkedPool();
    assertThat(logins("warm-up", 5).later().sorted()).hasSize(5);
    Measurements.table(
        "Direct grants, " + LOGINS + " of each, " + directory.providerId(),
        "sign-in",
        "p50",
        "p95",
        "requests");

    Logins near = measured("linked user", "near", NONE);
    Logins far = measured("linked user", "far", FAR);
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    Logins moved = measured("migrating user", "moved", NONE);
    Logins movedFar = measured("migrating user", "distant", FAR);
    row("local user", localLogins(), 0);

    assertThat(near.firstRequests()).isLessThanOrEqualTo(requestsOfFirstSignIn());
    assertThat(near.laterRequests()).isLessThanOrEqualTo(requestsOfLaterSignIn());
    assertThat(moved.firstRequests()).isLessThanOrEqualTo(requestsOfFirstSignIn());
    assertThat(far.firstRequests()).isEqualTo(near.firstRequests());
    assertThat(far.laterRequests()).isEqualTo(near.laterRequests());
    assertThat(moved.laterRequests()).isZero();
    assertThat(movedFar.laterRequests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFirstSignInTakesTwoRoundTripsAndALaterOneOne(boolean migrating) {
    pool(Map.of("justInTimeMigration", Boolean.toString(migrating)));
    assertThat(timed(inDirectory(Person.named("grace")))).isPositive();
    Person ada = inDirectory(Person.named("ada"));

    assertTakesRoundTrips(ada, 1, requestsOfFirstSignIn() - 1);

    if (!migrating) {
      assertTakesRoundTrips(ada, requestsOfLaterSignIn());
    }
  }

  /** No answer comes before all requests of a round trip have arrived. */
  private void assertTakesRoundTrips(Person person, int... requests) {
    simulated.onEverything(Fault.hang());
    directory.forgetRequests();
    CompletableFuture<Duration> signIn = CompletableFuture.supplyAsync(() -> timed(person));
    int all = 0;
    for (int more : requests) {
      all += more;
      int expected = all;
      await(() -> simulated.requestsAbout(person.username()).size() >= expected);
      simulated.answerWhatHangs();
    }

    assertThat(signIn.join()).isPositive();
    assertThat(simulated.requestsAbout(person.username())).hasSize(all);
    simulated.noFaults();
  }

  private Logins measured(String who, String kind, Duration latency) {
    if (!latency.isZero()) {
      simulated.onEverything(Fault.latency(latency));
    }
    Logins logins = logins(kind, LOGINS);
    simulated.noFaults();
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
    directory.forgetRequests();
    Times first = Times.of(people.stream().map(this::timed).toList());
    double firstRequests = simulated.requestsAbout(kind).size() / (double) count;
    directory.forgetRequests();
    Times later = Times.of(people.stream().map(this::timed).toList());
    double laterRequests = simulated.requestsAbout(kind).size() / (double) count;
    return new Logins(first, later, firstRequests, laterRequests);
  }

  private Times localLogins() {
    Person local = Person.named("local");
    assertThat(realm.users().create(local.username(), local.password())).isNotEmpty();
    Stream.generate(() -> local).limit(5).forEach(this::timed);
    return Times.of(Stream.generate(() -> local).limit(LOGINS).map(this::timed).toList());
  }

  private Duration timed(Person person) {
    TokenAnswer answer = realm.directGrant().login(person.username(), person.password());
    assertThat(answer.ok()).as(answer.toString()).isTrue();
    return answer.elapsed();
  }

  private static void row(String what, Times times, double requests) {
    Measurements.row(
        what, Measurements.millis(times.p50()), Measurements.millis(times.p95()), requests);
  }
}
