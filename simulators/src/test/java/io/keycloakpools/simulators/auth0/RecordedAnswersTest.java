package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.Recordings.shape;
import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.SECRET;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.auth0.Recordings.Interaction;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the simulator with recorded answers of Auth0, which are no part of the project: the same
 * members and types, and where the simulator can be given the same data, the same answer. What they
 * say of members and types is in {@link Shapes}, to which every answer is held.
 */
class RecordedAnswersTest {
  private final TestTenant tenant =
      TestTenant.start(
          settings ->
              settings.connection(
                  Auth0Connection.of("recorded").id("con_ftSSLHb0O7rcUGmF").requiresUsername()));

  @BeforeEach
  void needsTheDocuments() {
    assumeTrue(
        Contract.find().isPresent(),
        () -> "No OpenAPI documents and recordings of Auth0 in " + Contract.folder());
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TestUserManager_Read", "TestUserManager_ListByEmail"})
  void userIsToldAsRecorded(String name) throws IOException {
    Interaction recorded = Recordings.first(name, "GET", "/users");
    JsonNode user = recorded.body().isArray() ? recorded.body().path(0) : recorded.body();
    addRecorded(user);
    Reply reply = replay(recorded);
    assertThat(reply.json()).isEqualTo(recorded.body());
    assertThat(reply.header("Content-Type")).isEqualTo(recorded.contentType());
  }

  @Test
  void searchResultIsToldAsRecorded() throws IOException {
    Interaction recorded = Recordings.first("TestUserManager_List", "GET", "/users?");
    addRecorded(recorded.body().path("users").path(0));
    assertThat(replay(recorded).json()).isEqualTo(recorded.body());
  }

  @Test
  void rolesAreToldAsRecorded() throws IOException {
    Interaction recorded = Recordings.first("TestUserManager_Roles", "GET", "/roles?");
    add(recorded, user -> user.role("test-role436"));
    assertThat(shape(replay(recorded).json())).isEqualTo(shape(recorded.body()));
  }

  @Test
  void noRolesAreToldAsRecorded() throws IOException {
    Interaction recorded =
        Recordings.of("TestUserManager_Roles").stream()
            .filter(each -> each.method().equals("GET"))
            .filter(each -> each.body().path("roles").isEmpty())
            .filter(each -> each.path().contains("/users/"))
            .findFirst()
            .orElseThrow();
    add(recorded, user -> user);
    assertThat(replay(recorded).json()).isEqualTo(recorded.body());
  }

  @Test
  void organizationsAreToldAsRecorded() throws IOException {
    Interaction recorded =
        Recordings.first("TestUserManager_Organizations", "GET", "/organizations?");
    add(recorded, user -> user.organization("org_acme"));
    assertThat(shape(replay(recorded).json())).isEqualTo(shape(recorded.body(), ".branding"));
  }

  @Test
  void authenticationMethodsAreToldAsRecorded() throws IOException {
    for (Interaction recorded : Recordings.of("TestUserManager_AuthenticationMethods")) {
      if (!recorded.method().equals("GET") || !recorded.path().contains("include_totals")) {
        continue;
      }
      Map<String, Auth0SecondFactor> factors =
          Map.of(
              "email",
              Auth0SecondFactor.EMAIL,
              "totp",
              Auth0SecondFactor.OTP,
              "phone",
              Auth0SecondFactor.SMS);
      add(
          recorded,
          user -> {
            for (JsonNode each : recorded.body().path("authenticators")) {
              user.secondFactor(factors.get(each.path("type").asText()));
            }
            return user.email("chuck@example.com", true).phone("+44207183875044", true);
          });
      assertThat(shape(replay(recorded).json())).isEqualTo(shape(recorded.body(), "[].name"));
    }
  }

  /** Today the list has no enabled_clients (OpenAPI), and the simulator has few options. */
  @Test
  void connectionsAreToldAsRecorded() throws IOException {
    Interaction recorded = Recordings.first("TestJobManager_ExportUsers", "GET", "/connections");
    assertThat(shape(replay(recorded).json(), ".options."))
        .isEqualTo(shape(recorded.body(), ".options.", ".enabled_clients"));
  }

  @Test
  void exportJobIsToldAsRecorded() throws IOException {
    Interaction recorded =
        Recordings.first("TestJobManager_ExportUsers", "POST", "/jobs/users-exports");
    Reply reply = tenant.manage("/jobs/users-exports", Reply.json(recorded.request()));
    assertThat(reply.status()).isEqualTo(recorded.status());
    assertThat(shape(reply.json())).isEqualTo(shape(recorded.body()));
    assertThat(reply.json().path("fields")).isEqualTo(recorded.body().path("fields"));
  }

  @Test
  void tokensAreToldAsRecorded() throws IOException {
    tenant.add(ada());
    Interaction recorded =
        Recordings.first(
            "authentication_TestOAuthLoginWithPassword_Should_return_tokens", "POST", "/token");
    Reply reply =
        tenant.signIn("ada", PASSWORD, Map.of("grant_type", "password", "realm", "", "scope", ""));
    assertThat(shape(reply.json())).isEqualTo(shape(recorded.body()));
    assertThat(reply.json().path("scope")).isEqualTo(recorded.body().path("scope"));
    assertThat(reply.header("Content-Type")).isEqualTo(recorded.contentType());
  }

  @Test
  void secondFactorIsToldAsRecorded() throws IOException {
    tenant.add(ada().secondFactor(Auth0SecondFactor.OTP));
    String token =
        tenant.signIn("ada", PASSWORD, Map.of("scope", "openid profile")).text("mfa_token");
    Interaction challenge =
        Recordings.first(
            "authentication_TestMFAChallenge_Should_make_a_challenge_request_using_OTP",
            "POST",
            "/mfa/challenge");
    Map<String, String> request =
        Map.of(
            "client_id", CLIENT,
            "client_secret", SECRET,
            "mfa_token", token,
            "challenge_type", "otp");
    assertThat(tenant.post("/mfa/challenge", request).json()).isEqualTo(challenge.body());
    Interaction verified =
        Recordings.first(
            "authentication_TestMFAVerifyWithOTP_Should_return_tokens_for_a_valid_request",
            "POST",
            "/oauth/token");
    Reply reply =
        tenant.token(
            Map.of("grant_type", Grant.MFA_OTP.type(), "mfa_token", token, "otp", "123456"));
    assertThat(shape(reply.json(), ".id_token")).isEqualTo(shape(verified.body()));
    assertThat(reply.json().path("scope")).isEqualTo(verified.body().path("scope"));
  }

  @Test
  void userInfoIsToldAsRecorded() throws IOException {
    Interaction recorded = Recordings.first("authentication_TestUserInfo", "GET", "/userinfo");
    tenant.add(ada().givenName(null).familyName(null));
    String token = tenant.signIn("ada", PASSWORD).text("access_token");
    Reply reply =
        tenant.send(tenant.request("/userinfo").header("Authorization", "Bearer " + token));
    assertThat(shape(reply.json())).isEqualTo(shape(recorded.body(), "unknown-param"));
  }

  private Reply replay(Interaction recorded) {
    Reply reply =
        tenant.manage(
            recorded
                .path()
                .substring("/api/v2".length())
                .replace("name=Username-Password-Authentication", "name=recorded"));
    assertThat(reply.status()).isEqualTo(recorded.status());
    return reply;
  }

  private void addRecorded(JsonNode recorded) {
    Auth0User.Builder user = Auth0User.builder(recorded.path("user_id").asText());
    recorded
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().equals("user_id") && !member.getKey().equals("identities")) {
                user.attribute(member.getKey(), member.getValue());
              }
            });
    tenant.add(user);
  }

  private void add(Interaction recorded, UnaryOperator<Auth0User.Builder> settings) {
    String id = recorded.path().split("/", -1)[4].replace("%7C", "|");
    Auth0User.Builder user = settings.apply(Auth0User.builder(id).createdAt(Instant.EPOCH));
    if (tenant.simulator.users().find(id).isPresent()) {
      tenant.simulator.users().replace(user.build());
    } else {
      tenant.add(user);
    }
  }
}
