package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence would prove nothing: the document refuses what it does not describe. */
final class ApiDocumentTest {

  private static final String REALM = "/admin/realms/test";
  private static final String STATUS =
      """
      {"id": "1", "name": "legacy", "providerId": "auth0-user-pool", "enabled": true,
       "users": {"pending": 1, "linked": 0, "migrated": 2}, "broken": [],
       "node": {"since": 1, "breakers": {"lookups": {"state": "open", "since": 2}},
                "lastOutcomes": [{"time": 3, "step": "sign_in", "outcome": "migrated"}]}}
      """;
  private static final String POOLS =
      """
      [{"id": "1", "name": "legacy", "providerId": "auth0-user-pool", "enabled": true,
        "priority": 0, "stayOrMove": "stay",
        "users": {"pending": 1, "linked": 0, "migrated": 2, "total": 3}, "breakers": {},
        "lastProblem": {"time": 3, "step": "lookup", "outcome": "clash", "reason": "email"},
        "links": {"status": "http://a/1", "testConnection": "http://a/2",
                  "component": "http://a/3", "users": "http://a/4", "console": "http://a/5"}}]
      """;
  private static final String CHECKED =
      """
      {"checked": 2, "more": false,
       "problems": [{"externalId": "42", "username": "ada", "clash": "email"}]}
      """;
  private static final String REFUSED_HASH =
      """
      {"error": "passwordHashCost", "field": "hash", "errorMessage": "bcrypt cost: this is 16"}
      """;

  private final ApiDocument document = ApiDocument.read();

  @Test
  void aDescribedCallPasses() {
    call("GET", "/user-pools", null, 200, POOLS);
    call("GET", "/user-pools/1/status", null, 200, STATUS);
    call("POST", "/user-pools/1/test-connection", null, 204, "");
    call("POST", "/user-pools/1/test-connection", config(), 400, "{\"errorMessage\": \"No.\"}");
    call("POST", "/user-pools/1/check-users", null, 200, CHECKED);
    call("PUT", "/password-hashes/users/1", Map.of("hash", "$2b$..."), 204, "");
    call("PUT", "/password-hashes/users/1", Map.of("hash", "$2b$..."), 400, REFUSED_HASH);
    call("GET", "/identity-pools?max=1", null, 200, "[]");
    call("GET", "/identity-pools/1/users/2", null, 404, "{\"errorMessage\": \"Could not\"}");
    call("GET", "/identity-schemas", null, 403, "{\"error\": \"HTTP 403 Forbidden\"}");
    call("PUT", "/identity-pools/1/users/2", null, 204, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/components?type=x", "", "/user-storage/1/sync"})
  void aPathOfKeycloaksOwnPasses(String path) {
    call("GET", path, null, 418, "{\"anything\": true}");
  }

  @Test
  void aRealmOfThatNameIsNoPath() {
    document.answered("GET", "/admin/realms/user-pools", null, answer(418, "{}"));
    document.answered("POST", "/admin/realms", Map.of("realm", "x"), answer(201, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /user-pools/1",
    "POST, /user-pools/1/no-such-test",
    "PUT, /password-hashes/1",
    "GET, /identity-pools/1/users/2/more",
  })
  void aPathThatIsNotDescribedFails(String method, String path) {
    refused(method, path, null, 200, "{}", "has a documented path");
  }

  @Test
  void aMethodThatIsNotDescribedFails() {
    refused("DELETE", "/user-pools/1/status", null, 204, "", "is documented");
  }

  @Test
  void aStatusThatIsNotDescribedFails() {
    refused("GET", "/user-pools", null, 409, "{\"errorMessage\": \"No.\"}", "is documented");
  }

  @Test
  void anotherShapeFails() {
    String extra = STATUS.replace("\"broken\"", "\"news\": 1, \"broken\"");
    refused("GET", "/user-pools/1/status", null, 200, extra, "news");
    String less = STATUS.replace("\"enabled\": true,", "");
    refused("GET", "/user-pools/1/status", null, 200, less, "enabled");
    String other = STATUS.replace("sign_in", "signIn");
    refused("GET", "/user-pools/1/status", null, 200, other, "signIn");
    refused("GET", "/user-pools/1/status", null, 404, "{\"message\": \"No.\"}", "message");
    refused("GET", "/user-pools/1/status", null, 404, "", "404");
  }

  @Test
  void aBodyWhereNoneIsDescribedFails() {
    refused("POST", "/user-pools/1/check-users", Map.of("a", 1), 200, CHECKED, "needs no body");
    refused("PUT", "/password-hashes/users/1", Map.of("hash", "x"), 204, "{}", "has no body");
  }

  @Test
  void anAcceptedRequestHasToBeDescribedToo() {
    refused("PUT", "/password-hashes/users/1", Map.of("temporary", true), 204, "", "hash");
    call("PUT", "/password-hashes/users/1", Map.of("temporary", true), 400, REFUSED_HASH);
  }

  /** Except for those of a former version. */
  @Test
  void everyAdminOfTheTestsIsWatched() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .filteredOn(file -> text(file).contains("AdminApi" + ".of("))
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("ApiDocument.java", "UpgradeIT.java");
    }
  }

  private static Map<String, Object> config() {
    return Map.of("config", Map.of("domain", List.of("tenant.example.com")));
  }

  private void call(String method, String path, Object body, int status, String answer) {
    document.answered(method, REALM + path, body, answer(status, answer));
  }

  private void refused(
      String method, String path, Object body, int status, String answer, String why) {
    assertThatThrownBy(() -> call(method, path, body, status, answer))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(why);
  }

  private static JsonAnswer answer(int status, String body) {
    return new JsonAnswer(
        status, HttpHeaders.of(Map.of(), (name, value) -> true), Json.read(body), Duration.ZERO);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
