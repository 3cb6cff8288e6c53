package io.keycloakpools.userstorage.rest;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.RecordedRestRequest;
import io.keycloakpools.simulators.rest.RestOperation;
import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.keycloakpools.userstorage.guard.TimeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.HttpClients;

/** A simulated endpoint, and directories configured as in Keycloak. */
final class TestEndpoint implements AutoCloseable {

  static final String PASSWORD = "Correct-Horse-1";
  static final String TOKEN = "t0ken-of-the-pool";
  static final String CLIENT_IP = "192.0.2.7";
  static final String ADA = "42";

  /** Enough for a busy machine; tests of time limits set their own. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final Contract contract;
  private final RestSimulator simulator = RestSimulator.onPort(0).start();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Configured like Keycloak's with {@code max-retries}. */
  private final CloseableHttpClient client =
      HttpClients.custom()
          .setMaxConnTotal(64)
          .setMaxConnPerRoute(64)
          .setRetryHandler(new DefaultHttpRequestRetryHandler(2, true))
          .build();

  private TestEndpoint(Contract contract) {
    this.contract = contract;
  }

  /** An endpoint with the usable user Ada. */
  static TestEndpoint start(Contract contract) {
    TestEndpoint endpoint = new TestEndpoint(contract);
    endpoint.simulator.authorization("Bearer " + TOKEN);
    endpoint.simulator.users().add(ada().build());
    return endpoint;
  }

  static RestUser.Builder ada() {
    return RestUser.builder(ADA, "ada")
        .password(PASSWORD)
        .email("ada@example.com", true)
        .name("Ada", "Lovelace")
        .add("roles", "staff");
  }

  RestSimulator simulator() {
    return simulator;
  }

  Directory directory() {
    return directory(PATIENT, Map.of());
  }

  Directory directory(Map<String, String> changes) {
    return directory(PATIENT, changes);
  }

  Directory directory(Duration timeout, Map<String, String> changes) {
    RestDirectory directory =
        RestDirectory.open(settings(changes), new JsonCalls(client), timeout, threads);
    return new GuardedDirectory(directory, List.of(new TimeLimit(timeout, threads)));
  }

  RestSettings settings(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>();
    values.put("url", address());
    values.put("contract", Word.hyphenated(contract));
    values.put("token", TOKEN);
    values.putAll(changes);
    return RestSettings.read(entered(values));
  }

  String address() {
    return (contract == Contract.POOLS ? simulator.pools() : simulator.migration()).toString();
  }

  /** Resolves {@code ${vault.…}} to {@code from-the-vault}. */
  static Settings entered(Map<String, String> values) {
    return new Settings(
        key -> values.containsKey(key) ? List.of(values.get(key)) : null,
        text -> text.startsWith("${vault.") ? "from-the-vault" : text);
  }

  static PasswordAttempt attempt(String password) {
    return new PasswordAttempt(ADA, "ada", password, Optional.of(CLIENT_IP));
  }

  PasswordCheck check(String password) {
    return directory().checkPassword(attempt(password));
  }

  static DirectoryUser found(Lookup lookup) {
    if (lookup instanceof Lookup.Found found) {
      return found.user();
    }
    throw new AssertionError(lookup);
  }

  void answer(RestOperation operation, int status, String json) {
    Map<String, String> headers = Map.of("Content-Type", "application/json");
    String body = json.replace('\'', '"');
    simulator.faults().onNext(1, operation, Fault.answer(new Answer(status, headers, body)));
  }

  List<String> paths() {
    return simulator.requests().all().stream().map(RecordedRestRequest::path).toList();
  }

  @Override
  public void close() {
    simulator.faults().clear();
    threads.shutdown();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    simulator.close();
  }
}
