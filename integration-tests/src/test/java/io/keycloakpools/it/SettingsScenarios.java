package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ComponentRepresentation;

/** An admin's settings, and refusals at a save. */
public abstract class SettingsScenarios extends PoolScenarios {

  /**
   * Settings that cannot work.
   *
   * @param field in the message, behind its label in the form
   * @param remedy part of the message
   */
  public record Broken(Map<String, String> settings, String field, String remedy) {}

  private static final String MASK = "**********";

  /** The directory's own settings, in the order of the form. */
  protected abstract List<String> ownSettings();

  /** The secret ones, all with a value; without the first nothing works. */
  protected abstract List<String> secretSettings();

  protected abstract List<Broken> brokenOwnSettings();

  /** Shared settings without effect, which the form does not show. */
  protected List<String> withoutEffect() {
    return List.of();
  }

  private static List<Broken> brokenSharedSettings() {
    return List.of(
        new Broken(Map.of("requestTimeout", "5"), "requestTimeout", "whole number"),
        new Broken(Map.of("stayOrMove", "perhaps"), "stayOrMove", "Choose one of: stay, "),
        new Broken(
            Map.of("stayOrMove", "stay-copied-once", "justInTimeMigration", "true"),
            "stayOrMove",
            "Leave out"),
        new Broken(
            Map.of("temporaryPasswords", "require-change"),
            "temporaryPasswords",
            "move-at-first-sign-in"),
        new Broken(Map.of("identityPool", "Nowhere"), "identityPool", "Create it first"),
        new Broken(Map.of("secondFactor", "perhaps"), "secondFactor", "Choose one of"),
        new Broken(Map.of("tenantResolver", "dynamic"), "tenantIdFieldName", "Enter it"),
        new Broken(
            Map.of("tenantResolver", "static", "tenantId", "acme"),
            "tenantResolver",
            "Switch them on"),
        new Broken(Map.of("group", "/nowhere"), "group", "no group"),
        new Broken(Map.of("clients", "nobody"), "clients", "choose one of: cli, web, account"),
        new Broken(Map.of("roleMappings", pairs("a", "nothing")), "roleMappings", "no role"),
        new Broken(Map.of("roleMappings", "nonsense"), "roleMappings", "key and value"),
        new Broken(
            Map.of("identityProviderMappings", pairs("google-oauth2", "nowhere")),
            "identityProviderMappings",
            "no identity provider \"nowhere\""),
        new Broken(
            Map.of("attributeMappings", pairs("a", "userPoolUserId")),
            "attributeMappings",
            "Choose another name"),
        new Broken(
            Map.of("attributeMappings", pairs("a", "office hours")),
            "attributeMappings",
            "switch on Unmanaged attributes"));
  }

  @Test
  void settingsThatCannotWorkAreRefusedWithFieldAndRemedyAndNothingIsSaved() {
    String working = linkedPool();
    Map<String, List<String>> before = config(working);
    SoftAssertions all = new SoftAssertions();
    Stream.concat(brokenOwnSettings().stream(), brokenSharedSettings().stream())
        .filter(broken -> !withoutEffect().contains(broken.field()))
        .forEach(
            broken -> {
              assertRefused(all, broken, tryPool("broken", broken.settings()));
              assertRefused(all, broken, realm.components().change(working, broken.settings()));
            });
    all.assertThat(realm.components().all())
        .extracting(ComponentRepresentation::getName)
        .containsExactly("pool");
    all.assertThat(config(working)).isEqualTo(before);
    all.assertAll();
  }

  private static void assertRefused(SoftAssertions all, Broken broken, Change change) {
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

  @Test
  void whatTheAdminTypedIsSaidAsItWasTyped() {
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
  void aDirectoryThatIsDownCannotBeAttached() {
    directory.stop();
    assertThat(tryPool("broken", Map.of()).expectRefused().errorMessage())
        .contains("cannot be reached");
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
        .change(id, Map.of(secretSettings().get(0), "wrong", "testConnection", "false"))
        .expectDone();
    assertThat(signIn(Flow.DIRECT_GRANT, ada).status()).isEqualTo(503);

    Object right = directory.settings().get(secretSettings().get(0));
    realm.components().change(id, Map.of(secretSettings().get(0), right)).expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void secretsAreMaskedAndTheMaskKeepsThem() {
    String id = linkedPool();
    Map<String, List<String>> config = config(id);
    assertThat(secretSettings())
        .isNotEmpty()
        .allSatisfy(secret -> assertThat(config.get(secret)).containsExactly(MASK));

    realm.components().change(id, Map.of(secretSettings().get(0), MASK)).expectDone();
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
  }

  @Test
  void theFormShowsEverySettingOfTheDocumentation(AdminApi admin) {
    List<String> names = new ArrayList<>();
    for (JsonNode property : realm.components().properties(admin, directory.providerId())) {
      names.add(property.path("name").asText());
      assertThat(property.path("label").asText()).isNotBlank();
      assertThat(property.path("helpText").asText()).isNotBlank();
    }
    List<String> shown =
        new ArrayList<>(
            List.of(
                "stayOrMove",
                "identityPool",
                "group",
                "clients",
                "temporaryPasswords",
                "secondFactor",
                "tenantResolver",
                "tenantIdFieldName",
                "tenantId",
                "unknownTenant",
                "requestTimeout",
                "testConnection",
                "attributeMappings",
                "roleMappings",
                "groupMappings",
                "identityProviderMappings"));
    shown.removeAll(withoutEffect());
    shown.addAll(0, ownSettings());
    assertThat(names).containsSubsequence(shown);
    assertThat(names).doesNotContain("syncAttributes", "justInTimeMigration");
    assertThat(names).noneMatch(withoutEffect()::contains);
  }

  /** A script gets the value back, and it has no effect. */
  @Test
  void aSettingWithoutEffectIsKeptAndDoesNoHarm() {
    assumeThat(withoutEffect()).as("some directories use all settings").isNotEmpty();
    for (String key : withoutEffect()) {
      String id = tryPool("odd", Map.of(key, "anything")).id();
      assertThat(config(id).get(key)).containsExactly("anything");
      realm.components().change(id, Map.of("requestTimeout", "9000")).expectDone();
      assertThat(config(id).get(key)).containsExactly("anything");
      realm.components().delete(id).expectDone();
    }
  }

  private Map<String, List<String>> config(String id) {
    return Map.copyOf(realm.components().get(id).getConfig());
  }
}
