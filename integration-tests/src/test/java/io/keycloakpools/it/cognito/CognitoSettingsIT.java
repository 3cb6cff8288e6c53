package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.SettingsScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.cognito.CognitoOperation;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CognitoSettingsIT extends SettingsScenarios {

  private CognitoSimulator cognito;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedCognito simulated = new SimulatedCognito();
    cognito = simulated.simulator();
    return simulated;
  }

  @Override
  protected List<String> ownSettings() {
    return List.of(
        "region",
        "userPoolId",
        "clientId",
        "clientSecret",
        "accessKeyId",
        "secretAccessKey",
        "authFlow",
        "endpoint");
  }

  @Override
  protected List<String> withoutEffect() {
    return List.of("groupMappings");
  }

  @Override
  protected List<String> secretSettings() {
    return List.of("clientSecret", "secretAccessKey");
  }

  @Override
  protected List<Broken> brokenOwnSettings() {
    return List.of(
        new Broken(Map.of("region", ""), "region", "Enter the region"),
        new Broken(Map.of("region", "eu-west-77", "endpoint", ""), "region", "no region"),
        new Broken(
            Map.of("region", "eu-central-1", "endpoint", ""), "userPoolId", "not a user pool of"),
        new Broken(Map.of("userPoolId", "eu-west-1_Wrong1"), "userPoolId", "no user pool"),
        new Broken(Map.of("clientId", "nobody"), "clientId", "no app client"),
        new Broken(Map.of("clientSecret", "wrong"), "clientSecret", "does not fit"),
        new Broken(Map.of("clientSecret", ""), "clientSecret", "does not fit"),
        new Broken(Map.of("secretAccessKey", "wrong"), "accessKeyId", "does not accept"),
        new Broken(Map.of("accessKeyId", "AKIAWRONG"), "accessKeyId", "does not accept"),
        new Broken(Map.of("accessKeyId", ""), "accessKeyId", "two parts"),
        new Broken(
            Map.of("accessKeyId", "", "secretAccessKey", ""), "accessKeyId", "may not use the AWS"),
        new Broken(Map.of("authFlow", "USER_SRP_AUTH"), "authFlow", "Choose one of"),
        new Broken(Map.of("endpoint", "http://cognito.example"), "endpoint", "https://"),
        new Broken(Map.of("endpoint", "http://127.0.0.1:1"), "endpoint", "cannot be reached"));
  }

  /** Realms named by the operator may use the server's own credentials, for AWS only. */
  @Test
  void aRealmNeedsThePermissionOfTheOperatorToDoWithoutKeys(AdminApi admin) {
    Map<String, Object> settings = new HashMap<>(directory.settings());
    settings.putAll(Map.of("accessKeyId", "", "secretAccessKey", "", "testConnection", "false"));
    assertThat(realm.components().add("keyless", directory.providerId(), settings).expectRefused())
        .asString()
        .contains("default-credentials-realms");

    String name = RunningKeycloak.REALM_WITH_SERVER_CREDENTIALS;
    TestRealm lent = admin.createRealm(file -> file.setRealm(name));
    assertThat(lent.components().add("keyless", directory.providerId(), settings).expectRefused())
        .asString()
        .contains("only sent to Amazon");
    settings.putAll(
        Map.of("endpoint", "", "region", "eu-central-1", "userPoolId", "eu-central-1_AbCdEf"));
    lent.components().add("keyless", directory.providerId(), settings).expectDone();
    lent.delete();
  }

  @Test
  void missingPermissionsAreNamed() {
    for (CognitoOperation operation :
        List.of(
            CognitoOperation.ADMIN_GET_USER,
            CognitoOperation.ADMIN_LIST_GROUPS_FOR_USER,
            CognitoOperation.LIST_USERS)) {
      cognito.iam().deny(operation);
      assertThat(tryPool("broken", Map.of()).expectRefused().errorMessage())
          .startsWith("Access key ID (accessKeyId):")
          .contains("cognito-idp:" + operation.wireName());
      cognito.iam().allow(operation);
    }
    cognito.iam().deny(CognitoOperation.ADMIN_INITIATE_AUTH);
    assertThat(
            tryPool("broken", Map.of("authFlow", "ADMIN_USER_PASSWORD_AUTH"))
                .expectRefused()
                .errorMessage())
        .contains("cognito-idp:AdminInitiateAuth");
    linkedPool();
  }

  @Test
  void anAppClientThatIsNotThereIsSaidAsItWasTyped() {
    assertThat(tryPool("broken", Map.of("clientId", "local")).expectRefused().errorMessage())
        .isEqualTo(
            "App client ID (clientId): the user pool has no app client \"local\". Enter the client "
                + "ID as the AWS console shows it under App clients.");
  }
}
