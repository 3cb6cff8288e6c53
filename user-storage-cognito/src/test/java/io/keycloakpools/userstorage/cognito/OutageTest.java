package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.cognito.Pool.PASSWORD;
import static io.keycloakpools.userstorage.cognito.Pool.ada;
import static io.keycloakpools.userstorage.cognito.Pool.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.Fault;
import io.keycloakpools.simulators.cognito.Operation;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An outage is never a wrong password, never "user unknown", and never takes long. */
final class OutageTest {

  private static final Duration TIMEOUT = Duration.ofMillis(400);

  /** What a busy machine may add. */
  private static final Duration MARGIN = Duration.ofMillis(600);

  private Pool pool;
  private CognitoUser ada;

  @BeforeEach
  void start() {
    pool = Pool.start();
    ada = pool.add(ada().group("staff"));
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private record Trouble(String name, Fault fault) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Trouble> troubles() {
    return List.of(
        new Trouble("hang", Fault.hang()),
        new Trouble("latency", Fault.latency(Duration.ofSeconds(5))),
        new Trouble("slow drip", Fault.slowDrip(Duration.ofMillis(50))),
        new Trouble("reset", Fault.connectionReset()),
        new Trouble("500", Fault.internalError()),
        new Trouble("502 with HTML", Fault.http(502, "text/html", "<html>Bad Gateway</html>")),
        new Trouble("503 with nothing", Fault.http(503, "text/plain", "")),
        new Trouble("403 with HTML", Fault.http(403, "text/html", "<html>Blocked</html>")),
        new Trouble("404 with HTML", Fault.http(404, "text/html", "<html>Not here</html>")),
        new Trouble("200 with HTML", Fault.http(200, "text/html", "<html>Portal</html>")),
        new Trouble("truncated JSON", Fault.truncatedJson()),
        new Trouble("redirect", Fault.http(302, "text/html", "<html>Portal</html>")),
        new Trouble("WAF", Fault.forbidden()),
        new Trouble("throttling", Fault.throttled()),
        new Trouble("no permission", Fault.error("AccessDeniedException", "not authorized")),
        new Trouble("expired key", Fault.error("ExpiredTokenException", "expired")));
  }

  @Nested
  final class OfALookup {

    static Stream<Arguments> troublesOfEveryCall() {
      return troubles().stream()
          .flatMap(
              trouble ->
                  Stream.of(
                          Operation.ADMIN_GET_USER,
                          Operation.LIST_USERS,
                          Operation.ADMIN_LIST_GROUPS_FOR_USER)
                      .map(operation -> Arguments.of(trouble, operation)));
    }

    @ParameterizedTest
    @MethodSource("troublesOfEveryCall")
    void isToldAsOne(Trouble trouble, Operation operation) {
      pool.simulator().faults().on(operation, trouble.fault());

      assertThat(inTime(() -> lookup(operation))).isInstanceOf(Lookup.Unavailable.class);
    }

    private Lookup lookup(Operation operation) {
      Directory directory = pool.directory(TIMEOUT);
      return switch (operation) {
        case ADMIN_GET_USER -> directory.findByUsername("ada");
        case LIST_USERS -> directory.findByEmail("ada@example.com");
        default -> directory.findByExternalId(ada.sub());
      };
    }

    @Test
    void whileNobodyListensIsToldAsOne() {
      pool.simulator().stop();
      Directory directory = pool.directory(TIMEOUT);

      assertThat(inTime(() -> directory.findByUsername("ada")))
          .isInstanceOf(Lookup.Unavailable.class);
      assertThat(inTime(() -> directory.findByEmail("ada@example.com")))
          .isInstanceOf(Lookup.Unavailable.class);
      assertThat(inTime(() -> directory.findByExternalId(ada.sub())))
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
    void withAHugeAnswerStaysInTime() {
      Directory directory = pool.directory();
      pool.simulator().faults().onAll(Fault.hugeAnswer(4_000_000));

      assertThat(within(Duration.ofSeconds(4), () -> directory.findByUsername("ada")))
          .isNotInstanceOf(Lookup.NotFound.class);
    }

    /** A proxy or an emulator that answers every call with an empty object. */
    @Test
    void thatAnswersWithoutAUserIsToldAsOne() {
      pool.simulator().faults().onAll(Fault.http(200, "application/x-amz-json-1.1", "{}"));

      assertThat(pool.directory().findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void isNotRetried() {
      pool.simulator().faults().onAll(Fault.internalError());
      pool.directory().findByUsername("ada");

      assertThat(pool.simulator().requests().count()).isEqualTo(1);
    }

    /** Keycloak itself gives up after 3 s. */
    @Test
    void neverTakesLongerThanTwoAndAHalfSecondsWhateverTheSettingSays() {
      Directory directory = pool.directory(Duration.ofSeconds(30));
      pool.simulator().faults().on(Operation.LIST_USERS, Fault.hang());
      pool.simulator().faults().on(Operation.ADMIN_LIST_GROUPS_FOR_USER, Fault.hang());
      pool.simulator()
          .faults()
          .on(Operation.ADMIN_GET_USER, Fault.latency(Duration.ofMillis(1500)));

      List<Supplier<Lookup>> lookups =
          List.of(
              () -> directory.findByEmail("ada@example.com"),
              () -> directory.findByExternalId(ada.sub()),
              () -> directory.findByExternalId("nobody"));
      List<Lookup> answers = within(Duration.ofMillis(2900), () -> together(lookups));

      assertThat(answers).hasOnlyElementsOfType(Lookup.Unavailable.class);
    }

    /** The JDK's HTTP client does not end a read on an interrupt, so the time limit must. */
    @Test
    void endsInTimeAlsoWhenItIsInterrupted() throws InterruptedException {
      Directory directory = pool.directory(Duration.ofSeconds(30));
      pool.simulator().faults().onAll(Fault.hang());
      AtomicReference<Lookup> answer = new AtomicReference<>();
      Thread thread = new Thread(() -> answer.set(directory.findByUsername("ada")));
      thread.start();
      pool.simulator().requests().await(1, Duration.ofSeconds(2));
      thread.interrupt();
      thread.join(2900);

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
      pool.simulator().faults().on(Operation.INITIATE_AUTH, trouble.fault());
      pool.simulator().faults().on(Operation.ADMIN_INITIATE_AUTH, trouble.fault());

      assertThat(inTime(() -> check(flow, PASSWORD)))
          .isInstanceOfAny(PasswordCheck.Unavailable.class, PasswordCheck.Throttled.class);
    }

    @Test
    void thatCutsARefusalOffIsNeverAWrongPassword() {
      pool.simulator().faults().on(Operation.INITIATE_AUTH, Fault.truncatedJson());

      assertThat(inTime(() -> check(AuthFlow.USER_PASSWORD_AUTH, "wrong")))
          .isNotInstanceOfAny(PasswordCheck.Rejected.class, PasswordCheck.Accepted.class);
    }

    static Stream<Trouble> troublesOfTheProfile() {
      return troubles().stream();
    }

    @ParameterizedTest
    @MethodSource("troublesOfTheProfile")
    void besideARightPasswordLetsNobodyIn(Trouble trouble) {
      pool.simulator().faults().on(Operation.ADMIN_GET_USER, trouble.fault());

      assertThat(inTime(() -> check(AuthFlow.USER_PASSWORD_AUTH, PASSWORD)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @Test
    void byThrottlingIsThrottled() {
      pool.simulator().faults().onAll(Fault.throttled());

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.Throttled(Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void whileNobodyListensIsToldAsOne(AuthFlow flow) {
      pool.simulator().stop();

      assertThat(inTime(() -> check(flow, PASSWORD))).isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @Test
    void ofTheGroupsBehindAChallengeStaysInTime() {
      pool.simulator().users().update("ada", user -> user.forcedChallenge("SMS_MFA"));
      pool.simulator().faults().on(Operation.ADMIN_LIST_GROUPS_FOR_USER, Fault.hang());

      assertThat(inTime(() -> check(AuthFlow.USER_PASSWORD_AUTH, PASSWORD)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @Test
    void isNotRetried() {
      pool.simulator().faults().onAll(Fault.internalError());
      pool.check(ada, PASSWORD);

      assertThat(pool.simulator().requests().count(Operation.INITIATE_AUTH)).isEqualTo(1);
    }

    @Test
    void neverSendsThePasswordWhereARedirectPoints() {
      try (Pool elsewhere = Pool.start()) {
        elsewhere.simulator().requests().reset();
        pool.simulator().faults().onAll(Fault.redirect(elsewhere.simulator().endpoint()));

        assertThat(pool.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
        assertThat(elsewhere.simulator().requests().count()).isZero();
      }
    }

    private PasswordCheck check(AuthFlow flow, String password) {
      return pool.directory(TIMEOUT, Map.of("authFlow", flow.name()))
          .checkPassword(attempt(ada, password));
    }
  }

  private static <T> T inTime(Supplier<T> call) {
    return within(TIMEOUT.plus(MARGIN), call);
  }

  /** Also: the SDK ends calls by interrupting the thread, and must not leave it interrupted. */
  private static <T> T within(Duration most, Supplier<T> call) {
    long start = System.nanoTime();
    T answer = call.get();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(most);
    assertThat(Thread.interrupted()).as("left interrupted").isFalse();
    return answer;
  }

  private static List<Lookup> together(List<Supplier<Lookup>> lookups) {
    List<CompletableFuture<Lookup>> running =
        lookups.stream()
            .map(lookup -> CompletableFuture.supplyAsync(lookup, OutageTest::run))
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}
