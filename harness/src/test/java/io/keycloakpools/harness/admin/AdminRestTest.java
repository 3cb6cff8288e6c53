package io.keycloakpools.harness.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AdminRestTest {

  private final List<String> bearers = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private int failures;
  private String log = "";
  private HttpServer server;
  private AdminRest watched;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI base = URI.create("http://localhost:" + server.getAddress().getPort());
    watched =
        new AdminRest(base, () -> "admin", () -> log)
            .watchedBy(
                (method, path, body, answer) ->
                    seen.add(method + " " + path + " " + body + " " + answer.status()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aWatcherSeesEveryKindOfCall() {
    assertThat(watched.read("/a?b=c").path("yes").asBoolean()).isTrue();
    watched.post("/a", Map.of("b", 1)).expectDone();
    watched.put("/a", Map.of("b", 2)).expectDone();
    watched.postForm("/a", Map.of("b", "3")).expectDone();
    watched.delete("/a").expectDone();

    assertThat(seen)
        .containsExactly(
            "GET /a?b=c null 200",
            "POST /a {b=1} 200",
            "PUT /a {b=2} 200",
            "POST /a {b=3} 200",
            "DELETE /a null 200");
  }

  @Test
  void aWatcherSeesWhatIsAskedFurtherDownByItsOwnPaths() {
    assertThat(watched.below("/a").below("/b").read("/c").isObject()).isTrue();

    assertThat(seen).containsExactly("GET /a/b/c null 200");
  }

  @Test
  void aWatcherSeesWhatIsAskedWithAnotherToken() {
    assertThat(watched.as("other").read("/a").isObject()).isTrue();
    assertThat(watched.as("").read("/a").isObject()).isTrue();

    assertThat(seen).containsExactly("GET /a null 200", "GET /a null 200");
    assertThat(bearers).containsExactly("Bearer other", null);
  }

  @Test
  void aCallThatKeycloaksRaceFailedIsRepeatedUntilItsRoleHasLeftTheCache() {
    failures = 3;
    log = "Cannot invoke \"java.util.function.Supplier.get()\" because \"this.fallback\" is null";

    watched.post("/a", Map.of("b", 1)).expectDone();

    assertThat(bearers).hasSize(4);
    assertThat(seen).containsExactly("POST /a {b=1} 200");
  }

  @Test
  void anotherFailureIsNotRepeated() {
    failures = 1;

    assertThat(watched.call("GET", "/a", null).status()).isEqualTo(500);

    assertThat(bearers).hasSize(1);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] body = "{\"yes\":true}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(bearers.size() > failures ? 200 : 500, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
