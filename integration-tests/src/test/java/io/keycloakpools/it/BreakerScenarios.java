package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.userstorage.guard.Breaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool neither waits for nor presses on a directory that stays down. */
public abstract class BreakerScenarios extends PoolScenarios {

  /** {@code Breaker.FAILURES}. */
  private static final int FAILURES = 5;

  /** Short enough to wait for, long enough for an answer on a busy machine. */
  private static final int TIMEOUT = 1500;

  /** {@code UnknownNames.MOST_FROM_ONE_ADDRESS}. */
  private static final int MOST_FROM_ONE_ADDRESS = 100;

  /** {@code UnknownNames.LIFE}. */
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private static final int CLIENTS = 8;

  /** Far longer than the pause of an open breaker and a trial. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  protected SimulatedDirectory simulated;
  private KeycloakRuntime keycloak;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  @BeforeEach
  void open(KeycloakRuntime runtime) {
    simulated = (SimulatedDirectory) directory;
    keycloak = runtime;
  }

  @Test
  void lookUpsAreAnsweredAtOnceWhileTheDirectoryIsDownAndOneProbeFindsThatItIsBack() {
    pool(Map.of("requestTimeout", Integer.toString(TIMEOUT)));
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("grace")));
    simulated.onLookups(Fault.hang());

    Duration before = fastest(attempts("waiting", FAILURES - 1));
    Elapsed opening = Elapsed.sinceNow();
    attempts("opening", 1).forEach(BreakerScenarios::assertComesBack);
    directory.forgetRequests();
    Duration after = fastest(attempts("refused", 10));

    assertThat(before).isGreaterThanOrEqualTo(Duration.ofMillis(TIMEOUT));
    assertThat(after).isLessThan(before);
    assertThat(simulated.requestsAbout("refused").size())
        .isLessThanOrEqualTo(opening.times(Breaker.PAUSE));
    report(before, after);
    onePersonOfManyTries();

    simulated.noFaults();
    assertSignsInAfterAWhile(ada);
    for (String name : List.of("hedy", "joan")) {
      signedIn(Flow.BROWSER, inDirectory(Person.named(name)));
    }
  }

  @Test
  void passwordChecksHaveABreakerOfTheirOwn() {
    pool(Map.of("requestTimeout", Integer.toString(TIMEOUT)));
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    simulated.onPasswordChecks(Fault.hang());
    IntStream.range(1, FAILURES).forEach(i -> assertComesBack(signIn(Flow.DIRECT_GRANT, ada)));
    Elapsed opening = Elapsed.sinceNow();
    assertComesBack(signIn(Flow.DIRECT_GRANT, ada));
    directory.forgetRequests();

    IntStream.range(0, 10).forEach(i -> assertComesBack(signIn(Flow.DIRECT_GRANT, ada)));
    assertThat(directory.passwordChecks()).isLessThanOrEqualTo(opening.times(Breaker.PAUSE));
    assertThat(realm.users().byUsername(inDirectory(Person.named("hedy")).username())).isPresent();
  }

  @Test
  void oddAnswersToOnePersonKeepNobodyElseOut() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    Person odd = inDirectory(Person.named("odd"));
    List<Fault> oddities =
        List.of(
            Fault.http(403, "text/html", "<html>Forbidden</html>"),
            Fault.http(400, "application/json", "{}"),
            Fault.http(200, "application/json", " ".repeat(10_000_000)));
    for (Fault oddity : oddities) {
      simulated.onLookups(oddity);
      for (int i = 0; i < 2 * FAILURES; i++) {
        assertThat(signIn(Flow.DIRECT_GRANT, odd).signedIn()).isFalse();
      }
      simulated.noFaults();
    }

    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void anUnknownNameReachesTheDirectoryOnceHoweverOftenItIsTyped() {
    linkedPool();
    for (String name : List.of("nobody", "nobody@example.com")) {
      directory.forgetRequests();
      Elapsed asked = Elapsed.sinceNow();
      assertThat(signIn(Flow.DIRECT_GRANT, Person.named(name)).message()).contains("Invalid user");
      int once = simulated.requestsAbout("nobody").size();
      for (Flow flow : Flow.values()) {
        for (int i = 0; i < 3; i++) {
          Attempt attempt = signIn(flow, Person.named(name).password("Guess-" + i));
          assertThat(attempt.message()).contains("Invalid user");
        }
      }
      assertThat(once).as(name).isPositive();
      assertThat(simulated.requestsAbout("nobody").size())
          .as(name)
          .isBetween(once, once * (1 + asked.times(REMEMBERED)));
    }
  }

  @Test
  void somebodyWhoIsAddedToTheDirectorySignsInAMomentLater() {
    linkedPool();
    Person ada = Person.named("ada");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("Invalid user");
    inDirectory(ada);

    assertSignsInAfterAWhile(ada);
  }

  @Test
  void somebodyWhomAnAdminSearchedForSignsInAtOnce() {
    linkedPool();
    Person ada = Person.named("ada");
    assertThat(signIn(Flow.BROWSER, ada).message()).contains("Invalid user");
    inDirectory(ada);

    assertThat(realm.users().byUsername("ada")).isPresent();

    signedIn(Flow.BROWSER, ada);
  }

  /** Guessing new names reveals nothing; known users still sign in. */
  @Test
  void everNewNamesFromOneAddressReachTheDirectoryAHundredTimesAndNoMore()
      throws InterruptedException {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    Person known = inDirectory(Person.named("grace"));
    signedIn(Flow.DIRECT_GRANT, known);
    directory.forgetRequests();
    Elapsed begun = Elapsed.sinceNow();
    assertThat(signIn(Flow.DIRECT_GRANT, Person.named("stranger")).message())
        .contains("Invalid user");
    int each = simulated.requestsAbout("stranger").size();

    List<Callable<Attempt>> strangers = new ArrayList<>();
    for (int i = 1; i < 2 * MOST_FROM_ONE_ADDRESS; i++) {
      Person stranger = Person.named("stranger-" + i);
      strangers.add(() -> signIn(Flow.DIRECT_GRANT, stranger));
    }
    assertThat(Crowd.at(CLIENTS, strangers))
        .allMatch(attempt -> attempt.message().contains("Invalid user"));

    int most = each * (MOST_FROM_ONE_ADDRESS + CLIENTS);
    assertThat(simulated.requestsAbout("stranger").size())
        .isBetween(each * MOST_FROM_ONE_ADDRESS, most * (1 + begun.times(REMEMBERED)));
    boolean refused = signIn(Flow.DIRECT_GRANT, ada).message().contains("Invalid user");
    assertThat(refused || begun.times(REMEMBERED) > 0)
        .as("within the time of the limit nobody new comes in from there")
        .isTrue();
    assertThat(refused).isEqualTo(simulated.requestsAbout("ada").isEmpty());
    signedIn(Flow.DIRECT_GRANT, known);
    assertSignsInAfterAWhile(ada);
  }

