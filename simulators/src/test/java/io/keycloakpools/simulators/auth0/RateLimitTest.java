package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final String USER = "/users/auth0%7C5f7c8ec7c33c6c004bbafe82";

  private final TestTenant tenant = TestTenant.start();
  private final RateLimits limits = tenant.simulator.rateLimits();
  private String token;

  @BeforeEach
  void addAda() {
    tenant.add(ada());
    token = tenant.managementToken().text("access_token");
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void burstIsUsedUpAndRefilledWithTime() {
    limits.management(3, 2);
    for (int left = 2; left >= 0; left--) {
      Reply reply = tenant.manage(USER, token);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("x-ratelimit-limit")).isEqualTo("3");
      assertThat(reply.header("x-ratelimit-remaining")).isEqualTo(Integer.toString(left));
    }
    Reply refused = tenant.manage(USER, token);
    assertThat(refused.error()).isEqualTo("429 too_many_requests");
    assertThat(refused.text("message")).isEqualTo("Global limit has been reached");
    assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
    long now = tenant.clock.instant().getEpochSecond();
    assertThat(refused.header("x-ratelimit-reset")).isEqualTo(Long.toString(now + 1));
    assertThat(refused.header("Retry-After")).isEmpty();
    tenant.clock.advance(Duration.ofMillis(500));
    assertThat(tenant.manage(USER, token).status()).isEqualTo(200);
    assertThat(tenant.manage(USER, token).status()).isEqualTo(429);
  }

  @Test
  void limitsAreOffUntilAskedFor() {
    for (int i = 0; i < 60; i++) {
      assertThat(tenant.manage(USER, token).status()).isEqualTo(200);
    }
    limits.auth0FreeTier();
    tenant.manage(USER, token);
    tenant.manage(USER, token);
    assertThat(tenant.manage(USER, token).status()).isEqualTo(429);
    limits.off();
    assertThat(tenant.manage(USER, token).status()).isEqualTo(200);
  }

  @Test
  void tokenEndpointHasNoPartInTheLimit() {
    limits.management(1, 1);
    tenant.manage(USER, token);
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
    assertThat(tenant.managementToken().status()).isEqualTo(200);
  }

  @Test
  void authenticationMethodsAndUserInfoHaveALimitForEachUser() {
    limits.auth0Enterprise();
    String access = tenant.signIn("ada", PASSWORD).text("access_token");
    for (int i = 0; i < 5; i++) {
      assertThat(tenant.manage(USER + "/authentication-methods", token).status()).isEqualTo(200);
      assertThat(userInfo(access).status()).isEqualTo(200);
    }
    assertThat(tenant.manage(USER + "/authentication-methods", token).status()).isEqualTo(429);
    assertThat(userInfo(access).error()).isEqualTo("429 too_many_requests");
    assertThat(tenant.manage(USER, token).status()).isEqualTo(200);
    tenant.clock.advance(Duration.ofSeconds(12));
    assertThat(userInfo(access).status()).isEqualTo(200);
  }

  private Reply userInfo(String access) {
    return tenant.send(tenant.request("/userinfo").header("Authorization", "Bearer " + access));
  }
}
