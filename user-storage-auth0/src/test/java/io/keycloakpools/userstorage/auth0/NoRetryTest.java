package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each request is sent once, and secrets only to Auth0, even with a client that retries whenever it
 * may, as Keycloak's does with {@code max-retries}.
 */
final class NoRetryTest {

  private static final int RETRIES = 2;

  private TestTenant tenant;
  private Auth0User ada;

  @BeforeEach
  void start() {
    tenant =
        TestTenant.start(
            client -> client.setRetryHandler(new DefaultHttpRequestRetryHandler(RETRIES, true)));
    ada = tenant.add(ada());
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void aPasswordIsSentOnce() {
    tenant.simulator().faults().on(Auth0Operation.PASSWORD_TOKEN, Fault.connectionReset());

    assertThat(tenant.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
    assertThat(tenant.passwordChecks()).hasSize(1);
  }

  @Test
  void aPasswordIsSentOnceOverAConnectionThatWasUsedBefore() {
    Directory directory = tenant.directory();
    directory.checkPassword(TestTenant.attempt(ada, PASSWORD));
    tenant.simulator().faults().on(Auth0Operation.PASSWORD_TOKEN, Fault.connectionReset());

    assertThat(directory.checkPassword(TestTenant.attempt(ada, PASSWORD)))
        .isInstanceOf(PasswordCheck.Unavailable.class);
    assertThat(tenant.passwordChecks()).hasSize(2);
  }

  @Test
  void theSecretOfTheApplicationIsSentOnce() {
    tenant.simulator().faults().on(Auth0Operation.MANAGEMENT_TOKEN, Fault.connectionReset());

    assertThat(tenant.directory().findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(tenant.simulator().requests().count(Auth0Operation.MANAGEMENT_TOKEN)).isEqualTo(1);
  }

  @Test
  void aQuestionWithoutASecretIsSentOnceAsWell() {
    Directory directory = tenant.directory();
    directory.warmUp();
    tenant.simulator().requests().reset();
    tenant.simulator().faults().onAll(Fault.connectionReset());

    assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(directory.findByEmail("ada@example.com")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(tenant.simulator().requests().count(Auth0Operation.SEARCH_USERS)).isEqualTo(1);
    assertThat(tenant.simulator().requests().count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(1);
  }

  /** Apache's default, which Keycloak keeps, makes up to four attempts of a GET. */
  @Test
  void nothingIsSentTwiceByTheClientAsItComes() {
    try (TestTenant usual = TestTenant.start()) {
      usual.simulator().faults().on(Auth0Operation.SEARCH_USERS, Fault.connectionReset());

      assertThat(usual.directory().findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
      assertThat(usual.simulator().requests().count(Auth0Operation.SEARCH_USERS)).isEqualTo(1);
    }
  }

  /** Proves that the client of these tests retries. */
  @Test
  void theClientOfTheseTestsRepeats() {
    tenant.simulator().faults().on(Auth0Operation.DISCOVERY, Fault.connectionReset());

    assertThatThrownBy(
            () ->
                tenant.execute(
                    new HttpGet(
                        tenant
                            .simulator()
                            .endpoint()
                            .resolve("/.well-known/openid-configuration"))))
        .isInstanceOf(IOException.class);
    assertThat(tenant.simulator().requests().count(Auth0Operation.DISCOVERY))
        .isEqualTo(1 + RETRIES);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) {
    try (TestTenant elsewhere = TestTenant.start()) {
      elsewhere.add(ada());
      Directory directory = tenant.directory();
      directory.warmUp();
      elsewhere.simulator().requests().reset();
      String target = elsewhere.simulator().endpoint().toString();
      tenant
          .simulator()
          .faults()
          .onAll(
              Fault.answer(new Answer(status, Map.of("Location", target + "/api/v2/users"), "")));

      assertThat(directory.checkPassword(TestTenant.attempt(ada, PASSWORD)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
      assertThat(directory.findByEmail("ada@example.com")).isInstanceOf(Lookup.Unavailable.class);
      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
      assertThat(directory.findByExternalId(ADA, ADA)).isInstanceOf(Lookup.Unavailable.class);
      assertThat(directory.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
      assertThat(tenant.directory().findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
      assertThat(elsewhere.simulator().requests().count()).isZero();
    }
  }
}
