package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.AppClient;
import io.keycloakpools.simulators.cognito.CognitoAuthFlow;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.CognitoSimulatorBuilder;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.keycloakpools.userstorage.guard.TimeLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A simulated user pool, and directories configured as in Keycloak. */
final class TestUserPool implements AutoCloseable {

  static final String PASSWORD = "Correct-Horse-1";
  static final String SECRET = "s3cret-of-the-client";
  static final String KEY_ID = "AKIATEST";
  static final String KEY = "s3cret-of-the-key";
  static final String CLIENT_IP = "192.0.2.7";

  /** Enough for a busy machine; tests of time limits set their own. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private static boolean warm;

  private final CognitoSimulator simulator;
  private final ExecutorService threads = Executors.newCachedThreadPool(TestUserPool::thread);
  private final List<Directory> directories = new ArrayList<>();

  private TestUserPool(CognitoSimulator simulator) {
    this.simulator = simulator;
  }

  static TestUserPool start() {
    return start(pool -> pool);
  }

  static TestUserPool start(UnaryOperator<CognitoSimulatorBuilder> change) {
    AppClient client =
        AppClient.of("demo-client")
            .secret(SECRET)
            .flows(CognitoAuthFlow.USER_PASSWORD_AUTH, CognitoAuthFlow.ADMIN_USER_PASSWORD_AUTH);
    CognitoSimulatorBuilder builder =
        CognitoSimulator.builder().client(client).accessKey(KEY_ID, KEY);
    TestUserPool pool = new TestUserPool(change.apply(builder).build().start());
    pool.warmUp();
    return pool;
  }

  /** The first call loads the SDK's classes, which must not count against a test's time limit. */
  private void warmUp() {
    synchronized (TestUserPool.class) {
      if (!warm) {
        ConnectionTest result = directory().test();
        if (!(result instanceof ConnectionTest.Works)) {
          throw new AssertionError(result);
        }
        warm = true;
        simulator.requests().reset();
      }
    }
  }

  CognitoSimulator simulator() {
    return simulator;
  }

  /** Holds back all answers until all requests have arrived, which proves one round trip. */
  <T> T inOneRoundTrip(int requests, Supplier<T> question) {
    simulator.requests().reset();
    simulator.faults().onAll(Fault.hang());
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, threads);
    try {
      assertThat(simulator.requests().await(requests, PATIENT)).as("all at once").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      simulator.faults().clear();
    }
    return answer.join();
  }

  Directory directory() {
    return directory(PATIENT);
  }

  Directory directory(Duration timeout) {
    return directory(timeout, Map.of());
  }

  Directory directory(Map<String, String> changes) {
    return directory(PATIENT, changes);
  }

  Directory directory(Duration timeout, Map<String, String> changes) {
    return new GuardedDirectory(open(timeout, changes), List.of(new TimeLimit(timeout, threads)));
  }

  /** For tests that set the deadline of each question. */
  CognitoDirectory unlimited() {
    return open(Duration.ofDays(1), Map.of());
  }

  private CognitoDirectory open(Duration timeout, Map<String, String> changes) {
    CognitoSettings settings = settings(changes);
    CognitoDirectory directory =
        new CognitoDirectory(settings, CognitoClients.open(settings), timeout, threads);
    directories.add(directory);
    return directory;
  }

  private CognitoSettings settings(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>();
    values.put("region", simulator.region());
    values.put("userPoolId", simulator.poolId());
    values.put("clientId", "demo-client");
    values.put("clientSecret", SECRET);
    values.put("accessKeyId", KEY_ID);
    values.put("secretAccessKey", KEY);
    values.put("endpoint", simulator.endpoint().toString());
    values.putAll(changes);
    return CognitoSettings.read(entered(values));
  }

  /** Resolves {@code ${vault.…}} to {@code from-the-vault}. */
  static Settings entered(Map<String, String> values) {
    return new Settings(
        key -> values.containsKey(key) ? List.of(values.get(key)) : null,
        text -> text.startsWith("${vault.") ? "from-the-vault" : text);
  }

  CognitoUser add(CognitoUser.Builder user) {
    return simulator.users().add(user.build());
  }

  static CognitoUser.Builder ada() {
    return CognitoUser.builder("ada").password(PASSWORD).email("ada@example.com", true);
  }

  static PasswordAttempt attempt(CognitoUser user, String password) {
    return new PasswordAttempt(user.sub(), user.username(), password, Optional.of(CLIENT_IP));
  }

  PasswordCheck check(CognitoUser user, String password) {
    return directory().checkPassword(attempt(user, password));
  }

  @Override
  public void close() {
    directories.forEach(Directory::close);
    threads.shutdownNow();
    simulator.close();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "test-remote-call");
    thread.setDaemon(true);
    return thread;
  }
}
