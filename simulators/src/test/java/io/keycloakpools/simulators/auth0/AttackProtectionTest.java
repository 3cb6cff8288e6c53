package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttackProtectionTest {
  private static final String WRONG = "Wrong-Horse-2";
  private static final String HERE = "203.0.113.9";
  private static final String ELSEWHERE = "203.0.113.10";

  private final TestTenant tenant = TestTenant.start();
  private final Auth0Simulator simulator = tenant.simulator;

  @BeforeEach
  void addAda() {
    tenant.add(ada());
    simulator.clients().change(client().trustTokenEndpointIpHeader(true));
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void tenWrongPasswordsInARowBlockTheUserForThatAddress() {
    failFrom(HERE, 9);
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(200);
    failFrom(HERE, 10);
    assertThat(tenant.signInFrom(HERE, PASSWORD).error()).isEqualTo("429 too_many_attempts");
    assertThat(tenant.signInFrom(ELSEWHERE, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void blockEndsAfterThirtyDays() {
    failFrom(HERE, 10);
    tenant.clock.advance(Duration.ofDays(30).minusSeconds(1));
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(429);
    tenant.clock.advance(Duration.ofSeconds(1));
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void blockEndsByAnAdministratorAndByANewPassword() {
    failFrom(HERE, 10);
    simulator.bruteForce().unblock(ADA);
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(200);
    failFrom(HERE, 10);
    simulator.users().setPassword(ADA, "Brand-New-2");
    assertThat(tenant.signInFrom(HERE, "Brand-New-2").status()).isEqualTo(200);
  }

  @Test
  void protectionCanBeTunedAndSwitchedOff() {
    simulator.bruteForce().attempts(2);
    failFrom(HERE, 2);
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(429);
    simulator.bruteForce().off();
    failFrom(HERE, 12);
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void headerOfAnApplicationThatIsNotTrustedDoesNotCount() {
    simulator.clients().change(client());
    failFrom(HERE, 10);
    assertThat(tenant.signInFrom(ELSEWHERE, PASSWORD).error()).isEqualTo("429 too_many_attempts");
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("429 too_many_attempts");
  }

  @Test
  void headerOfAPublicApplicationDoesNotCount() {
    simulator
        .clients()
        .change(client().authMethod(AuthMethod.NONE).trustTokenEndpointIpHeader(true));
    failFrom(HERE, 10);
    assertThat(tenant.signInFrom(ELSEWHERE, PASSWORD).error()).isEqualTo("429 too_many_attempts");
  }

  @Test
  void unknownUsersAreNeverBlocked() {
    for (int i = 0; i < 12; i++) {
      assertThat(tenant.signIn("nobody", WRONG).error()).isEqualTo("403 invalid_grant");
    }
  }

  @Test
  void loginsPerMinuteCountForUserAndAddress() {
    simulator.rateLimits().passwordChecks(4);
    for (int i = 0; i < 4; i++) {
      assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(200);
    }
    Reply refused = tenant.signInFrom(HERE, PASSWORD);
    assertThat(refused.error()).isEqualTo("429 too_many_requests");
    assertThat(refused.header("Retry-After")).isEmpty();
    assertThat(tenant.signInFrom(ELSEWHERE, PASSWORD).status()).isEqualTo(200);
    assertThat(tenant.signIn("ada@example.com", PASSWORD, Map.of()).status()).isEqualTo(200);
    tenant.clock.advance(Duration.ofSeconds(30));
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(200);
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(429);
    simulator.rateLimits().off();
    assertThat(tenant.signInFrom(HERE, PASSWORD).status()).isEqualTo(200);
  }

  private void failFrom(String ip, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(tenant.signInFrom(ip, WRONG).error()).isEqualTo("403 invalid_grant");
    }
  }
}
