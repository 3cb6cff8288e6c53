package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.simulators.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Many sign-ins at once, also while an admin works on the pool. They take the whole machine, so
 * they run alone. {@link AlwaysHoldsScenarios}, point 8, has fifty first sign-ins by direct grant.
 */
@Isolated
public abstract class ConcurrencyScenarios extends PoolScenarios {

  private static final int PEOPLE = 500;
  private static final int CLIENTS = 32;

  private ServerLog log;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  @BeforeEach
  void watch(KeycloakRuntime keycloak) {
    log = ServerLog.of(realm, keycloak);
  }

  private record Window(Browser browser, Page page) {}

  /**
   * One page opens first: otherwise several requests each create the realm's keys, and some cannot
   * read their cookies again.
   */
  @Test
  void fiftyFirstSignInsOfOnePersonAtTheLoginPageMakeOneUser() throws Exception {
    realm.createRole("staff").expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada").roles("staff"));
    realm.browser().open();
    List<Window> windows =
        Crowd.at(
            8,
            times(
                50,
                number -> {
                  Browser browser = realm.browser();
                  return new Window(browser, browser.open());
                }));

    List<LoginOutcome> outcomes =
        Crowd.at(
            50,
            times(
                50,
                number -> {
                  Window window = windows.get(number);
                  return window
                      .browser()
                      .enter(window.page(), ada.username(), ada.password())
                      .outcome();
                }));

    assertThat(outcomes).allMatch(LoginOutcome.SignedIn.class::isInstance);
    String id = imported(ada).getId();
    assertThat(realm.users().count()).isEqualTo(1);
    assertThat(realm.users().sessions(id)).isEqualTo(50);
    assertThat(realm.users().credentials(id)).hasSize(1);
    assertThat(realm.users().realmRoles(id)).contains("staff");
    assertThat(log.errors()).isEmpty();
  }

