package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.REALM;
import static io.keycloakpools.simulators.auth0.TestTenant.SECRET;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.claims;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordGrantTest {
  private final TestTenant tenant = TestTenant.start();

  @AfterEach
  void close() {
    tenant.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "ADA", "ada@example.com", "Ada@Example.com"})
  void usernameAndEmailSignInInAnyCase(String name) {
    tenant.add(ada());
    Reply reply = tenant.signIn(name, PASSWORD);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("token_type")).isEqualTo("Bearer");
    assertThat(reply.text("scope")).isEqualTo("openid profile email");
    assertThat(reply.json().path("expires_in").asInt()).isEqualTo(86_400);
    assertThat(claims(reply.text("id_token")).path("sub").asText()).isEqualTo(ADA);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void mixedCaseInTheProfileSignsInToo() {
    tenant.add(ada().username("AdA").email("Ada@Example.com", true));
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
    assertThat(tenant.signIn("ada@example.com", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void wrongPasswordAndUnknownUserLookAlike() {
    tenant.add(ada());
    Reply wrong = tenant.signIn("ada", "Wrong-Horse-2");
    assertThat(wrong.error()).isEqualTo("403 invalid_grant");
    assertThat(wrong.text("error_description")).isEqualTo("Wrong email or password.");
    assertThat(tenant.signIn("nobody", PASSWORD).text()).isEqualTo(wrong.text());
  }

  @Test
  void passwordIsCaseSensitiveAndMissingPasswordNeverRight() {
    tenant.add(ada());
    assertThat(tenant.signIn("ada", "correct-horse-1").error()).isEqualTo("403 invalid_grant");
    tenant.add(Auth0User.builder("auth0|2").email("none@example.com", true));
    assertThat(tenant.signIn("none@example.com", PASSWORD).error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void jsonIsTakenAsWellAsAForm() {
    tenant.add(ada());
    Map<String, Object> json =
        Map.of(
            "grant_type", Grant.PASSWORD_REALM.type(),
            "client_id", CLIENT,
            "client_secret", SECRET,
            "realm", REALM,
            "username", "ada",
            "password", PASSWORD,
            "scope", List.of("openid", "email"));
    Reply reply = tenant.post("/oauth/token", json);
    assertThat(reply.text("scope")).isEqualTo("openid email");
    assertThat(reply.json().has("id_token")).isTrue();
  }

  @Test
  void scopeThatIsNoTextIsInvalid() {
    Map<String, Object> json =
        Map.of(
            "grant_type", Grant.PASSWORD_REALM.type(),
            "client_id", CLIENT,
            "client_secret", SECRET,
            "realm", REALM,
            "username", "ada",
            "password", PASSWORD,
            "scope", 7);
    assertThat(tenant.post("/oauth/token", json).error()).isEqualTo("400 invalid_scope");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant_type", "username", "password", "realm"})
  void missingParameterIsNamed(String parameter) {
    Reply reply = tenant.signIn("ada", PASSWORD, Map.of(parameter, ""));
    assertThat(reply.error()).isEqualTo("400 invalid_request");
    assertThat(reply.text("error_description"))
        .isEqualTo("Missing required parameter: " + parameter);
  }

  @Test
  void unknownRealmIsAnInvalidRequest() {
    Reply reply = tenant.signIn("ada", PASSWORD, Map.of("realm", "elsewhere"));
    assertThat(reply.error()).isEqualTo("400 invalid_request");
  }

  @Test
  void connectionMustBeEnabledForTheApplication() {
    tenant.add(ada());
    tenant.simulator.clients().change(client().connections("partners"));
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("400 invalid_request");
    tenant.simulator.clients().change(client().connections("partners", REALM));
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void userSignsInByTheOwnConnectionOnly() {
    tenant.add(ada().connection("partners"));
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("403 invalid_grant");
    assertThat(tenant.signIn("ada", PASSWORD, Map.of("realm", "partners")).status()).isEqualTo(200);
  }

  @Test
  void grantPasswordUsesTheDefaultDirectory() {
    tenant.add(ada());
    Map<String, String> grant = Map.of("grant_type", "password", "realm", "");
    assertThat(tenant.signIn("ada", PASSWORD, grant).status()).isEqualTo(200);
    try (TestTenant without = TestTenant.start(Auth0SimulatorBuilder::noDefaultDirectory)) {
      without.add(ada());
      assertThat(without.signIn("ada", PASSWORD, grant).error()).isEqualTo("500 server_error");
    }
  }

  @Test
  void withoutOpenidThereIsNoIdToken() {
    tenant.add(ada());
    Reply profile = tenant.signIn("ada", PASSWORD, Map.of("scope", "profile"));
    assertThat(profile.text("scope")).isEqualTo("profile");
    assertThat(profile.json().has("id_token")).isFalse();
    Reply nothing = tenant.signIn("ada", PASSWORD, Map.of("scope", ""));
    assertThat(nothing.text("scope")).isEqualTo("openid profile email address phone");
    assertThat(nothing.json().has("id_token")).isFalse();
  }

  @Test
  void unknownAudienceIsDenied() {
    tenant.add(ada());
    Reply reply = tenant.signIn("ada", PASSWORD, Map.of("audience", "https://api.example.com/"));
    assertThat(reply.error()).isEqualTo("403 access_denied");
  }

  @Test
  void blockedUserIsToldWithTheRightPasswordOnly() {
    tenant.add(ada());
    tenant.simulator.users().block(ADA);
    Reply blocked = tenant.signIn("ada", PASSWORD);
    assertThat(blocked.error()).isEqualTo("401 unauthorized");
    assertThat(blocked.text("error_description")).isEqualTo("user is blocked");
    assertThat(tenant.signIn("ada", "Wrong-Horse-2").error()).isEqualTo("403 invalid_grant");
    tenant.simulator.users().unblock(ADA);
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void leakedPasswordIsRefused() {
    tenant.add(ada().passwordLeaked());
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("401 password_leaked");
    assertThat(tenant.signIn("ada", "Wrong-Horse-2").error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void suspiciousRequestRequiresVerificationWhateverThePasswordIs() {
    tenant.add(ada().requiresVerification());
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("401 requires_verification");
    assertThat(tenant.signIn("ada", "Wrong-Horse-2").error())
        .isEqualTo("401 requires_verification");
    tenant.simulator.users().update(ADA, Auth0User.Builder::notRefused);
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void actionRefusesWithItsOwnText() {
    tenant.add(ada().denied("access_denied", "Please verify your e-mail address."));
    Reply denied = tenant.signIn("ada", PASSWORD);
    assertThat(denied.error()).isEqualTo("403 access_denied");
    assertThat(denied.text("error_description")).isEqualTo("Please verify your e-mail address.");
    tenant.simulator.users().update(ADA, user -> user.denied("unauthorized", "Not on Sundays"));
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("401 unauthorized");
  }

  @Test
  void signInIsSeenInTheProfile() {
    tenant.add(ada());
    tenant.signIn("ada", PASSWORD);
    tenant.signIn("ada", PASSWORD);
    Auth0User user = tenant.simulator.users().find(ADA).orElseThrow();
    assertThat(user.attribute("logins_count").asInt()).isEqualTo(2);
    assertThat(user.attribute("last_login").asText()).isEqualTo("2026-11-21T12:00:00.000Z");
    assertThat(user.attribute("last_ip").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void onlyPostIsAnswered() {
    assertThat(tenant.get("/oauth/token").status()).isEqualTo(404);
  }
}
