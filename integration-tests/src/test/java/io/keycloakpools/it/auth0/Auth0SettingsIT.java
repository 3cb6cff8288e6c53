package io.keycloakpools.it.auth0;

import static io.keycloakpools.it.auth0.SimulatedAuth0.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.SettingsScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.auth0.Auth0Client;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import io.keycloakpools.simulators.auth0.AuthMethod;
import io.keycloakpools.simulators.auth0.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Auth0SettingsIT extends SettingsScenarios {

  private static final List<String> SCOPES =
      List.of("read:users", "read:roles", "read:role_members");

  private Auth0Simulator auth0;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedAuth0 simulated = new SimulatedAuth0();
    auth0 = simulated.simulator();
    return simulated;
  }

  @Override
  protected List<String> ownSettings() {
    return List.of("domain", "clientId", "clientSecret", "connection", "forwardClientIp");
  }

  @Override
  protected List<String> withoutEffect() {
    return List.of("groupMappings", "temporaryPasswords");
  }

  @Override
  protected List<String> secretSettings() {
    return List.of("clientSecret");
  }

  @Override
  protected List<Broken> brokenOwnSettings() {
    String domain = auth0.endpoint().toString();
    return List.of(
        new Broken(Map.of("domain", ""), "domain", "Enter the domain"),
        new Broken(Map.of("domain", domain + "/api/v2"), "domain", "without \"/api/v2\""),
        new Broken(Map.of("domain", "http://tenant.example"), "domain", "https://"),
        new Broken(Map.of("domain", "not a domain"), "domain", "Enter a host name"),
        new Broken(Map.of("domain", "http://127.0.0.1:1"), "domain", "cannot be reached"),
        new Broken(
            Map.of("domain", domain.replace("127.0.0.1", "localhost")),
            "domain",
            "not a custom domain"),
        new Broken(Map.of("clientId", ""), "clientId", "Applications, your application, Settings"),
        new Broken(Map.of("clientId", "nobody"), "clientSecret", "Check the client ID"),
        new Broken(Map.of("clientSecret", ""), "clientSecret", "Enter the client secret"),
        new Broken(Map.of("clientSecret", "wrong"), "clientSecret", "Client Secret (Post)"),
        new Broken(Map.of("connection", ""), "connection", "Authentication, Database"),
        new Broken(Map.of("connection", "nowhere"), "connection", "no connection \"nowhere\""));
  }

  @Test
  void anApplicationThatAuthenticatesInAnotherWayIsToldWhatToChoose() {
    assertThat(refusal(APPLICATION.authMethod(AuthMethod.BASIC)))
        .startsWith("Client secret (clientSecret):")
        .contains("Client Secret (Post)", "Applications, your application, Credentials");
  }

  @Test
  void aGrantThatIsOffIsNamed() {
    assertThat(refusal(APPLICATION.grants(Grant.CLIENT_CREDENTIALS)))
        .startsWith("Client ID (clientId):")
        .contains("Check the box \"Password\"", "Advanced Settings, Grant Types");
    assertThat(refusal(APPLICATION.grants(Grant.PASSWORD_REALM)))
        .startsWith("Client ID (clientId):")
        .contains("Check the box \"Client Credentials\"", "Advanced Settings, Grant Types");
  }

  @Test
  void anApplicationWithoutTheManagementApiIsToldWhereToSwitchItOn() {
    assertThat(refusal(APPLICATION.managementScopes((String[]) null)))
        .startsWith("Client ID (clientId):")
        .contains(SCOPES)
        .contains("Auth0 Management API, Machine to Machine Applications");
  }

  @Test
  void everyMissingPermissionIsNamed() {
    for (String missing : SCOPES) {
      List<String> granted = new ArrayList<>(SCOPES);
      granted.remove(missing);
      assertThat(refusal(APPLICATION.managementScopes(granted.toArray(String[]::new))))
          .startsWith("Client ID (clientId):")
          .contains("Check " + missing + " in Auth0", "Machine to Machine Applications")
          .doesNotContain(granted);
    }
    assertThat(refusal(APPLICATION.managementScopes("read:users")))
        .contains("Check read:role_members, read:roles in Auth0");
    auth0.clients().change(APPLICATION);
    linkedPool();
  }

  @Test
  void aConnectionThatIsOffForTheApplicationIsNamed() {
    assertThat(refusal(APPLICATION.connections("other")))
        .startsWith("Connection (connection):")
        .contains("\"" + SimulatedAuth0.CONNECTION + "\" is off for application")
        .contains("Authentication, Database, your connection, Applications");
  }

  @Test
  void botDetectionIsNamed() {
    auth0
        .faults()
        .on(
            Auth0Operation.PASSWORD_TOKEN,
            Auth0Faults.oauth(
                401, "requires_verification", "Suspicious request requires verification"));
    assertThat(tryPool("broken", Map.of()).expectRefused().errorMessage())
        .contains("Security, Attack Protection, Bot Detection");
  }

  /** The message at a save of the pool with this application. */
  private String refusal(Auth0Client application) {
    auth0.clients().change(application);
    return tryPool("broken", Map.of()).expectRefused().errorMessage();
  }
}
