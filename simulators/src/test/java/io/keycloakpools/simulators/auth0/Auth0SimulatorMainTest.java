package io.keycloakpools.simulators.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.keycloakpools.simulators.Program;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Auth0SimulatorMainTest {
  @TempDir Path folder;

  @Test
  void startsWithSampleUsers() throws Exception {
    try (Auth0Simulator simulator = start("--port", "0")) {
      assertThat(simulator.endpoint().getPort()).isPositive();
      assertThat(simulator.users().findByUsername("ada")).isPresent();
    }
  }

  @Test
  void readsUsersFromAFile() throws Exception {
    Path file = folder.resolve("users.json");
    Files.writeString(
        file,
        """
        [{"userId": "auth0|7", "connection": "db", "password": "Some-Thing-6",
          "profile": {"email": "eve@example.com", "email_verified": false,
                      "app_metadata": {"tenantId": "acme"}},
          "roles": ["staff"], "organizations": {"org_acme": ["admin"]},
          "linked": [{"connection": "google-oauth2", "provider": "google-oauth2",
                      "userId": "11", "isSocial": true}],
          "secondFactors": ["OTP"]},
         {"userId": "auth0|8"}]
        """);
    try (Auth0Simulator simulator =
        start("--port", "0", "--connection", "db", "--users", file.toString())) {
      Auth0User eve = simulator.users().find("auth0|7").orElseThrow();
      assertThat(eve.email()).hasValue("eve@example.com");
      assertThat(eve.attribute("app_metadata").path("tenantId").asText()).isEqualTo("acme");
      assertThat(eve.roles()).containsExactly("staff");
      assertThat(eve.organizations()).containsKey("org_acme");
      assertThat(eve.linked()).hasSize(1);
      assertThat(eve.secondFactors()).containsExactly(Auth0SecondFactor.OTP);
      assertThat(simulator.users().all()).hasSize(2);
    }
  }

  @Test
  void behindAProxyItIsWhatItsClientsCallIt() throws Exception {
    try (Auth0Simulator simulator = start("--port", "0", "--address", "https://auth0.test:8443")) {
      HttpRequest request =
          HttpRequest.newBuilder(simulator.endpoint().resolve("/.well-known/openid-configuration"))
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
          .contains("\"issuer\":\"https://auth0.test:8443/\"");
    }
  }

  @Test
  void misspeltMemberIsAnError() throws Exception {
    Path file = folder.resolve("users.json");
    Files.writeString(file, "[{\"userId\": \"auth0|7\", \"pasword\": \"x\"}]");
    assertThatThrownBy(() -> Auth0UsersFile.read(file)).isInstanceOf(JsonMappingException.class);
  }

  @Test
  void wrongOptionsAreNamed() {
    assertThatThrownBy(() -> start("--prot", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--prot")
        .hasMessageContaining("--connection");
    assertThatThrownBy(() -> start("--port", "many"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--port takes a number");
  }

  private static Auth0Simulator start(String... arguments) throws Exception {
    return Auth0SimulatorMain.start(Program.options(Auth0SimulatorMain.OPTIONS, arguments));
  }
}
