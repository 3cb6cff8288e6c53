package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What an admin enters, and what is refused when it is saved. */
class CognitoSettingsIT extends PoolScenarios {

  private CognitoSimulator cognito;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedCognito simulated = new SimulatedCognito();
    cognito = simulated.simulator();
    return simulated;
  }

  /**
   * A setting that cannot work.
   *
   * @param field that the message names, behind its label in the form
   * @param remedy part of the message
   */
  private record Broken(Map<String, String> settings, String field, String remedy) {}

  private static List<Broken> broken() {
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
        new Broken(Map.of("authFlow", "USER_SRP_AUTH"), "authFlow", "Choose one of"),
        new Broken(Map.of("endpoint", "http://cognito.example"), "endpoint", "https://"),
        new Broken(Map.of("endpoint", "http://127.0.0.1:1"), "endpoint", "cannot be reached"),
        new Broken(Map.of("requestTimeout", "5"), "requestTimeout", "whole number"),
        new Broken(Map.of("temporaryPasswords", "require-change"), "temporaryPasswords", "migrat"),
        new Broken(Map.of("tenantResolver", "dynamic"), "tenantIdFieldName", "Enter it"),
        new Broken(
            Map.of("tenantResolver", "static", "tenantId", "acme"),
            "tenantResolver",
            "Switch them on"),
        new Broken(Map.of("group", "/nowhere"), "group", "no group"),
        new Broken(Map.of("clients", "nobody"), "clients", "no client"),
        new Broken(Map.of("roleMappings", pairs("a", "nothing")), "roleMappings", "no role"),
        new Broken(Map.of("roleMappings", "nonsense"), "roleMappings", "key and value"),
        new Broken(
            Map.of("attributeMappings", pairs("a", "userPoolUserId")),
            "attributeMappings",
            "Choose another name"));
  }

  @Test
  void settingsThatCannotWorkAreRefusedWithFieldAndRemedyAndNothingIsSaved() {
    String working = linkedPool();
    Map<String, List<String>> before = config(working);
    SoftAssertions all = new SoftAssertions();
    for (Broken broken : broken()) {
      for (Change change :
          List.of(
              tryPool("broken", broken.settings()),
              realm.components().change(working, broken.settings()))) {
        if (change instanceof Change.Refused refused) {
          all.assertThat(refused.status()).as(broken.toString()).isEqualTo(400);
          all.assertThat(refused.errorMessage())
              .as(broken.toString())
              .contains("(" + broken.field() + "): ")
              .contains(broken.remedy());
        } else {
          all.fail("Saved although it cannot work: " + broken);
        }
      }
    }
    all.assertThat(realm.components().all())
        .noneMatch(component -> "broken".equals(component.getName()));
    all.assertThat(config(working)).isEqualTo(before);
    all.assertAll();
  }

  @Test
  void missingPermissionsAreNamed() {
    for (Operation operation :
        List.of(
            Operation.ADMIN_GET_USER, Operation.ADMIN_LIST_GROUPS_FOR_USER, Operation.LIST_USERS)) {
      cognito.iam().deny(operation);
      assertThat(tryPool("broken", Map.of()).expectRefused().errorMessage())
          .startsWith("Access key ID (accessKeyId):")
          .contains("cognito-idp:" + operation.wireName());
      cognito.iam().allow(operation);
    }
    cognito.iam().deny(Operation.ADMIN_INITIATE_AUTH);
    assertThat(
            tryPool("broken", Map.of("authFlow", "ADMIN_USER_PASSWORD_AUTH"))
                .expectRefused()
                .errorMessage())
        .contains("cognito-idp:AdminInitiateAuth");
    linkedPool();
  }

  @Test
  void whatTheAdminTypedIsSaidAsItWasTyped() {
    assertThat(tryPool("broken", Map.of("clientId", "local")).expectRefused().errorMessage())
        .isEqualTo(
            "App client ID (clientId): the user pool has no app client \"local\". Enter the client "
                + "ID as the AWS console shows it under App clients.");
    assertThat(tryPool("broken", Map.of("group", "/it's {0}")).expectRefused().errorMessage())
        .startsWith("Group (group): this realm has no group \"/it's {0}\".");
  }

  @Test
  void aPoolCanBeSwitchedOffWhileTheDirectoryIsDown() {
    String id = linkedPool();
    directory.stop();
    realm.components().disable(id).expectDone();
    assertThat(Flow.DIRECT_GRANT.signIn(realm, "nobody", "Any-1!").status()).isEqualTo(400);
  }

  @Test
  void withoutTestConnectionADirectoryThatIsDownCanBeAttached() {
    directory.stop();
    pool(Map.of("testConnection", "false"));
    directory.start();
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
  }

  @Test
  void aChangedSettingCountsAtOnce() {
    String id = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);

    realm
        .components()
        .change(id, Map.of("clientSecret", "wrong", "testConnection", "false"))
        .expectDone();
    assertThat(signIn(Flow.DIRECT_GRANT, ada).status()).isEqualTo(503);

    realm
        .components()
        .change(id, Map.of("clientSecret", SimulatedCognito.CLIENT_SECRET))
        .expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void secretsAreMaskedAndTheMaskKeepsThem() {
    String id = linkedPool();
    Map<String, List<String>> config = config(id);
    assertThat(config.get("clientSecret")).containsExactly("**********");
    assertThat(config.get("secretAccessKey")).containsExactly("**********");

    realm.components().change(id, Map.of("clientSecret", "**********")).expectDone();
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
  }

  @Test
  void theFormShowsEverySettingOfTheDocumentation(AdminApi admin) {
    List<String> names = new ArrayList<>();
    for (JsonNode property : realm.components().properties(admin, "cognito-user-pool")) {
      names.add(property.path("name").asText());
      assertThat(property.path("label").asText()).isNotBlank();
      assertThat(property.path("helpText").asText()).isNotBlank();
    }
    assertThat(names)
        .startsWith(
            "region",
            "userPoolId",
            "clientId",
            "clientSecret",
            "accessKeyId",
            "secretAccessKey",
            "authFlow",
            "endpoint")
        .contains(
            "syncAttributes",
            "justInTimeMigration",
            "attributeMappings",
            "roleMappings",
            "group",
            "clients",
            "tenantResolver",
            "tenantIdFieldName",
            "tenantId",
            "unknownTenant",
            "temporaryPasswords",
            "secondFactor",
            "requestTimeout",
            "testConnection");
  }

  private Map<String, List<String>> config(String id) {
    return Map.copyOf(realm.components().get(id).getConfig());
  }
}
