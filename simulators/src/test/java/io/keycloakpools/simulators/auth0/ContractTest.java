package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keycloakpools.simulators.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the simulator to Auth0's OpenAPI documents, which are no part of the project. {@link
 * TestTenant} checks every answer of the other tests as well; see {@link Contract}.
 */
class ContractTest {
  private final TestTenant tenant = TestTenant.open();

  @BeforeEach
  void needsTheDocuments() {
    assumeTrue(
        Contract.find().isPresent(), () -> "No OpenAPI documents of Auth0 in " + Contract.folder());
  }

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
    tenant.simulator.faults().on(Operation.GET_USER, Fault.http(status, type, body));
    assertThatThrownBy(() -> tenant.manage("/users/auth0%7C1")).isInstanceOf(AssertionError.class);
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
            .secondFactor(SecondFactor.OTP)
            .secondFactor(SecondFactor.SMS)
            .secondFactor(SecondFactor.EMAIL)
            .secondFactor(SecondFactor.PUSH)
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
