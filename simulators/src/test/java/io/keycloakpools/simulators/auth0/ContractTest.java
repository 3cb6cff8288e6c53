package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.SECRET;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.simulators.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the simulator to the project's description of Auth0's answers ({@link Shapes}), and to
 * Auth0's OpenAPI documents where they are at hand ({@link Contract}). {@link TestTenant} checks
 * every answer of the other tests as well.
 */
class ContractTest {
  private final TestTenant tenant = TestTenant.start();

  @AfterEach
  void close() {
    tenant.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, application/json, '{\"user_id\":7}'",
    "418, application/json, '{}'",
    "404, application/json, '{\"message\":\"gone\"}'"
  })
  void answersThatAuth0DoesNotGiveAreNoticed(int status, String type, String body) {
    tenant.simulator.faults().on(Auth0Operation.GET_USER, Fault.http(status, type, body));
    assertThatThrownBy(() -> tenant.manage("/users/auth0%7C1")).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"access_token\":\"a\",\"token_type\":\"Bearer\"}'",
    "403, '{\"message\":\"no\"}'",
    "403, '{\"error\":\"mfa_required\"}'",
    "418, '{\"error\":\"teapot\"}'"
  })
  void tokensThatAuth0DoesNotGiveAreNoticed(int status, String body) {
    tenant
        .simulator
        .faults()
        .on(Auth0Operation.PASSWORD_TOKEN, Fault.http(status, "application/json", body));
    assertThatThrownBy(() -> tenant.signIn("ada", PASSWORD)).isInstanceOf(AssertionError.class);
  }

  /** The members that Auth0's recorded answers have. */
  @Test
  void aUserIsToldInFull() {
    tenant.add(ada());
    String path = "/users/" + ADA.replace("|", "%7C");
    DescribedAnswers.check(path, Shapes.named("wholeUser"), tenant.manage(path));
  }

  @Test
  void tokensAndFactorsAreToldAsDescribed() {
    tenant.add(ada().secondFactor(Auth0SecondFactor.OTP));
    Reply refused = tenant.signIn("ada", PASSWORD);
    assertThat(refused.error()).isEqualTo("403 mfa_required");
    Map<String, String> answer =
        Map.of(
            "grant_type",
            Grant.MFA_OTP.type(),
            "mfa_token",
            refused.text("mfa_token"),
            "otp",
            "123456");
    Map<String, String> challenge =
        Map.of(
            "client_id",
            CLIENT,
            "client_secret",
            SECRET,
            "mfa_token",
            refused.text("mfa_token"),
            "challenge_type",
            "otp");
    assertThat(tenant.post("/mfa/challenge", challenge).status()).isEqualTo(200);
    Reply tokens = tenant.token(answer);
    assertThat(tokens.status()).isEqualTo(200);
    assertThat(
            tenant
                .send(
                    tenant
                        .request("/userinfo")
                        .header("Authorization", "Bearer " + tokens.text("access_token")))
                .status())
        .isEqualTo(200);
    assertThat(tenant.manage("/jobs/users-exports", Map.of("format", "json")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users",
        "/users?include_totals=true",
        "/users-by-email?email=ada%40example.com",
        "/users/{user}",
        "/users/{user}/roles",
        "/users/{user}/roles?include_totals=true",
        "/users/{user}/organizations",
        "/users/{user}/organizations?include_totals=true",
        "/users/{user}/authentication-methods",
        "/users/{user}/authentication-methods?include_totals=true",
        "/organizations/org_acme/members/{user}/roles",
        "/organizations/org_acme/members/{user}/roles?include_totals=true",
        "/connections",
        "/connections?include_totals=true",
        "/roles",
        "/roles?include_totals=true"
      })
  void everyReadFitsTheDocumentsInSuccessAndInFailure(String template) {
    tenant.add(
        ada()
            .phone("+44207183875044", true)
            .role("staff")
            .organization("org_acme", "admin")
            .appMetadata(Map.of("plan", "gold"))
            .secondFactor(Auth0SecondFactor.OTP)
            .secondFactor(Auth0SecondFactor.SMS)
            .secondFactor(Auth0SecondFactor.EMAIL)
            .secondFactor(Auth0SecondFactor.PUSH)
            .identity("google-oauth2", "google-oauth2", "11", true, Map.of("email", "a@b.c")));
    String path = template.replace("{user}", ADA.replace("|", "%7C"));
    assertThat(tenant.manage(path).status()).isEqualTo(200);
    assertThat(tenant.get("/api/v2" + path).status()).isEqualTo(401);
    tenant.simulator.clients().change(client().managementScopes());
    assertThat(tenant.manage(path).status()).isEqualTo(403);
    tenant.simulator.rateLimits().management(1, 0.001);
    tenant.manage(path);
    assertThat(tenant.manage(path).status()).isEqualTo(429);
  }
}