  /**
   * Keycloak's DefaultBlockingBruteForceProtector lets one sign-in of a person run at a time, local
   * users included, and refuses the others as "temporarily disabled" without counting.
   */
  @Test
  void withBruteForceDetectionKeycloakLetsOneOfThemRunAtATimeAndCountsNothing() throws Exception {
    protectFromBruteForce();
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));

    List<Attempt> attempts =
        Crowd.at(
            50,
            times(50, number -> Flow.DIRECT_GRANT.signIn(realm, ada.username(), ada.password())));

    assertThat(attempts).anyMatch(Attempt::signedIn).allMatch(ConcurrencyScenarios::clean);
    assertThat(realm.events().ofType("LOGIN_ERROR"))
        .extracting(Event::error)
        .isNotEmpty()
        .containsOnly("user_temporarily_disabled");
    assertThat(realm.users().count()).isEqualTo(1);
    assertThat(failures(imported(ada))).isZero();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void fiveHundredLinkedPeopleAtOnceAllSignInAndAreOneUserEach() throws Exception {
    linkedPool();
    assertEverybodySignsIn();
  }

  @Test
  void fiveHundredMigratingPeopleAtOnceAllMoveAndAreOneUserEach() throws Exception {
    migratingPool();
    List<Person> people = assertEverybodySignsIn();

    directory.stop();
    for (Person person : people.subList(0, 20)) {
      signedIn(Flow.DIRECT_GRANT, person);
    }
  }

  private List<Person> assertEverybodySignsIn() throws Exception {
    realm.createRole("staff").expectDone();
    List<Person> people = people(PEOPLE);

    List<Attempt> attempts =
        Crowd.at(CLIENTS, times(PEOPLE, number -> signIn(Flow.DIRECT_GRANT, people.get(number))));

    assertThat(attempts).allMatch(Attempt::signedIn);
    assertThat(realm.users().all())
        .extracting(UserRepresentation::getUsername)
        .containsExactlyInAnyOrderElementsOf(people.stream().map(Person::username).toList());
    assertThat(realm.rest().texts("/roles/staff/users?max=1000", "username")).hasSize(PEOPLE);
    assertThat(realm.rest().texts("/client-session-stats", "active"))
        .containsExactly(String.valueOf(PEOPLE));
    assertThat(log.errors()).isEmpty();
    return people;
  }

  @Test
  void aPoolIsEditedSwitchedOffAndOnWhilePeopleSignIn() throws Exception {
    realm.createRole("staff").expectDone();
    String pool = linkedPool();
    List<Person> people = people(40);
    List<Attempt> attempts;

    try (Traffic traffic = Traffic.of(8, number -> signInOf(people, number))) {
      traffic.awaitMore(20);
      for (int round = 0; round < 3; round++) {
        rename(pool, "pool-" + round);
        traffic.awaitMore(8);
        change(pool, Map.of("requestTimeout", String.valueOf(9000 + round)));
        traffic.awaitMore(8);
        change(pool, Map.of("attributeMappings", pairs(directory.attribute(), "field" + round)));
        traffic.awaitMore(8);
        realm.components().disable(pool).expectDone();
        traffic.awaitMore(8);
        realm.components().enable(pool).expectDone();
        traffic.awaitMore(8);
      }
      traffic.close();
      attempts = traffic.attempts();
    }

    assertThat(log.errors()).isEmpty();
    assertThat(attempts).allMatch(ConcurrencyScenarios::clean).anyMatch(Attempt::signedIn);
    for (Person person : people) {
      signedIn(Flow.DIRECT_GRANT, person);
      assertThat(imported(person).getFederationLink()).isEqualTo(pool);
    }
    assertThat(realm.users().count()).isEqualTo(people.size());
    assertThat(log.errors()).isEmpty();
  }

  /** A sign-in that began before may still write. */
  @Test
  void aPoolIsSwitchedOffAndDeletedWhilePeopleSignIn() throws Exception {
    realm.createRole("staff").expectDone();
    String pool = linkedPool();
    List<Person> people = people(40);

    try (Traffic traffic = Traffic.of(8, number -> signInOf(people, number))) {
      traffic.awaitMore(20);
      realm.components().disable(pool).expectDone();
      traffic.awaitPresentOnes();
      realm.components().delete(pool).expectDone();
      traffic.awaitMore(40);
      assertGone(traffic, people);
    }
    assertThat(log.errors()).isEmpty();
  }

  /**
   * Keycloak deletes imported users table by table (JpaUserProvider.removeImportedUsers). A
   * concurrent sign-in makes the deletion fail, by a constraint or a deadlock; then nothing is
   * deleted, and the admin repeats it.
   */
  @Test
  void aPoolIsDeletedAtOnceWhilePeopleSignIn() throws Exception {
    realm.createRole("staff").expectDone();
    String pool = linkedPool();
    List<Person> people = people(40);

    try (Traffic traffic = Traffic.of(8, number -> signInOf(people, number))) {
      traffic.awaitMore(20);
      int failed = 0;
      while (failed < 20 && !deleted(pool)) {
        failed++;
        assertThat(realm.components().get(pool).getId()).isEqualTo(pool);
        traffic.awaitMore(8);
      }
      traffic.awaitMore(40);
      assertGone(traffic, people);
      assertThat(log.errors()).as("errors, all of deletions").hasSizeLessThanOrEqualTo(failed);
    }
  }

  private boolean deleted(String pool) {
    return realm.components().delete(pool) instanceof Change.Done;
  }

  static Stream<Arguments> flowsWithAndWithoutACachedUser() {
    return Arrays.stream(Flow.values())
        .flatMap(flow -> Stream.of(arguments(flow, true), arguments(flow, false)));
  }

  /** A user who is read from the database, not from the cache, leaves more in the request. */
  @ParameterizedTest
  @MethodSource("flowsWithAndWithoutACachedUser")
  void aUserWhoIsDeletedDuringTheirOwnSignInIsRefusedAndComesBackAsNew(Flow flow, boolean cached)
      throws Exception {
    for (String migrate : List.of("false", "true")) {
      String pool = pool(Map.of("justInTimeMigration", migrate));
      Person ada = inDirectory(Person.named("ada"));
      String id = realm.users().byUsername(ada.username()).orElseThrow().getId();
      if (!cached) {
        realm.rest().post("/clear-user-cache", null).expectDone();
      }
      directory.forgetRequests();
      ((SimulatedDirectory) directory).onPasswordChecks(Fault.latency(Duration.ofSeconds(1)));

      CompletableFuture<Attempt> attempt = CompletableFuture.supplyAsync(() -> signIn(flow, ada));
      await(() -> directory.passwordChecks() == 1);
      realm.users().delete(id).expectDone();

      assertThat(attempt.get(1, TimeUnit.MINUTES).message()).contains("This account is disabled");
      assertThat(realm.users().count()).isZero();
      ((SimulatedDirectory) directory).noFaults();
      signedIn(flow, ada);
      assertThat(imported(ada).getId()).isNotEqualTo(id);
      realm.components().delete(pool).expectDone();
      directory.delete(ada.username());
      realm.users().all().forEach(user -> realm.users().delete(user.getId()).expectDone());
    }
    assertThat(log.errors()).isEmpty();
  }

  private void assertGone(Traffic traffic, List<Person> people) throws InterruptedException {
    traffic.close();
    assertThat(traffic.attempts())
        .allMatch(ConcurrencyScenarios::clean)
        .anyMatch(Attempt::signedIn);
    assertThat(realm.components().all()).isEmpty();
    for (Person person : people) {
      assertThat(signIn(Flow.DIRECT_GRANT, person).signedIn()).isFalse();
    }
    assertThat(realm.users().all()).isEmpty();
  }

  private List<Person> people(int count) {
    List<Person> people = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      people.add(
          inDirectory(
              Person.named("person-" + number)
                  .roles("staff")
                  .attribute(directory.attribute(), "Research")));
    }
    return people;
  }

  /** One in eight uses the browser, which also loads the login page. */
  private Attempt signInOf(List<Person> people, int number) {
    Flow flow = number % 8 == 0 ? Flow.BROWSER : Flow.DIRECT_GRANT;
    return signIn(flow, people.get(number % people.size()));
  }

  private void rename(String pool, String name) {
    var component = realm.components().get(pool);
    component.setName(name);
    realm.rest().put("/components/" + pool, component).expectDone();
  }

  private void change(String pool, Map<String, String> settings) {
    realm.components().change(pool, settings).expectDone();
  }

  /** Signed in or refused properly, without a server error. */
  private static boolean clean(Attempt attempt) {
    return attempt.signedIn()
        || attempt.status() < 500
        || (attempt.status() == 503 && attempt.message().contains("temporarily_unavailable"));
  }

  private static <T> List<Callable<T>> times(int count, Function<Integer, T> deed) {
    List<Callable<T>> deeds = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int own = number;
      deeds.add(() -> deed.apply(own));
    }
    return deeds;
  }
}
