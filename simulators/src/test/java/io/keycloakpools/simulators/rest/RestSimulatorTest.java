package io.keycloakpools.simulators.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.SimulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator answers in both contracts. */
final class RestSimulatorTest {

  private static final String PASSWORD = "Correct-Horse-1";

  private final HttpClient client = HttpClient.newHttpClient();
  private final RestSimulator simulator = RestSimulator.onPort(0).start();

  @BeforeEach
  void addPeople() {
    simulator.users().add(user("42", "ada").email("ada@example.com", true).build());
    simulator.users().add(user("43", "grace").status("blocked").build());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private static RestUser.Builder user(String id, String username) {
    return RestUser.builder(id, username).password(PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({"username, ADA", "username, Ada@example.com", "email, ADA@example.com", "id, 42"})
  void aUserIsFoundInPoolsByEveryName(String by, String name) {
    JsonNode users = pools("lookup", Map.of(by, name)).path("users");

    assertThat(users).hasSize(1);
    assertThat(users.get(0).path("id").asText()).isEqualTo("42");
    assertThat(users.get(0).path("status").asText()).isEqualTo("usable");
    assertThat(users.toString()).doesNotContain(PASSWORD);
  }

  @Test
  void nobodyIsAnEmptyList() {
    assertThat(pools("lookup", Map.of("username", "nobody")).path("users")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "usable, , accepted",
    "must_change_password, , temporary_password",
    "disabled, , account_unusable",
    "usable, app, second_factor"
  })
  void aRightPasswordEndsAsTheAccountIs(String status, String factor, String outcome) {
    simulator
        .users()
        .update(
            "ada",
            user ->
                factor == null
                    ? user.status(status)
                    : user.status(status).add("secondFactors", factor));

    assertThat(check("42", "ada", PASSWORD).path("outcome").asText()).isEqualTo(outcome);
    assertThat(check("42", "ada", "wrong").path("outcome").asText()).isEqualTo("rejected");
  }

  @Test
  void aNameThatSomebodyElseHasNowIsNoAnswerAboutThem() {
    JsonNode answer = check("41", "ada", PASSWORD);

    assertThat(answer.path("reason").asText()).isEqualTo("identity_changed");
    assertThat(check("41", "nobody", PASSWORD).path("outcome").asText()).isEqualTo("rejected");
  }

  @Test
  void theUserCanBeLeftOutOfAnAnswer() {
    simulator.userInAnswers(false);

    assertThat(check("42", "ada", PASSWORD))
        .isEqualTo(SimulatorJson.tree(Map.of("outcome", "accepted", "id", "42")));
  }

  @Test
  void wrongPasswordsLockTheUserInBothContracts() {
    simulator.lockout().after(2);
    check("42", "ada", "wrong");
    check("42", "ada", "wrong");

    assertThat(check("42", "ada", PASSWORD).path("outcome").asText()).isEqualTo("throttled");
    HttpResponse<String> answer = migration("POST", "ada", Map.of("password", PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
  }

  @Test
  void thePagesHaveEverybodyOnce() {
    JsonNode first = pools("list", Map.of("limit", 1));
    JsonNode second = pools("list", Map.of("limit", 1, "page", first.path("next").asText()));

    assertThat(first.at("/users/0/id").asText()).isEqualTo("42");
    assertThat(second.at("/users/0/id").asText()).isEqualTo("43");
    assertThat(second.has("next")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ada, true", "ADA%40example.com, true", "grace, false"})
  void aUserHasAnAddressInTheOtherContract(String name, boolean enabled) {
    HttpResponse<String> answer = migration("GET", name, Map.of());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode user = SimulatorJson.readObject(answer.body()).orElseThrow();
    assertThat(user.path("enabled").asBoolean()).isEqualTo(enabled);
    assertThat(user.has("status")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ada, 200", "42, 200", "nobody, 404"})
  void aPasswordIsSentToTheNameOrTheId(String name, int status) {
    assertThat(migration("POST", name, Map.of("password", PASSWORD)).statusCode())
        .isEqualTo(status);
  }

  @Test
  void aWrongPasswordIsUnauthorizedAndAnUnknownNameIsNotFound() {
    assertThat(migration("POST", "ada", Map.of("password", "wrong")).statusCode()).isEqualTo(401);
    assertThat(migration("GET", "nobody", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void whoDoesNotSendTheCredentialsIsUnauthorized() {
    simulator.authorization("Bearer secret");

    assertThat(migration("GET", "ada", Map.of()).statusCode()).isEqualTo(401);
    assertThat(send("POST", "/pools/lookup", Map.of("id", "42")).statusCode()).isEqualTo(401);
  }

  @Test
  void anAnswerMayComeInChunksAndWithoutAny() {
    simulator.faults().on(RestOperation.LOOKUP, Fault.chunked(404, "text/html", ""));

    HttpResponse<String> answer = migration("GET", "ada", Map.of());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("transfer-encoding")).contains("chunked");
    assertThat(answer.headers().firstValue("content-length")).isEmpty();
  }

  @Test
  void faultsHitTheirOperationInBothContracts() {
    simulator.faults().on(RestOperation.LOOKUP, Fault.http(503, "text/plain", "sorry"));

    assertThat(migration("GET", "ada", Map.of()).statusCode()).isEqualTo(503);
    assertThat(send("POST", "/pools/lookup", Map.of("email", "a")).statusCode()).isEqualTo(503);
    assertThat(send("POST", "/pools/lookup", Map.of("id", "42")).statusCode()).isEqualTo(200);
    assertThat(check("42", "ada", PASSWORD).path("outcome").asText()).isEqualTo("accepted");
  }

  @Test
  void requestsAreRecordedWithoutPasswords() {
    check("42", "ada", PASSWORD);
    migration("POST", "ada", Map.of("password", PASSWORD));

    assertThat(simulator.requests().of(RestOperation.PASSWORD))
        .extracting(RecordedRestRequest::names)
        .containsExactly(List.of("42", "ada"), List.of("ada"));
    assertThat(simulator.requests().all().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void aNameIsTakenOnce() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> simulator.users().add(user("44", "ADA").build()));
  }

  private JsonNode check(String id, String loginName, String password) {
    return pools("password", Map.of("id", id, "loginName", loginName, "password", password));
  }

  private JsonNode pools(String what, Map<String, ?> question) {
    HttpResponse<String> answer = send("POST", "/pools/" + what, question);
    assertThat(answer.statusCode()).isEqualTo(200);
    return SimulatorJson.readObject(answer.body()).orElseThrow();
  }

  private HttpResponse<String> migration(String method, String name, Map<String, ?> body) {
    return send(method, "/user-migration/" + name, body);
  }

  private HttpResponse<String> send(String method, String path, Map<String, ?> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
            .method(method, BodyPublishers.ofString(SimulatorJson.write(body)))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
