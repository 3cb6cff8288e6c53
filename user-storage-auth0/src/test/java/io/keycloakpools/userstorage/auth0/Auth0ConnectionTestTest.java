package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.CLIENT_ID;
import static io.keycloakpools.userstorage.auth0.TestTenant.CONNECTION;
import static io.keycloakpools.userstorage.auth0.TestTenant.application;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Client;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.AuthMethod;
import io.keycloakpools.simulators.auth0.Grant;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Auth0ConnectionTestTest {

  private static final ConnectionTest WORKS = new ConnectionTest.Works();

  private TestTenant tenant;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    tenant.simulator().requests().reset();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Nested
  final class SettingsThatWork {

    @Test
    void areTriedWithEveryCallOfASignInAndNoOther() {
      assertThat(tenant.directory().test()).isEqualTo(WORKS);
      assertThat(operations())
          .containsExactly(
              Auth0Operation.MANAGEMENT_TOKEN,
              Auth0Operation.USERS_BY_EMAIL,
              Auth0Operation.SEARCH_USERS,
              Auth0Operation.USER_ROLES,
              Auth0Operation.PASSWORD_TOKEN);
    }

    @Test
    void areTriedForNobodyAndForNobodysAddress() {
      tenant.directory().test();

      assertThat(tenant.passwordChecks())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.username().orElseThrow()).startsWith("keycloak-pools-test-");
                assertThat(request.realm()).contains(CONNECTION);
                assertThat(request.forwardedFor()).isEmpty();
              });
    }

    /** A warm-up runs at each start, so it must run no Rule or Action of the tenant. */
    @Test
    void areWarmedUpWithoutAPasswordCheck() {
      tenant.directory().warmUp();

      assertThat(operations())
          .containsExactly(
              Auth0Operation.MANAGEMENT_TOKEN,
              Auth0Operation.USERS_BY_EMAIL,
              Auth0Operation.SEARCH_USERS,
              Auth0Operation.USER_ROLES);
    }

    @ParameterizedTest
    @CsvSource({
      "403, invalid_grant, Wrong email or password.",
      "400, invalid_user_password, ''",
      "403, access_denied, Not from here.",
      "401, unauthorized, user is blocked",
      "401, password_leaked, ''",
      "429, too_many_attempts, ''",
      "429, too_many_requests, ''",
    })
    void areFoundToWorkWhateverIsSaidOfNobody(int status, String error, String description) {
      tenant
          .simulator()
          .faults()
          .on(Auth0Operation.PASSWORD_TOKEN, Auth0Faults.oauth(status, error, description));

      assertThat(tenant.directory().test()).isEqualTo(WORKS);
    }
  }

  @Nested
  final class AWrong {

    @Test
    void domain() {
      tenant.simulator().stop();

      assertThat(problem(Map.of()))
          .returns("domain", SettingProblem::field)
          .returns("auth0Unreachable", SettingProblem::messageKey)
          .satisfies(
              problem ->
                  assertThat(problem.arguments())
                      .hasSize(2)
                      .first()
                      .isEqualTo(tenant.simulator().endpoint().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientId", "clientSecret"})
    void application(String key) {
      assertProblem(
          Map.of(key, "other"),
          "clientSecret",
          "auth0Secret",
          key.equals("clientId") ? "other" : CLIENT_ID);
    }

    @Test
    void wayToSendTheSecret() {
      change(TestTenant.application().authMethod(AuthMethod.BASIC));

      assertProblem(Map.of(), "clientSecret", "auth0Secret", CLIENT_ID);
    }

    /** The other error code for a wrong secret, also at the last call only. */
    @ParameterizedTest
    @ValueSource(strings = {"MANAGEMENT_TOKEN", "PASSWORD_TOKEN"})
    void secretByItsOtherName(Auth0Operation operation) {
      tenant
          .simulator()
          .faults()
          .on(operation, Auth0Faults.oauth(401, "invalid_client", "Client authentication failed"));

      assertProblem(Map.of(), "clientSecret", "auth0Secret", CLIENT_ID);
    }

    @Test
    void domainThatTheManagementApiDoesNotKnow() {
      tenant
          .simulator()
          .faults()
          .on(
              Auth0Operation.MANAGEMENT_TOKEN,
              Auth0Faults.oauth(403, "access_denied", "Service not enabled within domain: x"));

      assertProblem(Map.of(), "domain", "auth0NoApi", tenant.simulator().endpoint() + "/api/v2/");
    }

    @Test
    void connection() {
      assertProblem(
          Map.of("connection", "nowhere"), "connection", "auth0NoConnection", "nowhere", CLIENT_ID);
    }

    @Test
    void kindOfConnection() {
      tenant
          .simulator()
          .faults()
          .on(
              Auth0Operation.PASSWORD_TOKEN,
              Auth0Faults.oauth(
                  400,
                  "invalid_request",
                  "specified strategy does not support requested operation"));

      assertProblem(Map.of(), "connection", "auth0NoDatabase", CONNECTION, CLIENT_ID);
    }
  }

  @Nested
  final class AMissing {

    @Test
    void grantForTheManagementApi() {
      change(application().grants(Grant.PASSWORD_REALM));

      assertProblem(Map.of(), "clientId", "auth0GrantOff", "Client Credentials");
    }

    @Test
    void grantForPasswords() {
      change(application().grants(Grant.CLIENT_CREDENTIALS));

      assertProblem(Map.of(), "clientId", "auth0GrantOff", "Password");
    }

    @Test
    void authorizationForTheManagementApi() {
      change(application().managementScopes((String[]) null));

      assertProblem(Map.of(), "clientId", "auth0NotAuthorized", CLIENT_ID);
    }

    @ParameterizedTest
    @CsvSource({
      "'', read:users",
      "read:roles, read:users",
      "read:users, 'read:role_members, read:roles'",
      "read:users read:roles, read:role_members",
      "read:users read:role_members, read:roles",
    })
    void permission(String granted, String missing) {
      change(
          application()
              .managementScopes(granted.isEmpty() ? new String[0] : granted.split(" ", -1)));

      assertProblem(Map.of(), "clientId", "auth0Scope", missing);
    }

    @Test
    void connectionOfTheApplication() {
      change(application().connections(TestTenant.OTHER_CONNECTION));

      assertProblem(Map.of(), "connection", "auth0ConnectionOff", CONNECTION, CLIENT_ID);
    }
  }

  @Nested
  final class ATenantThat {

    @ParameterizedTest
    @ValueSource(strings = {"requires_verification", "requires_validation"})
    void wantsACaptchaIsNamed(String error) {
      tenant
          .simulator()
          .faults()
          .on(Auth0Operation.PASSWORD_TOKEN, Auth0Faults.oauth(401, error, "Suspicious request"));

      assertProblem(Map.of(), "clientId", "auth0BotDetection");
    }

    /** Hangs until the end of the test. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void hangsDoesNotHoldTheAdminUp() {
      tenant.simulator().faults().onAll(Fault.hang());
      Directory directory = tenant.directory(Duration.ofMillis(300));

      ConnectionTest result = directory.test();

      assertThat(problem(result)).returns("auth0Unreachable", SettingProblem::messageKey);
    }

    @ParameterizedTest
    @CsvSource({
      "MANAGEMENT_TOKEN, /oauth/token",
      "USERS_BY_EMAIL, /api/v2/users-by-email",
      "SEARCH_USERS, /api/v2/users",
      "USER_ROLES, /api/v2/users/{id}/roles",
      "PASSWORD_TOKEN, /oauth/token",
    })
    void answersStrangelyIsQuotedWithTheCallThatWasMade(Auth0Operation operation, String path) {
      tenant.simulator().faults().on(operation, Fault.http(502, "text/html", "<html></html>"));
      assertProblem(Map.of(), "domain", "auth0Unusable", path, "HTTP 502");
      tenant.simulator().faults().clear();
      tenant.simulator().faults().on(operation, Auth0Faults.oauth(418, "new_error", "text"));
      assertProblem(Map.of(), "domain", "auth0Unusable", path, "HTTP 418 new_error");
      tenant.simulator().faults().clear();
      tenant.simulator().faults().on(operation, Fault.http(200, "text/html", "<html></html>"));

      assertProblem(Map.of(), "domain", "auth0Unusable", path, "HTTP 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USERS_BY_EMAIL", "SEARCH_USERS", "USER_ROLES", "PASSWORD_TOKEN"})
    void stopsInBetweenIsNamed(Auth0Operation operation) {
      tenant.simulator().faults().on(operation, Fault.connectionReset());

      assertThat(problem(Map.of()))
          .returns("domain", SettingProblem::field)
          .returns("auth0Unreachable", SettingProblem::messageKey);
    }
  }

  private List<Auth0Operation> operations() {
    return tenant.simulator().requests().all().stream()
        .map(request -> request.operation().orElseThrow())
        .toList();
  }

  private void change(Auth0Client client) {
    tenant.simulator().clients().change(client);
  }

  private void assertProblem(
      Map<String, String> changes, String field, String messageKey, String... arguments) {
    assertThat(problem(changes)).isEqualTo(SettingProblem.of(field, messageKey, arguments));
  }

  private SettingProblem problem(Map<String, String> changes) {
    return problem(tenant.directory(changes).test());
  }

  private static SettingProblem problem(ConnectionTest result) {
    assertThat(result).isInstanceOf(ConnectionTest.Fails.class);
    return ((ConnectionTest.Fails) result).problem();
  }
}
