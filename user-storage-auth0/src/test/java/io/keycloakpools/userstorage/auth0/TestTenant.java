package io.keycloakpools.userstorage.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Client;
import io.keycloakpools.simulators.auth0.Auth0Connection;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Grant;
import io.keycloakpools.simulators.auth0.RecordedAuth0Request;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContexts;

/** A simulated tenant, and directories configured as in Keycloak. */
final class TestTenant implements AutoCloseable {

  static final String PASSWORD = "Correct-Horse-1";
  static final String CLIENT_ID = "demo-client";
  static final String SECRET = "s3cret-of-the-application";
  static final String CONNECTION = "people";
  static final String OTHER_CONNECTION = "other-people";
  static final String CLIENT_IP = "192.0.2.7";
  static final String ADA = "auth0|5f7c8ec7c33c6c004bbafe82";

  /** Enough for a busy machine; tests of time limits set their own. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each new context would read the JDK's certificates. */
  private static final SSLContext TLS = SSLContexts.createDefault();

  private static boolean warm;

  private final Auth0Simulator simulator;
  private final ExecutorService threads = Executors.newCachedThreadPool(TestTenant::thread);
  private final List<HttpRequest> sent = new CopyOnWriteArrayList<>();
  private final CloseableHttpClient client;

  private TestTenant(Auth0Simulator simulator, UnaryOperator<HttpClientBuilder> change) {
    this.simulator = simulator;
    HttpClientBuilder builder =
        HttpClients.custom().setSSLContext(TLS).setMaxConnTotal(128).setMaxConnPerRoute(64);
    builder.addInterceptorLast((HttpRequestInterceptor) (request, context) -> sent.add(request));
    this.client = change.apply(builder).build();
  }

  static TestTenant start() {
    return start(client -> client);
  }

  static TestTenant start(UnaryOperator<HttpClientBuilder> change) {
    Auth0Simulator simulator =
        Auth0Simulator.builder()
            .connection(Auth0Connection.of(CONNECTION).requiresUsername())
            .connection(OTHER_CONNECTION)
            .client(application())
            .build()
            .start();
    TestTenant tenant = new TestTenant(simulator, change);
    tenant.warmUp();
    return tenant;
  }

  /** An application with every permission of the adapter. */
  static Auth0Client application() {
    return Auth0Client.of(CLIENT_ID)
        .secret(SECRET)
        .grants(Grant.PASSWORD_REALM, Grant.CLIENT_CREDENTIALS)
        .managementScopes("read:users", "read:roles", "read:role_members")
        .trustTokenEndpointIpHeader(true);
  }

  /** The first call loads classes, which must not count against a test's time limit. */
  private void warmUp() {
    synchronized (TestTenant.class) {
      if (!warm) {
        ConnectionTest result = directory().test();
        if (!(result instanceof ConnectionTest.Works)) {
          throw new AssertionError(result);
        }
        warm = true;
        simulator.requests().reset();
        sent.clear();
      }
    }
  }

  Auth0Simulator simulator() {
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
    return new GuardedDirectory(
        new Auth0Directory(settings(changes), calls(), timeout, threads),
        List.of(new TimeLimit(timeout, threads)));
  }

  JsonCalls calls() {
    return new JsonCalls(client);
  }

  void execute(HttpUriRequest request) throws IOException {
    client.execute(request).close();
  }

  ExecutorService threads() {
    return threads;
  }

  Auth0Settings settings(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>();
    values.put("domain", simulator.endpoint().toString());
    values.put("clientId", CLIENT_ID);
    values.put("clientSecret", SECRET);
    values.put("connection", CONNECTION);
    values.putAll(changes);
    return Auth0Settings.read(entered(values));
  }

  /** Resolves {@code ${vault.…}} to {@code from-the-vault}. */
  static Settings entered(Map<String, String> values) {
    return new Settings(
        key -> values.containsKey(key) ? List.of(values.get(key)) : null,
        text -> text.startsWith("${vault.") ? "from-the-vault" : text);
  }

  Auth0User add(Auth0User.Builder user) {
    return simulator.users().add(user.build());
  }

  static Auth0User.Builder ada() {
    return user(ADA, "ada", "ada@example.com").password(PASSWORD);
  }

  /** A user of the connection with a verified address. */
  static Auth0User.Builder user(String id, String username, String email) {
    return Auth0User.builder(id).username(username).email(email, true);
  }

  static PasswordAttempt attempt(Auth0User user, String password) {
    String loginName = user.username().or(user::email).orElse(user.userId());
    return new PasswordAttempt(user.userId(), loginName, password, Optional.of(CLIENT_IP));
  }

  PasswordCheck check(Auth0User user, String password) {
    return directory().checkPassword(attempt(user, password));
  }

  List<RecordedAuth0Request> passwordChecks() {
    return simulator.requests().of(Auth0Operation.PASSWORD_TOKEN);
  }

  /** Includes repeated requests. */
  List<HttpRequest> sent() {
    return sent;
  }

  /** Accepts single quotation marks. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets abandoned requests end, so that they are not cut off and retried. */
  @Override
  public void close() {
    simulator.faults().clear();
    threads.shutdown();
    try (client) {
      boolean unused = threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    simulator.close();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "test-remote-call");
    thread.setDaemon(true);
    return thread;
  }
}
