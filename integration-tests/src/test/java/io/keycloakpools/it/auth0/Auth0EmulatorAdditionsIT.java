package io.keycloakpools.it.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.it.peers.Auth0Emulator;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our additions to the emulator: look-ups of the Management API, and changes of people. */
class Auth0EmulatorAdditionsIT extends EmulatorWithAda {

  @Nested
  class LookUps {

    @Test
    void aUserIsFoundById() {
      JsonNode ada = ask(path(ADA));

      assertThat(ada.path("user_id").asText()).isEqualTo(ADA);
      assertThat(ada.path("username").asText()).isEqualTo("ada");
      assertThat(ada.at("/app_metadata/tenant").asText()).isEqualTo("acme");
      JsonNode identity = ada.at("/identities/0");
      assertThat(identity.path("connection").asText()).isEqualTo(Auth0Emulator.CONNECTION);
      assertThat(identity.path("provider").asText()).isEqualTo("auth0");
      assertThat(identity.path("user_id").asText()).isEqualTo("5f7c8ec7c33c6c004bbafe82");
      assertThat(ada.has("password")).isFalse();
    }

    @Test
    void anUnknownIdIsNotFound() {
      JsonAnswer answer = EMULATOR.get(path("auth0|nobody") + "/roles", managementToken());

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().path("errorCode").asText()).isEqualTo("inexistent_user");
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com, 1", "Ada@example.com, 0", "bob@example.com, 0"})
    void usersAreFoundByEmailCasesToldApart(String email, int found) {
      assertThat(ask("/api/v2/users-by-email?email=" + JsonHttp.encode(email))).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "username:\"ada\", 1",
          "username:\"ada\" AND identities.connection:\"Username-Password-Authentication\", 1",
          "identities.connection:\"Other\" AND username:\"ada\", 0",
          "username:\"bob\", 0",
          "(username:\"bob\" OR username:\"ada\") AND identities.connection:\"Other\", 0",
          "(username:\"bob\" OR username:\"ada\"), 1",
        })
    void usersAreFoundByUsernameAndConnection(String query, int found) {
      assertThat(search(query).body()).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "name:\"a\"", "username:a*", "username:\"a\" OR username:\"b\""})
    void noOtherSearchIsUnderstood(String query) {
      assertThat(search(query).status()).isEqualTo(400);
    }

    @Test
    void rolesHaveNames() {
      assertThat(names(ask(path(ADA) + "/roles"))).containsExactly("staff");
      assertThat(ask(path(ADA) + "/roles?include_totals=true").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void aTokenForTheManagementApiIsNeeded() {
      JsonNode tokens = Json.read(EMULATOR.checkPassword("ada", "Ada-1!").body());
      HttpResponse<String> other =
          EMULATOR.token(Map.of("grant_type", "client_credentials", "audience", "https://other/"));

      for (String token :
          List.of("", "x", accessToken(tokens), accessToken(Json.read(other.body())))) {
        assertThat(EMULATOR.get(path(ADA), token).status()).isEqualTo(401);
      }
    }

    private JsonAnswer search(String query) {
      return EMULATOR.get("/api/v2/users?q=" + JsonHttp.encode(query), managementToken());
    }
  }

  @Nested
  class Changes {

    @Test
    void aUserIsBlockedAndUnblocked() {
      EMULATOR.people().block(ADA);
      assertThat(ask(path(ADA)).path("blocked").asBoolean()).isTrue();

      EMULATOR.people().unblock(ADA);
      assertThat(ask(path(ADA)).path("blocked").asBoolean()).isFalse();
    }

    @Test
    void rolesMetadataAndPasswordChange() {
      EMULATOR.people().setRoles(ADA, "writers", "readers");
      EMULATOR.people().change(ADA, "app_metadata", Map.of("tenant", "globex"));
      EMULATOR.people().change(ADA, "password", "Ada-2!");

      assertThat(names(ask(path(ADA) + "/roles"))).containsExactly("writers", "readers");
      assertThat(ask(path(ADA)).at("/app_metadata/tenant").asText()).isEqualTo("globex");
      assertThat(EMULATOR.checkPassword("ada", "Ada-1!").statusCode()).isEqualTo(401);
      assertThat(EMULATOR.checkPassword("ada", "Ada-2!").statusCode()).isEqualTo(200);
    }

    @Test
    void aUserIsReplacedAndDeleted() {
      EMULATOR.people().put(ADA, "Eve-1!", Map.of("username", "eve"));
      JsonNode eve = ask(path(ADA));
      assertThat(eve.path("username").asText()).isEqualTo("eve");
      assertThat(eve.has("app_metadata")).isFalse();
      assertThat(EMULATOR.people().idOf("eve")).hasValue(ADA);

      EMULATOR.people().delete(ADA);

      assertThat(EMULATOR.get(path(ADA), managementToken()).status()).isEqualTo(404);
      assertThat(EMULATOR.checkPassword("eve", "Eve-1!").statusCode()).isEqualTo(401);
      assertThat(EMULATOR.people().idOf("eve")).isEmpty();
    }

    @Test
    void nobodyIsChangedWhoIsNotThere() {
      assertThatThrownBy(() -> EMULATOR.people().block("auth0|nobody"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
