package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Trouble;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An outage is never a wrong password, never "user unknown", and ends in time; hanging calls hang
 * until the end of the test.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class Auth0OutageTest {

  /** For what only the time limit of the HTTP client ends, which runs by the real clock. */
  private static final Duration SHORT = Duration.ofMillis(200);

  private TestTenant tenant;
  private Auth0User ada;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    ada = tenant.add(ada().role("staff"));
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  private static Stream<Trouble> troubles() {
    return Stream.concat(
        Trouble.ofAnyServer().stream(),
        Stream.of(
            new Trouble("500", Auth0Faults.internalError()),
            new Trouble("503", Auth0Faults.temporarilyUnavailable()),
            new Trouble("429", Auth0Faults.rateLimited()),
            new Trouble("401", Auth0Faults.management(401, "Invalid token", "")),
            new Trouble(
                "403", Auth0Faults.management(403, "Insufficient scope", "insufficient_scope"))));
  }

  /** Other troubles are answers, which a busy machine may take its time for. */
  private Directory directory(Trouble trouble) {
    boolean waits = trouble.endless() || trouble.name().equals("429");
    return waits ? tenant.directory(SHORT) : tenant.directory();
  }

  private static Stream<Arguments> troublesOf(Auth0Operation... operations) {
    return troubles()
        .flatMap(
            trouble -> Stream.of(operations).map(operation -> Arguments.of(trouble, operation)));
  }

  @Nested
  final class OfALookup {

    static Stream<Arguments> troublesOfEveryCall() {
      return troublesOf(
          Auth0Operation.MANAGEMENT_TOKEN,
          Auth0Operation.USERS_BY_EMAIL,
          Auth0Operation.SEARCH_USERS,
          Auth0Operation.GET_USER,
          Auth0Operation.USER_ROLES);
    }

    @ParameterizedTest
    @MethodSource("troublesOfEveryCall")
    void isToldAsOne(Trouble trouble, Auth0Operation operation) {
      tenant.simulator().faults().on(operation, trouble.fault());

      Directory directory = directory(trouble);

      assertThat(ended(() -> lookup(directory, operation))).isInstanceOf(Lookup.Unavailable.class);
    }

    private Lookup lookup(Directory directory, Auth0Operation operation) {
      return switch (operation) {
        case SEARCH_USERS -> directory.findByUsername("ada");
        case GET_USER, USER_ROLES -> directory.findByExternalId(ADA, ADA);
        default -> directory.findByEmail("Ada@example.com");
      };
    }

    @Test
    void whileNobodyListensIsToldAsOne() {
      tenant.simulator().stop();
      Directory directory = tenant.directory();

      assertThat(ended(() -> directory.findByUsername("ada")))
          .isInstanceOf(Lookup.Unavailable.class);
      assertThat(ended(() -> directory.findByEmail("ada@example.com")))
          .isInstanceOf(Lookup.Unavailable.class);
      assertThat(ended(() -> directory.findByExternalId(ADA, ADA)))
          .isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void isOverWhenTheDirectoryIsBack() {
      Directory directory = tenant.directory();
      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Found.class);
      tenant.simulator().stop();
      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
      tenant.simulator().start();

      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void isNotRetried() {
      Directory directory = tenant.directory();
      directory.findByUsername("ada");
      tenant.simulator().requests().reset();
      tenant.simulator().faults().onAll(Auth0Faults.internalError());
      directory.findByUsername("ada");

      assertThat(tenant.simulator().requests().count()).isEqualTo(1);
    }

    /** Keycloak itself gives up after 3 s. */
    @Test
    void endsBeforeKeycloakGivesUpWhateverTheSettingSays() {
      Directory directory = tenant.directory(Duration.ofDays(1));
      directory.warmUp();
      tenant.simulator().faults().onAll(Fault.hang());

      List<CompletableFuture<Lookup>> running =
          Stream.<Supplier<Lookup>>of(
                  () -> directory.findByEmail("Ada@example.com"),
                  () -> directory.findByUsername("ada"),
                  () -> directory.findByExternalId(ADA, ADA))
              .map(lookup -> CompletableFuture.supplyAsync(lookup, tenant.threads()))
              .toList();
      List<Lookup> answers = ended(() -> running.stream().map(CompletableFuture::join).toList());

      assertThat(answers).hasOnlyElementsOfType(Lookup.Unavailable.class);
    }
  }

  @Nested
  final class OfAPasswordCheck {

    static Stream<Trouble> allTroubles() {
      return troubles();
    }

    @ParameterizedTest
    @MethodSource("allTroubles")
    void isNeverAWrongPassword(Trouble trouble) {
      tenant.simulator().faults().on(Auth0Operation.PASSWORD_TOKEN, trouble.fault());

      assertThat(ended(() -> directory(trouble).checkPassword(attempt(ada, PASSWORD))))
          .isInstanceOfAny(PasswordCheck.Unavailable.class, PasswordCheck.Throttled.class);
    }

    @Test
    void thatCutsARefusalOffIsNeverAWrongPassword() {
      tenant.simulator().faults().on(Auth0Operation.PASSWORD_TOKEN, Fault.truncatedJson());

      assertThat(ended(() -> tenant.check(ada, "wrong")))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    static Stream<Arguments> troublesOfTheData() {
      return troublesOf(Auth0Operation.GET_USER, Auth0Operation.USER_ROLES);
    }

    @ParameterizedTest
    @MethodSource("troublesOfTheData")
    void besideARightPasswordIsToldWithIt(Trouble trouble, Auth0Operation operation) {
      tenant.simulator().faults().on(operation, trouble.fault());

      Auth0Directory directory =
          new Auth0Directory(
              tenant.settings(Map.of()), tenant.calls(), Duration.ofDays(1), tenant.threads());
      PasswordCheck check =
          ended(() -> directory.check(attempt(ada, PASSWORD), shortForOtherThreads()));

      assertThat(check)
          .isInstanceOfSatisfying(
              PasswordCheck.AcceptedUnseen.class,
              unseen -> assertThat(unseen.externalId()).isEqualTo(ADA));
    }

    /** The password is checked by this thread and has time; the data is not waited for. */
    private static Deadline shortForOtherThreads() {
      Thread patient = Thread.currentThread();
      return new Deadline(
          Duration.ofMinutes(1).toNanos(),
          () ->
              Thread.currentThread() == patient ? 0 : Duration.ofMinutes(1).minus(SHORT).toNanos());
    }

    @Test
    void whileNobodyListensIsToldAsOne() {
      tenant.simulator().stop();

      assertThat(ended(() -> tenant.check(ada, PASSWORD)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @Test
    void withAHugeAnswerIsToldAsOne() {
      tenant.simulator().faults().on(Auth0Operation.PASSWORD_TOKEN, Fault.hugeAnswer(8_000_000));

      assertThat(ended(() -> tenant.check(ada, PASSWORD)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @Test
    void isNotRetried() {
      tenant.simulator().faults().onAll(Auth0Faults.internalError());
      tenant.check(ada, PASSWORD);

      assertThat(tenant.passwordChecks()).hasSize(1);
    }
  }

  @Nested
  final class OfAListing {

    static Stream<Trouble> allTroubles() {
      return troubles();
    }

    @ParameterizedTest
    @MethodSource("allTroubles")
    void isNoEndOfTheList(Trouble trouble) {
      tenant.simulator().faults().on(Auth0Operation.SEARCH_USERS, trouble.fault());

      assertThat(ended(() -> directory(trouble).listUsers(Optional.empty(), 10)))
          .isInstanceOf(Listing.Unavailable.class);
    }
  }

  private static <T> T ended(Supplier<T> call) {
    T answer = call.get();

    assertThat(Thread.interrupted()).as("left interrupted").isFalse();
    return answer;
  }
}
