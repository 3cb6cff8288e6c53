package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.claims;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementAccessTest {
  private static final String USER = "/users/auth0%7C5f7c8ec7c33c6c004bbafe82";

  private final TestTenant tenant = TestTenant.start();
  private final Auth0Simulator simulator = tenant.simulator;

  @BeforeEach
  void addAda() {
    tenant.add(ada());
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void tokenListsTheScopesOfTheClientGrant() {
    simulator.clients().change(client().managementScopes("read:users", "read:roles"));
    Reply reply = tenant.managementToken();
    assertThat(reply.text("scope")).isEqualTo("read:users read:roles");
    assertThat(reply.json().path("expires_in").asInt()).isEqualTo(86_400);
    assertThat(reply.json().has("id_token")).isFalse();
    JsonNode claims = claims(reply.text("access_token"));
    assertThat(claims.path("sub").asText()).isEqualTo("demo-client@clients");
    assertThat(claims.path("aud").asText()).isEqualTo(simulator.endpoint() + "/api/v2/");
    assertThat(tenant.managementToken(Map.of("scope", "read:roles delete:users")).text("scope"))
        .isEqualTo("read:roles");
    assertThat(simulator.tokens().issued()).isEqualTo(2);
  }

  @Test
  void clientGrantWithoutScopesGetsATokenThatOpensNothing() {
    simulator.clients().change(client().managementScopes());
    Reply reply = tenant.managementToken();
    assertThat(reply.json().has("scope")).isFalse();
    assertThat(tenant.manage(USER, reply.text("access_token")).error())
        .isEqualTo("403 insufficient_scope");
  }

  @Test
  void applicationWithoutClientGrantIsNotAuthorized() {
    simulator.clients().change(client().managementScopes((String[]) null));
    Reply reply = tenant.managementToken();
    assertThat(reply.error()).isEqualTo("403 access_denied");
    assertThat(reply.text("error_description"))
        .startsWith("Client is not authorized to access \"" + simulator.endpoint() + "/api/v2/\".")
        .contains("You need to create a \"client-grant\"");
  }

  @Test
  void audienceMustBeTheManagementApi() {
    assertThat(tenant.managementToken(Map.of("audience", "")).error())
        .isEqualTo("403 access_denied");
    assertThat(tenant.managementToken(Map.of("audience", "https://api.example.com")).error())
        .isEqualTo("403 access_denied");
  }

  @Test
  void revokedAndExpiredTokensAreUnauthorized() {
    String token = tenant.managementToken().text("access_token");
    assertThat(tenant.manage(USER, token).status()).isEqualTo(200);
    simulator.tokens().revokeAll();
    Reply revoked = tenant.manage(USER, token);
    assertThat(revoked.error()).isEqualTo("401 Unauthorized");
    assertThat(revoked.text("message")).isEqualTo("Invalid token");
    simulator.tokens().lifetime(Duration.ofSeconds(10));
    String brief = tenant.managementToken().text("access_token");
    tenant.clock.advance(Duration.ofSeconds(10));
    assertThat(tenant.manage(USER, brief).text("message")).startsWith("Expired token");
  }

  @Test
  void tokensCanExpireAheadOfTheirTime() {
    String token = tenant.managementToken().text("access_token");
    simulator.tokens().expireAll();
    assertThat(tenant.manage(USER, token).error()).isEqualTo("401 Unauthorized");
    assertThat(tenant.manage(USER, token).text("message")).startsWith("Expired token");
    assertThat(tenant.manage(USER, tenant.managementToken().text("access_token")).status())
        .isEqualTo(200);
  }

  @Test
  void tokensOutliveTheRotationOfTheSecret() {
    String token = tenant.managementToken().text("access_token");
    simulator.clients().change(client().secret("rotated"));
    assertThat(tenant.manage(USER, token).status()).isEqualTo(200);
  }

  @Test
  void otherTokensAreInvalid() {
    String token = tenant.managementToken().text("access_token");
    String tampered = token.substring(0, token.length() - 4) + "AAAA";
    assertThat(tenant.manage(USER, tampered).error()).isEqualTo("401 Unauthorized");
    String ofAUser = tenant.signIn("ada", PASSWORD).text("access_token");
    assertThat(tenant.manage(USER, ofAUser).error()).isEqualTo("401 Unauthorized");
    try (TestTenant other = TestTenant.start()) {
      String foreign = other.managementToken().text("access_token");
      assertThat(tenant.manage(USER, foreign).error()).isEqualTo("401 Unauthorized");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer x", "Basic a.b.c", "Bearer a.b.c d"})
  void malformedHeaderIsABadRequest(String header) {
    Reply reply = tenant.send(tenant.request("/api/v2" + USER).header("Authorization", header));
    assertThat(reply.error()).isEqualTo("400 Bearer");
  }

  @Test
  void missingHeaderIsUnauthorized() {
    assertThat(tenant.get("/api/v2" + USER).error()).isEqualTo("401 Unauthorized");
  }

  @ParameterizedTest
  @CsvSource({
    "/users-by-email?email=x, read:users",
    "/users, read:users",
    "/users/auth0%7C1, read:users",
    "/users/auth0%7C1/organizations, read:organizations",
    "/organizations/org_acme/members/auth0%7C1/roles, read:organization_member_roles",
    "/users/auth0%7C1/authentication-methods, read:authentication_methods",
    "/connections, read:connections",
    "/roles, read:roles",
    "/jobs/job_1, read:users",
    "/jobs/job_1/errors, read:users"
  })
  void everyOperationNamesItsScope(String path, String scope) {
    simulator.clients().change(client().managementScopes("read:nothing"));
    Reply refused = tenant.manage(path);
    assertThat(refused.error()).isEqualTo("403 insufficient_scope");
    assertThat(refused.text("message"))
        .startsWith("Insufficient scope, expected any of: ")
        .contains(scope);
    simulator.clients().change(client().managementScopes(scope));
    assertThat(tenant.manage(path).status()).isIn(200, 404);
  }

  @Test
  void rolesOfAUserNeedAllThreeScopes() {
    simulator.clients().change(client().managementScopes("read:users", "read:roles"));
    assertThat(tenant.manage(USER + "/roles").text("message"))
        .isEqualTo("Insufficient scope, expected all of: read:users,read:roles,read:role_members");
    simulator
        .clients()
        .change(client().managementScopes("read:users", "read:roles", "read:role_members"));
    assertThat(tenant.manage(USER + "/roles").status()).isEqualTo(200);
  }

  @Test
  void exportNeedsItsScope() {
    simulator.clients().change(client().managementScopes("read:roles"));
    assertThat(tenant.manage("/jobs/users-exports", Map.of("format", "json")).error())
        .isEqualTo("403 insufficient_scope");
  }

  @Test
  void unknownPathIsNotFound() {
    assertThat(tenant.manage("/nothing").error()).isEqualTo("404 Not Found");
    assertThat(simulator.users().find(ADA)).isPresent();
  }
}
