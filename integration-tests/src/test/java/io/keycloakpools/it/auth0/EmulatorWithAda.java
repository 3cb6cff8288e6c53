package io.keycloakpools.it.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.peers.Auth0Emulator;
import io.keycloakpools.it.peers.EmulatorOrSkip;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The third-party Auth0 alone, with one person. */
@ResourceLock(EmulatorWithAda.LOCK)
abstract class EmulatorWithAda {

  /** There is one emulator, so tests that start, stop or fill it take turns. */
  static final String LOCK = "auth0-emulator";

  static final String ADA = "auth0|5f7c8ec7c33c6c004bbafe82";
  static final Auth0Emulator EMULATOR = RunningKeycloak.auth0Emulator();

  @BeforeAll
  static void startEmulator() {
    EmulatorOrSkip.start(EMULATOR);
  }

  @AfterAll
  static void stopEmulator() {
    EMULATOR.close();
  }

  @BeforeEach
  void onlyAda() {
    EMULATOR.people().deleteAll();
    EMULATOR
        .people()
        .put(
            ADA,
            "Ada-1!",
            Map.of(
                "username",
                "ada",
                "email",
                "ada@example.com",
                "email_verified",
                false,
                "roles",
                List.of("staff"),
                "app_metadata",
                Map.of("tenant", "acme")));
    EMULATOR.requests().forget();
  }

  static JsonNode ask(String path) {
    JsonAnswer answer = EMULATOR.get(path, managementToken());
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  /** The secret is not checked. */
  static String managementToken() {
    HttpResponse<String> answer =
        EMULATOR.token(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                EMULATOR.clientId(),
                "client_secret",
                "any",
                "audience",
                EMULATOR.audience()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Json.read(answer.body()).path("expires_in").asInt()).isEqualTo(86_400);
    return accessToken(Json.read(answer.body()));
  }

  static String accessToken(JsonNode tokens) {
    return tokens.path("access_token").asText();
  }

  static JsonNode idToken(HttpResponse<String> answer) {
    String token = Json.read(answer.body()).path("id_token").asText();
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Json.read(new String(claims, StandardCharsets.UTF_8));
  }

  static List<String> names(JsonNode roles) {
    return roles.valueStream().map(role -> role.path("name").asText()).toList();
  }

  static String path(String userId) {
    return "/api/v2/users/" + JsonHttp.encode(userId);
  }
}