  /** Otherwise the limit for unknown names would reveal who has an account. */
  @Test
  void whoTypesTooManyNamesReadsTheSameOfThoseThatExistAndThoseThatDoNot()
      throws InterruptedException {
    linkedPool();
    realm.users().create("here-alone", "Local-1!");
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("here-linked")));
    inDirectory(Person.named("here-disabled"));
    assertThat(realm.users().byUsername("here-disabled")).isPresent();
    directory.disable("here-disabled");
    assertThat(signIn(Flow.DIRECT_GRANT, Person.named("here-disabled")).message())
        .as("the directory refuses some accounts whatever the password")
        .contains("This account is");
    ServerLog log = ServerLog.from(keycloak);
    Mailbox mailbox = Mailbox.of(realm);
    Map<String, List<Answer>> answers = new HashMap<>();
    int round = 0;
    do {
      assertThat(round).as("rounds until one is over within the limit's time").isLessThan(5);
      typeTooManyNames(round);
      for (String name : List.of("here-alone", "here-linked", "here-disabled", "nobody-" + round)) {
        answers.put(
            name.startsWith("nobody") ? "nobody" : name,
            List.of(
                Answer.ofDirectGrant(realm, name),
                Answer.ofLoginPage(realm, name),
                Answer.ofForgotPassword(realm, name)));
      }
    } while (!simulated.requestsAbout("nobody-" + round++).isEmpty());
    mailbox.close();

    assertThat(answers.get("nobody")).isEqualTo(answers.get("here-alone"));
    assertThat(answers.get("nobody")).isEqualTo(answers.get("here-linked"));
    assertThat(answers.get("nobody")).isEqualTo(answers.get("here-disabled"));
    assertThat(log.text()).contains("unknown names from one address");
    assertThat(realm.events().last("LOGIN_ERROR").error()).isNotEqualTo("user_pool_unavailable");
  }

  private void typeTooManyNames(int round) throws InterruptedException {
    List<Callable<Attempt>> strangers = new ArrayList<>();
    for (int i = 0; i < MOST_FROM_ONE_ADDRESS + CLIENTS; i++) {
      Person stranger = Person.named("typed-" + round + "-" + i);
      strangers.add(() -> signIn(Flow.DIRECT_GRANT, stranger));
    }
    assertThat(Crowd.at(CLIENTS, strangers)).noneMatch(Attempt::signedIn);
  }

  /** A server's error for one question says nothing about others. */
  @Test
  void anErrorThatSomeNamesBringAboutKeepsNobodyElseOut() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    simulated.onLookups(Fault.http(500, "application/json", "{}"));
    for (int i = 0; i < 2 * FAILURES; i++) {
      assertComesBack(signIn(Flow.DIRECT_GRANT, Person.named("odd-" + i)));
    }
    simulated.noFaults();

    signedIn(Flow.DIRECT_GRANT, ada);
  }

  /** Twenty sign-ins at once, repeated until the directory hears of one. */
  private void onePersonOfManyTries() {
    directory.forgetRequests();
    Awaitility.await("a probe")
        .atMost(LONGEST)
        .until(
            () -> {
              List<Callable<Attempt>> people = new ArrayList<>();
              for (int i = 0; i < 20; i++) {
                Person person = Person.named("crowd-" + UUID.randomUUID());
                people.add(() -> signIn(Flow.DIRECT_GRANT, person));
              }
              Crowd.at(people.size(), people).forEach(BreakerScenarios::assertComesBack);
              return !simulated.requestsAbout("crowd").isEmpty();
            });
    assertThat(simulated.requestsAbout("crowd")).hasSize(1);
  }

  private Stream<Attempt> attempts(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> signIn(Flow.DIRECT_GRANT, Person.named(name + "-" + i)));
  }

  private static Duration fastest(Stream<Attempt> attempts) {
    return attempts
        .peek(BreakerScenarios::assertComesBack)
        .map(Attempt::elapsed)
        .min(Duration::compareTo)
        .orElseThrow();
  }

  private void assertSignsInAfterAWhile(Person person) {
    Awaitility.await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(signIn(Flow.DIRECT_GRANT, person)).matches(Attempt::signedIn, "is in"));
  }

  private static void assertComesBack(Attempt attempt) {
    assertThat(attempt.message()).contains("try again in a few minutes");
    assertThat(attempt.status()).isEqualTo(503);
  }

  private void report(Duration before, Duration after) {
    Measurements.table(
        "Look-up while the directory hangs, " + directory.providerId(), "answer", "quickest");
    Measurements.row("breaker closed", Measurements.millis(before));
    Measurements.row("breaker open", Measurements.millis(after));
  }
}
