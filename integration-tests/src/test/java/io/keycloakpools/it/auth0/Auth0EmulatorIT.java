package io.keycloakpools.it.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.it.peers.Auth0Emulator;
import io.keycloakpools.it.peers.Auth0Request;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reliable parts of the emulator, and its differences from Auth0. */
class Auth0EmulatorIT extends EmulatorWithAda {

  @Nested
  class Server {

    @Test
    void itIsHealthy() {
      assertThat(EMULATOR.get("/health", "").body().path("status").asText()).isEqualTo("ok");
    }

    @Test
    void whoDoesNotTrustItsCertificateDoesNotTalkToIt() {
      HttpRequest health = JsonHttp.request(URI.create(EMULATOR.endpoint() + "/health")).build();

      assertThatThrownBy(() -> JsonHttp.text(health))
          .hasCauseInstanceOf(SSLHandshakeException.class);
      assertThat(EMULATOR.certificate()).isRegularFile();
    }

    @Test
    void aRestartKeepsPeopleRequestsAndPortButNoTokens() {
      URI before = EMULATOR.endpoint();
      String token = managementToken();

      EMULATOR.stop();
      assertThatThrownBy(() -> EMULATOR.checkPassword("ada", "Ada-1!"))
          .hasCauseInstanceOf(ConnectException.class);
      EMULATOR.people().setRoles(ADA, "writers");
      assertThat(EMULATOR.requests().all()).hasSize(1);
      EMULATOR.start();

      assertThat(EMULATOR.endpoint()).isEqualTo(before);
      assertThat(EMULATOR.get(path(ADA), token).status()).isEqualTo(401);
      assertThat(names(ask(path(ADA) + "/roles"))).containsExactly("writers");
      assertThat(EMULATOR.checkPassword("ada", "Ada-1!").statusCode()).isEqualTo(200);
      assertThat(EMULATOR.requests().all()).hasSize(5);
    }

    @Test
    void requestsAreKeptWithoutSecrets() {
      HttpResponse<String> unused = EMULATOR.checkPassword("ada", "Ada-1!");
      ask("/api/v2/users-by-email?email=ada%40example.com");

      List<Auth0Request> asked = EMULATOR.requests().all();

      assertThat(asked).extracting(Auth0Request::passwordCheck).containsExactly(true, false, false);
      assertThat(asked.get(0).username()).isEqualTo("ada");
      assertThat(asked.get(0).realm()).isEqualTo(Auth0Emulator.CONNECTION);
      assertThat(asked.get(2).path()).isEqualTo("/api/v2/users-by-email");
      assertThat(asked.get(2).query().path("email").asText()).isEqualTo("ada@example.com");
      assertThat(asked.toString()).doesNotContain("Ada-1!", "Bearer");
      assertThat(EMULATOR.log()).doesNotContain("Ada-1!");
    }
  }

  @Nested
  class Passwords {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ADA", "ada@example.com", "Ada@Example.com"})
    void theRightPasswordGivesTokensOfThatPerson(String name) {
      HttpResponse<String> answer = EMULATOR.checkPassword(name, "Ada-1!");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(idToken(answer).path("sub").asText()).isEqualTo(ADA);
      assertThat(idToken(answer).path("iss").asText()).isEqualTo(EMULATOR.endpoint() + "/");
      assertThat(idToken(answer).path("aud").asText()).isEqualTo(EMULATOR.clientId());
    }

    /** Auth0: 403 with JSON, invalid_grant "Wrong email or password." */
    @ParameterizedTest
    @CsvSource({"ada, wrong", "ada, ''", "nobody, Ada-1!", "'', Ada-1!"})
    void aWrongPasswordAndAnUnknownUserGiveTheSameBareAnswer(String name, String password) {
      assertUnauthorized(EMULATOR.checkPassword(name, password));
    }

    @Test
    void noUsernameIsNobodysUsername() {
      EMULATOR.people().put("auth0|eve", "Eve-1!", Map.of("email", "eve@example.com"));

      assertUnauthorized(
          EMULATOR.token(
              Map.of(
                  "grant_type", "http://auth0.com/oauth/grant-type/password-realm",
                  "realm", Auth0Emulator.CONNECTION,
                  "password", "Eve-1!")));
    }

    /** Auth0: 400 invalid_request for an unknown connection. */
    @Test
    void peopleOfAnotherConnectionAreUnknown() {
      EMULATOR.people().change(ADA, "connection", "Other");

      assertUnauthorized(EMULATOR.checkPassword("ada", "Ada-1!"));
    }

    @Test
    void whoHasNoEmailSignsInByUsername() {
      EMULATOR.people().put("auth0|bob", "Bob-1!", Map.of("username", "bob"));

      assertThat(idToken(EMULATOR.checkPassword("bob", "Bob-1!")).path("sub").asText())
          .isEqualTo("auth0|bob");
      assertThat(ask(path("auth0|bob")).has("email")).isFalse();
    }

    /** Auth0 requires it. */
    @Test
    void aMissingPasswordIsAsGoodAsTheRightOne() {
      HttpResponse<String> answer =
          EMULATOR.token(
              Map.of(
                  "grant_type", "http://auth0.com/oauth/grant-type/password-realm",
                  "realm", Auth0Emulator.CONNECTION,
                  "username", "ada"));

      assertThat(idToken(answer).path("sub").asText()).isEqualTo(ADA);
    }

    /** Auth0: unauthorized "user is blocked". */
    @Test
    void aBlockedUserGetsTokens() {
      EMULATOR.people().block(ADA);

      assertThat(EMULATOR.checkPassword("ada", "Ada-1!").statusCode()).isEqualTo(200);
    }

    /** Auth0 reports the real state. */
    @Test
    void theIdTokenAlwaysSaysThatTheEmailIsVerified() {
      JsonNode claims = idToken(EMULATOR.checkPassword("ada", "Ada-1!"));

      assertThat(claims.path("email_verified").asBoolean()).isTrue();
      assertThat(ask(path(ADA)).path("email_verified").asBoolean()).isFalse();
    }

    private void assertUnauthorized(HttpResponse<String> answer) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("Unauthorized");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }
  }
}
