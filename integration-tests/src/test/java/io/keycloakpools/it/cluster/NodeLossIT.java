package io.keycloakpools.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.Crowd;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.Person;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** Node A dies while people sign in for the first time. */
class NodeLossIT extends TwoNodes {

  private static final int PEOPLE = 200;
  private static final int CLIENTS = 8;

  /** Sign-ins on A before it dies. */
  private static final int BEFORE = 20;

  /** Time for retries on B. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** People whose sign-in on A failed or got no answer. */
  private final Queue<Person> cutOff = new ConcurrentLinkedQueue<>();

  private final CountDownLatch enough = new CountDownLatch(BEFORE);
  private final Queue<Person> inOnA = new ConcurrentLinkedQueue<>();
  private final Queue<Attempt> refusedOnB = new ConcurrentLinkedQueue<>();
  private final Queue<Duration> timesOnB = new ConcurrentLinkedQueue<>();

  @Test
  void nobodyIsLost(KeycloakCluster cluster) throws Exception {
    realm.createRole("staff").expectDone();
    migratingPool();
    List<Person> people =
        IntStream.range(0, PEOPLE)
            .mapToObj(i -> inDirectory(Person.named("person-" + i).roles("staff")))
            .toList();

    signInForTheFirstTimeOf(realm, people.get(0));
    signInForTheFirstTimeOf(onB, people.get(1));

    killUnderLoad(cluster, people);

    cluster.awaitBAlone();
    assertThat(cutOff).as("sign-ins that A did not answer").isNotEmpty();
    assertEverybodyIsThereOnce(onB, people);
    assertThat(logOfB.errors()).noneMatch(line -> line.contains("keycloakpools"));
    directory.stop();
    assertAllIn(onB, people);

    cluster.a().start();
    cluster.awaitBoth();
    assertAllIn(realm, people.subList(0, 40));
    directory.start();
    for (TestRealm node : List.of(realm, onB)) {
      Person next = inDirectory(Person.named("next-" + node.hashCode()));
      assertThat(signIn(node, next).orElseThrow().signedIn()).isTrue();
    }
  }

  /** A node's first sign-in takes long, so it runs before the load. */
  private static void signInForTheFirstTimeOf(TestRealm node, Person person) {
    assertThat(Flow.BROWSER.signIn(node, person.username(), person.password()).signedIn()).isTrue();
    assertThat(signIn(node, person).orElseThrow().signedIn()).isTrue();
  }

  private void killUnderLoad(KeycloakCluster cluster, List<Person> people) throws Exception {
    List<Callable<Boolean>> deeds = new ArrayList<>();
    people.forEach(person -> deeds.add(() -> comesIn(person)));
    ExecutorService load = Executors.newSingleThreadExecutor();
    try {
      Future<List<Boolean>> all = load.submit(() -> Crowd.at(CLIENTS, deeds));
      assertThat(enough.await(1, TimeUnit.MINUTES)).as("sign-ins on A").isTrue();
      cluster.a().kill();
      assertThat(all.get(3, TimeUnit.MINUTES)).doesNotContain(false);
    } finally {
      load.shutdownNow();
    }
    report();
  }

  /** Like a load balancer: every second person goes to A first and, without an answer, to B. */
  private boolean comesIn(Person person) {
    boolean toA = person.username().hashCode() % 2 == 0;
    if (toA) {
      if (signIn(realm, person).filter(Attempt::signedIn).isPresent()) {
        inOnA.add(person);
        enough.countDown();
        return true;
      }
      cutOff.add(person);
    }
    return comesInOnB(person);
  }

  private boolean comesInOnB(Person person) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      Attempt attempt = signIn(onB, person).orElseThrow();
      if (attempt.signedIn()) {
        timesOnB.add(Duration.ofNanos(System.nanoTime() - begin));
        return true;
      }
      refusedOnB.add(attempt);
    }
    return false;
  }

  /** Empty without an answer. */
  private static Optional<Attempt> signIn(TestRealm node, Person person) {
    Flow flow = person.username().endsWith("7") ? Flow.BROWSER : Flow.DIRECT_GRANT;
    try {
      return Optional.of(flow.signIn(node, person.username(), person.password()));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static void assertEverybodyIsThereOnce(TestRealm node, List<Person> people) {
    assertThat(node.users().all())
        .extracting(UserRepresentation::getUsername)
        .containsExactlyInAnyOrderElementsOf(people.stream().map(Person::username).toList());
    assertThat(node.rest().texts("/roles/staff/users?max=1000", "username")).hasSize(PEOPLE);
  }

  private static void assertAllIn(TestRealm node, List<Person> people) {
    for (Person person : people) {
      Attempt attempt = signIn(node, person).orElseThrow();
      assertThat(attempt.signedIn()).as(person.username() + ": " + attempt).isTrue();
    }
  }

  private void report() {
    System.out.printf(
        "Node A killed: %d were in on A, %d were cut off, %d came in on B, at the longest after"
            + " %s; refused on B meanwhile: %s%n",
        inOnA.size(),
        cutOff.size(),
        timesOnB.size(),
        timesOnB.stream().max(Duration::compareTo).orElse(Duration.ZERO),
        refusedOnB);
  }
}
