package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Faults;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class Auth0FaultTest {
  private final TestTenant tenant = TestTenant.start();
  private final Faults<Auth0Operation> faults = tenant.simulator.faults();

  @BeforeEach
  void addAda() {
    tenant.add(ada());
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void grantsOfTheTokenEndpointAreHitApart() {
    faults.on(Auth0Operation.PASSWORD_TOKEN, Auth0Faults.tooManyRequests());
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("429 too_many_requests");
    assertThat(tenant.managementToken().status()).isEqualTo(200);
    faults.clear();
    faults.onNext(
        1, Auth0Operation.MANAGEMENT_TOKEN, Auth0Faults.oauth(401, "invalid_client", "no"));
    assertThat(tenant.managementToken().error()).isEqualTo("401 invalid_client");
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void errorsOfAuth0AnswerInsteadOfTheService() {
    String token = tenant.managementToken().text("access_token");
    Map<Fault, String> faultsAndErrors =
        Map.of(
            Fault.http(502, "text/html", "<html>Bad Gateway</html>"), "502",
            Auth0Faults.oauth(400, "invalid_request", "no"), "400",
            Auth0Faults.temporarilyUnavailable(), "503",
            Auth0Faults.internalError(), "500",
            Auth0Faults.rateLimited(), "429",
            Auth0Faults.management(404, "Not here", "inexistent_user"), "404");
    faultsAndErrors.forEach(
        (fault, status) -> {
          faults.onNext(1, Auth0Operation.DISCOVERY, fault);
          assertThat(tenant.get("/.well-known/openid-configuration").status())
              .isEqualTo(Integer.parseInt(status));
        });
    assertThat(tenant.manage("/users", token).status()).isEqualTo(200);
  }

  @Test
  void hugeListIsStillValid() {
    faults.onNext(1, Auth0Operation.USERS_BY_EMAIL, Fault.hugeAnswer(1_000_000));
    Reply reply = tenant.manage("/users-by-email?email=ada%40example.com");
    assertThat(reply.response().body()).hasSizeGreaterThan(1_000_000);
    assertThat(reply.json()).hasSize(1);
  }

  @Test
  void closedConnectionIsAnErrorOfTheClient() {
    faults.onNext(1, Auth0Operation.JWKS, Fault.connectionReset());
    faults.onNext(1, Auth0Operation.JWKS, Fault.connectionReset());
    assertThatThrownBy(() -> tenant.get("/.well-known/jwks.json"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void releasedRequestIsAnswered() throws Exception {
    faults.onNext(1, Auth0Operation.PASSWORD_TOKEN, Fault.hang());
    CompletableFuture<Reply> reply =
        CompletableFuture.supplyAsync(() -> tenant.signIn("ada", PASSWORD));
    assertThat(tenant.simulator.requests().await(1, Duration.ofSeconds(20))).isTrue();
    faults.release();
    assertThat(reply.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
  }
}
