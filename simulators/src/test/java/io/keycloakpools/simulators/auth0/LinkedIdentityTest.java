package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.REALM;
import static io.keycloakpools.simulators.auth0.TestTenant.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkedIdentityTest {
  private static final String GRACE = "google-oauth2|110011";

  private final TestTenant tenant = TestTenant.start();

  @AfterEach
  void close() {
    tenant.close();
  }

  private static Auth0User.Builder grace() {
    return Auth0User.builder(GRACE).email("grace@example.com", true).password(PASSWORD);
  }

  @Test
  void socialUserSignsInByTheLinkedDatabaseIdentity() {
    tenant.add(grace().identity(REALM, "auth0", "5f7c9", false));
    Reply reply = tenant.signIn("Grace@example.com", PASSWORD);
    assertThat(claims(reply.text("id_token")).path("sub").asText()).isEqualTo(GRACE);
    assertThat(tenant.signIn("grace@example.com", "Wrong-Horse-2").error())
        .isEqualTo("403 invalid_grant");
  }

  @Test
  void linkedIdentityHasNamesOfItsOwn() {
    tenant.add(
        grace()
            .identity(
                REALM,
                "auth0",
                "5f7c9",
                false,
                Map.of("email", "hopper@example.com", "username", "hopper")));
    assertThat(tenant.signIn("hopper@example.com", PASSWORD).status()).isEqualTo(200);
    assertThat(tenant.signIn("hopper", PASSWORD).status()).isEqualTo(200);
    assertThat(tenant.signIn("grace@example.com", PASSWORD).error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void socialUserWithoutDatabaseIdentityHasNoPassword() {
    tenant.add(grace());
    assertThat(tenant.signIn("grace@example.com", PASSWORD).error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void allIdentitiesAreShownThePrimaryOneFirst() {
    tenant.add(grace().identity(REALM, "auth0", "5f7c9", false, Map.of("username", "grace")));
    JsonNode identities = tenant.manage("/users/google-oauth2%7C110011").json().path("identities");
    assertThat(identities.path(0).path("connection").asText()).isEqualTo("google-oauth2");
    assertThat(identities.path(0).path("isSocial").asBoolean()).isTrue();
    assertThat(identities.path(0).has("profileData")).isFalse();
    assertThat(identities.path(1).path("provider").asText()).isEqualTo("auth0");
    assertThat(identities.path(1).path("profileData").path("username").asText()).isEqualTo("grace");
    assertThat(
            tenant
                .manage("/users?q=identities.connection%3A%22" + REALM + "%22")
                .json()
                .path(0)
                .path("user_id")
                .asText())
        .isEqualTo(GRACE);
  }

  @Test
  void linkedIdIsNotAUserId() {
    tenant.add(grace().identity(REALM, "auth0", "5f7c9", false));
    assertThat(tenant.manage("/users/auth0%7C5f7c9").error()).isEqualTo("404 inexistent_user");
  }
}
