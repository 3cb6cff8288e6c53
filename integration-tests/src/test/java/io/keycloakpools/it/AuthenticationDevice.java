package io.keycloakpools.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.person.RealmClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The devices on which people confirm a sign-in elsewhere (OpenID Connect CIBA): the target of
 * Keycloak's HTTP authentication channel.
 */
public final class AuthenticationDevice implements AutoCloseable {

  private static final int CREATED = 201;

  private final HttpServer server;

  private final Map<String, String> bearers = new ConcurrentHashMap<>();

  private AuthenticationDevice(HttpServer server) {
    this.server = server;
  }

  static AuthenticationDevice start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      AuthenticationDevice device = new AuthenticationDevice(server);
      server.createContext("/", device::take);
      server.start();
      return device;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The option of {@code kc.sh start} with this address. */
  String option() {
    return "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri="
        + "http://localhost:"
        + server.getAddress().getPort();
  }

  public void agree(RealmClient client, String username) {
    String bearer =
        Optional.ofNullable(bearers.remove(username))
            .orElseThrow(() -> new IllegalStateException("Nothing was asked of " + username));
    int status =
        JsonHttp.text(
                JsonHttp.request(URI.create(client.endpoint("ext") + "/ciba/auth/callback"))
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .POST(JsonHttp.json(Map.of("status", "SUCCEED")))
                    .build())
            .statusCode();
    if (status / 100 != 2) {
      throw new IllegalStateException("Keycloak answered the device with " + status);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String person =
          Json.read(new String(body, StandardCharsets.UTF_8)).path("login_hint").asText();
      bearers.put(person, exchange.getRequestHeaders().getFirst("Authorization"));
      exchange.sendResponseHeaders(CREATED, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
