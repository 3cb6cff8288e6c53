package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.cognito.TestUserPool.PASSWORD;
import static io.keycloakpools.userstorage.cognito.TestUserPool.ada;
import static io.keycloakpools.userstorage.cognito.TestUserPool.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Trouble;
import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.CognitoOperation;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An outage is never a wrong password, never "user unknown", and ends in time; hanging calls hang
 * until the end of the test.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class CognitoOutageTest {

  /** For what only the time limit of the SDK ends, which runs by the real clock. */
  private static final Duration SHORT = Duration.ofMillis(400);

  private TestUserPool pool;
  private CognitoUser ada;

  @BeforeEach
  void start() {
    pool = TestUserPool.start();
    ada = pool.add(ada().group("staff"));
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private static List<Trouble> troubles() {
    return Stream.concat(
            Trouble.ofAnyServer().stream(),
            Stream.of(
                new Trouble("500", CognitoFaults.internalError()),
                new Trouble("WAF", CognitoFaults.forbidden()),
                new Trouble("throttling", CognitoFaults.throttled()),
                new Trouble(
                    "no permission",
                    CognitoFaults.error("AccessDeniedException", "not authorized")),
                new Trouble(
                    "expired key", CognitoFaults.error("ExpiredTokenException", "expired"))))
        .toList();
  }

  /** Other troubles are answers, which a busy machine may take its time for. */
  private Directory directory(Trouble trouble, Map<String, String> changes) {
    return trouble.endless() ? pool.directory(SHORT, changes) : pool.directory(changes);
  }

  @Nested
  final class OfALookup {

    static Stream<Arguments> troublesOfEveryCall() {
      return troubles().stream()
          .flatMap(
              trouble ->
                  Stream.of(
                          CognitoOperation.ADMIN_GET_USER,
                          CognitoOperation.LIST_USERS,
                          CognitoOperation.ADMIN_LIST_GROUPS_FOR_USER)
                      .map(operation -> Arguments.of(trouble, operation)));
    }

    @ParameterizedTest
    @MethodSource("troublesOfEveryCall")
    void isToldAsOne(Trouble trouble, CognitoOperation operation) {
      pool.simulator().faults().on(operation, trouble.fault());

      Directory directory = directory(trouble, Map.of());

      assertThat(ended(() -> lookup(directory, operation))).isInstanceOf(Lookup.Unavailable.class);
    }

    private Lookup lookup(Directory directory, CognitoOperation operation) {
      return switch (operation) {
        case ADMIN_GET_USER -> directory.findByUsername("ada");
        case LIST_USERS -> directory.findByEmail("ada@example.com");
        default -> directory.findByExternalId(ada.sub(), ada.sub());
      };
    }

    @Test
    void whileNobodyListensIsToldAsOne() {
      pool.simulator().stop();
      Directory directory = pool.directory();

      assertThat(ended(() -> directory.findByUsername("ada")))
          .isInstanceOf(Lookup.Unavailable.class);
      assertThat(ended(() -> directory.findByEmail("ada@example.com")))
          .isInstanceOf(Lookup.Unavailable.class);
      assertThat(ended(() -> directory.findByExternalId(ada.sub(), ada.sub())))
          .isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void isOverWhenTheDirectoryIsBack() {
      Directory directory = pool.directory();
      pool.simulator().stop();
      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
      pool.simulator().start();

      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void withAHugeAnswerIsNotUserUnknown() {
      Directory directory = pool.directory();
      pool.simulator().faults().onAll(Fault.hugeAnswer(4_000_000));

      assertThat(ended(() -> directory.findByUsername("ada")))
          .isNotInstanceOf(Lookup.NotFound.class);
    }

    /** A proxy or an emulator answers every call with an empty object. */
    @Test
    void thatAnswersWithoutAUserIsToldAsOne() {
      pool.simulator().faults().onAll(Fault.http(200, "application/x-amz-json-1.1", "{}"));

      assertThat(pool.directory().findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void isNotRetried() {
      pool.simulator().faults().onAll(CognitoFaults.internalError());
      pool.directory().findByUsername("ada");

      assertThat(pool.simulator().requests().count()).isEqualTo(1);
    }

    /** Keycloak itself gives up after 3 s. */
    @Test
    void endsBeforeKeycloakGivesUpWhateverTheSettingSays() {
      Directory directory = pool.directory(Duration.ofDays(1));
      pool.simulator().faults().on(CognitoOperation.LIST_USERS, Fault.hang());
      pool.simulator().faults().on(CognitoOperation.ADMIN_LIST_GROUPS_FOR_USER, Fault.hang());
      pool.simulator()
          .faults()
          .on(CognitoOperation.ADMIN_GET_USER, Fault.latency(Duration.ofMillis(1500)));

      List<Supplier<Lookup>> lookups =
          List.of(
              () -> directory.findByEmail("ada@example.com"),
              () -> directory.findByExternalId(ada.sub(), ada.sub()),
              () -> directory.findByExternalId("nobody", "nobody"));
      List<Lookup> answers = ended(() -> together(lookups));

      assertThat(answers).hasOnlyElementsOfType(Lookup.Unavailable.class);
    }

    /** The JDK's HTTP client does not end a read on an interrupt, so the time limit must. */
    @Test
    void endsInTimeAlsoWhenItIsInterrupted() throws InterruptedException {
      Directory directory = pool.directory(Duration.ofDays(1));
      pool.simulator().faults().onAll(Fault.hang());
      AtomicReference<Lookup> answer = new AtomicReference<>();
      Thread thread = new Thread(() -> answer.set(directory.findByUsername("ada")));
      thread.start();
      assertThat(pool.simulator().requests().await(1, Duration.ofMinutes(1))).isTrue();
      thread.interrupt();
      thread.join();

      assertThat(answer.get()).isInstanceOf(Lookup.Unavailable.class);
    }
  }

  @Nested
  final class OfAPasswordCheck {

    static Stream<Arguments> troublesOfBothFlows() {
      return troubles().stream()
          .flatMap(
              trouble -> Arrays.stream(AuthFlow.values()).map(flow -> Arguments.of(trouble, flow)));
    }

    @ParameterizedTest
    @MethodSource("troublesOfBothFlows")
    void isNeverAWrongPassword(Trouble trouble, AuthFlow flow) {
      pool.simulator().faults().on(CognitoOperation.INITIATE_AUTH, trouble.fault());
      pool.simulator().faults().on(CognitoOperation.ADMIN_INITIATE_AUTH, trouble.fault());

      Directory directory = directory(trouble, authFlow(flow));

      assertThat(ended(() -> directory.checkPassword(attempt(ada, PASSWORD))))
          .isInstanceOfAny(PasswordCheck.Unavailable.class, PasswordCheck.Throttled.class);
    }

    @Test
    void thatCutsARefusalOffIsNeverAWrongPassword() {
      pool.simulator().faults().on(CognitoOperation.INITIATE_AUTH, Fault.truncatedJson());

      assertThat(ended(() -> pool.check(ada, "wrong")))
          .isNotInstanceOfAny(PasswordCheck.Rejected.class, PasswordCheck.Accepted.class);
    }

    static Stream<Trouble> troublesOfTheProfile() {
      return troubles().stream();
    }

    @ParameterizedTest
    @MethodSource("troublesOfTheProfile")
    void besideARightPasswordTellsNothingButWhoItIs(Trouble trouble) {
      pool.simulator().faults().on(CognitoOperation.ADMIN_GET_USER, trouble.fault());
      PasswordCheck check =
          ended(() -> pool.unlimited().check(attempt(ada, PASSWORD), shortForOtherThreads()));

      assertThat(check)
          .isInstanceOfSatisfying(
              PasswordCheck.AcceptedUnseen.class,
              unseen -> assertThat(unseen.externalId()).isEqualTo(ada.sub()));
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
    void byThrottlingIsThrottled() {
      pool.simulator().faults().onAll(CognitoFaults.throttled());

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.Throttled(Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void whileNobodyListensIsToldAsOne(AuthFlow flow) {
      pool.simulator().stop();

      Directory directory = pool.directory(authFlow(flow));

      assertThat(ended(() -> directory.checkPassword(attempt(ada, PASSWORD))))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @Test
    void ofTheGroupsBehindAChallengeStaysInTime() {
      pool.simulator().users().update("ada", user -> user.forcedChallenge("SMS_MFA"));
      pool.simulator().faults().on(CognitoOperation.ADMIN_LIST_GROUPS_FOR_USER, Fault.hang());

      Directory directory = pool.directory(SHORT);

      assertThat(ended(() -> directory.checkPassword(attempt(ada, PASSWORD))))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @Test
    void isNotRetried() {
      pool.simulator().faults().onAll(CognitoFaults.internalError());
      pool.check(ada, PASSWORD);

      assertThat(pool.simulator().requests().count(CognitoOperation.INITIATE_AUTH)).isEqualTo(1);
    }

    @Test
    void neverSendsThePasswordWhereARedirectPoints() {
      try (TestUserPool elsewhere = TestUserPool.start()) {
        elsewhere.simulator().requests().reset();
        pool.simulator().faults().onAll(Fault.redirect(elsewhere.simulator().endpoint()));

        assertThat(pool.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
        assertThat(elsewhere.simulator().requests().count()).isZero();
      }
    }

    private static Map<String, String> authFlow(AuthFlow flow) {
      return Map.of("authFlow", flow.name());
    }
  }

  /**
   * Also checks that the SDK, which ends calls by interrupting the thread, does not leave it
   * interrupted.
   */
  private static <T> T ended(Supplier<T> call) {
    T answer = call.get();

    assertThat(Thread.interrupted()).as("left interrupted").isFalse();
    return answer;
  }

  private static List<Lookup> together(List<Supplier<Lookup>> lookups) {
    List<CompletableFuture<Lookup>> running =
        lookups.stream()
            .map(lookup -> CompletableFuture.supplyAsync(lookup, CognitoOutageTest::run))
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}
