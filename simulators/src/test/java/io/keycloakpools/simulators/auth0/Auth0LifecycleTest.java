package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.REALM;
import static io.keycloakpools.simulators.auth0.TestTenant.SECRET;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.simulators.Requests;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Auth0LifecycleTest {
  private final TestTenant tenant = TestTenant.start();
  private final SimulatedAuth0Users users = tenant.simulator.users();

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void stoppedSimulatorRefusesConnectionsAndComesBackOnItsPort() {
    tenant.add(ada());
    URI endpoint = tenant.simulator.endpoint();
    tenant.simulator.stop();
    assertThatThrownBy(() -> tenant.signIn("ada", PASSWORD))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(tenant.simulator.start().endpoint()).isEqualTo(endpoint);
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
    assertThatThrownBy(() -> Auth0Simulator.builder().build().endpoint())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void usersChangeAtRunTime() {
    tenant.add(ada());
    assertThat(users.findByEmail("ADA@example.com")).isPresent();
    assertThat(users.findByUsername("Ada")).isPresent();
    tenant.clock.advance(Duration.ofMinutes(1));
    users.setPassword(ADA, "Brand-New-2");
    assertThat(users.find(ADA).orElseThrow().attribute("updated_at").asText())
        .isEqualTo("2026-11-21T12:01:00.000Z");
    assertThat(tenant.signIn("ada", "Brand-New-2").status()).isEqualTo(200);
    users.replace(ada().username("countess").build());
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(403);
    assertThat(tenant.signIn("countess", PASSWORD).status()).isEqualTo(200);
    users.delete(ADA);
    assertThat(tenant.signIn("countess", PASSWORD).status()).isEqualTo(403);
    assertThat(users.all()).isEmpty();
    assertThatThrownBy(() -> users.delete(ADA)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> users.replace(ada().build()))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void namesAreTakenOncePerConnection() {
    tenant.add(ada());
    assertThatThrownBy(() -> tenant.add(ada())).isInstanceOf(IllegalStateException.class);
    Auth0User.Builder other = Auth0User.builder("auth0|2").email("ADA@example.com", true);
    assertThatThrownBy(() -> tenant.add(other)).isInstanceOf(IllegalStateException.class);
    tenant.add(other.connection("partners"));
    assertThatThrownBy(() -> users.update("auth0|2", user -> user.connection(REALM)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tenant.signIn("ada@example.com", PASSWORD).status()).isEqualTo(200);
    assertThatThrownBy(() -> tenant.add(Auth0User.builder("auth0|3").connection("none")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> tenant.add(Auth0User.builder("no-provider")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void requestsAreRecordedWithoutSecrets() {
    tenant.add(ada().secondFactor(Auth0SecondFactor.OTP));
    String mfa = tenant.signInFrom("203.0.113.9", PASSWORD).text("mfa_token");
    tenant.token(Map.of("grant_type", Grant.MFA_OTP.type(), "mfa_token", mfa, "otp", "123456"));
    String token = tenant.managementToken().text("access_token");
    tenant.manage("/users/auth0%7C5f7c8ec7c33c6c004bbafe82?fields=email", token);
    tenant.get("/else%2Fwhere");
    Requests<Auth0Operation, RecordedAuth0Request> requests = tenant.simulator.requests();
    assertThat(requests.all())
        .extracting(RecordedAuth0Request::operation)
        .containsExactly(
            Optional.of(Auth0Operation.PASSWORD_TOKEN),
            Optional.of(Auth0Operation.MFA_TOKEN),
            Optional.of(Auth0Operation.MANAGEMENT_TOKEN),
            Optional.of(Auth0Operation.GET_USER),
            Optional.empty());
    RecordedAuth0Request signIn = requests.of(Auth0Operation.PASSWORD_TOKEN).get(0);
    assertThat(signIn.username()).hasValue("ada");
    assertThat(signIn.realm()).hasValue(REALM);
    assertThat(signIn.forwardedFor()).hasValue("203.0.113.9");
    assertThat(signIn.method()).isEqualTo("POST");
    RecordedAuth0Request get = requests.of(Auth0Operation.GET_USER).get(0);
    assertThat(get.path()).isEqualTo("/api/v2/users/" + ADA);
    assertThat(get.query()).containsEntry("fields", "email");
    assertThat(get.at()).isEqualTo(tenant.clock.instant());
    assertThat(requests.all().toString()).doesNotContain(PASSWORD, SECRET, mfa, token, "123456");
    requests.reset();
    assertThat(requests.count()).isZero();
  }

  @Test
  void textsOfObjectsHoldNoSecrets() {
    Auth0User user = tenant.add(ada());
    assertThat(user.toString()).isEqualTo("Auth0User[" + ADA + "]");
    assertThat(TestTenant.client().toString()).doesNotContain(SECRET);
  }
}
