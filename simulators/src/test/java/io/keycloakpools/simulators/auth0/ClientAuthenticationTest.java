package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.REALM;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {
  private static final Map<String, String> FORM =
      Map.of(
          "grant_type",
          Grant.PASSWORD_REALM.type(),
          "username",
          "ada",
          "password",
          PASSWORD,
          "realm",
          REALM);

  private final TestTenant tenant = TestTenant.start();
  private final Clients clients = tenant.simulator.clients();

  @BeforeEach
  void addAda() {
    tenant.add(ada());
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void wrongSecretAndUnknownClientAreDenied() {
    Reply wrong = tenant.signIn("ada", PASSWORD, Map.of("client_secret", "other"));
    assertThat(wrong.error()).isEqualTo("401 access_denied");
    assertThat(wrong.text("error_description")).isEqualTo("Unauthorized");
    assertThat(tenant.signIn("ada", PASSWORD, Map.of("client_id", "nobody")).text())
        .isEqualTo(wrong.text());
    assertThat(tenant.signIn("ada", PASSWORD, Map.of("client_secret", "")).text())
        .isEqualTo(wrong.text());
  }

  @Test
  void applicationMustSendItsSecretTheWayItIsSetTo() {
    assertThat(tenant.basic(FORM).error()).isEqualTo("401 access_denied");
    clients.change(client().authMethod(AuthMethod.BASIC));
    assertThat(tenant.basic(FORM).status()).isEqualTo(200);
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("401 access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ???", "Basic b25seS1hLW5hbWU="})
  void brokenBasicHeaderIsDenied(String header) {
    assertThat(
            tenant.send(tenant.form("/oauth/token", FORM).header("Authorization", header)).error())
        .isEqualTo("401 access_denied");
  }

  @Test
  void publicApplicationNeedsNoSecretButGetsNoManagementToken() {
    clients.change(client().authMethod(AuthMethod.NONE));
    assertThat(tenant.signIn("ada", PASSWORD, Map.of("client_secret", "")).status()).isEqualTo(200);
    assertThat(tenant.managementToken().error()).isEqualTo("403 unauthorized_client");
  }

  @ParameterizedTest
  @EnumSource(Grant.class)
  void grantThatIsOffIsRefused(Grant grant) {
    clients.change(client().grants());
    Reply reply = tenant.token(Map.of("grant_type", grant.type()));
    assertThat(reply.error()).isEqualTo("403 unauthorized_client");
    assertThat(reply.text("error_description"))
        .isEqualTo("Grant type '" + grant.type() + "' not allowed for the client.");
    assertThat(reply.json().has("error_uri")).isTrue();
  }

  @Test
  void otherGrantsSayThatTheyAreNotSupported() {
    assertThat(tenant.token(Map.of("grant_type", "authorization_code")).error())
        .isEqualTo("501 unsupported_grant_type");
  }

  @Test
  void rotatedSecretCountsAtOnce() {
    clients.change(client().secret("rotated"));
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("401 access_denied");
    assertThat(tenant.signIn("ada", PASSWORD, Map.of("client_secret", "rotated")).status())
        .isEqualTo(200);
    assertThatThrownBy(() -> clients.change(Auth0Client.of("nobody")))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void applicationsComeAndGo() {
    clients.delete(CLIENT);
    assertThat(tenant.signIn("ada", PASSWORD).error()).isEqualTo("401 access_denied");
    clients.add(client());
    assertThat(tenant.signIn("ada", PASSWORD).status()).isEqualTo(200);
    assertThat(clients.find(CLIENT).orElseThrow().toString()).isEqualTo("Auth0Client[demo-client]");
  }
}
