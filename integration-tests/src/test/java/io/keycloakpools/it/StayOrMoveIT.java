package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;

/** One setting, formerly two switches, decides whether users stay in the directory or move. */
class StayOrMoveIT extends PoolScenarios {

  private static final String USER_STORAGE = "org.keycloak.storage.UserStorageProvider";
  private static final String SETTING = "stayOrMove";
  private static final String SYNC = "syncAttributes";
  private static final String MIGRATE = "justInTimeMigration";

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Tag("smoke")
  @ParameterizedTest
  @CsvSource({
    "stay, linked",
    "stay-copied-once, linked",
    "move-at-first-sign-in, migrated",
    "move-copied-once, migrated",
  })
  void theSettingDecides(String choice, String status) {
    String pool = pool(Map.of(SETTING, choice));
    Person ada = inDirectory(Person.named("ada"));

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(attribute(imported(ada), STATUS)).containsExactly(status);
    assertThat(config(pool)).doesNotContainKeys(SYNC, MIGRATE);
    assertThat(realm.userPools().list().path(0).path(SETTING).asText()).isEqualTo(choice);
  }

  @Test
  void theSwitchesOfAnEarlierVersionAreTakenOverAndNotKept() {
    String pool = pool(Map.of(SYNC, "false", MIGRATE, "false"));

    assertThat(config(pool))
        .containsEntry(SETTING, List.of("stay-copied-once"))
        .doesNotContainKeys(SYNC, MIGRATE);
  }

  /** A script reads the component, changes known settings, and sends all back. */
  @Test
  void aScriptOfAnEarlierVersionGoesOnWorking() {
    String pool = pool(Map.of(MIGRATE, "true"));
    assertThat(config(pool)).containsEntry(SETTING, List.of("move-at-first-sign-in"));

    realm.components().change(pool, Map.of(MIGRATE, "false")).expectDone();
    assertThat(config(pool)).containsEntry(SETTING, List.of("stay"));
    realm.components().change(pool, Map.of(SYNC, "false")).expectDone();
    assertThat(config(pool)).containsEntry(SETTING, List.of("stay-copied-once"));
    realm.components().change(pool, Map.of(MIGRATE, "true")).expectDone();
    assertThat(config(pool)).containsEntry(SETTING, List.of("move-copied-once"));
    realm.components().change(pool, Map.of(SYNC, "true", MIGRATE, "true")).expectDone();

    assertThat(config(pool))
        .containsEntry(SETTING, List.of("move-at-first-sign-in"))
        .doesNotContainKeys(SYNC, MIGRATE);
    realm.components().change(pool, Map.of("requestTimeout", "9000")).expectDone();
    assertThat(config(pool)).containsEntry(SETTING, List.of("move-at-first-sign-in"));
  }

  @Test
  void aRealmFromAFileOfAnEarlierVersionIsTakenOver(AdminApi admin) {
    Map<String, Object> settings = new HashMap<>(directory.settings());
    settings.put(MIGRATE, "true");
    settings.put("requestTimeout", "10000");
    settings.put("attributeMappings", pairs(directory.attribute(), "department"));
    ComponentExportRepresentation pool = new ComponentExportRepresentation();
    pool.setName("pool");
    pool.setProviderId(directory.providerId());
    MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
    settings.forEach((key, value) -> config.putSingle(key, value.toString()));
    pool.setConfig(config);
    try (TestRealm imported =
        admin.createRealm(file -> file.getComponents().add(USER_STORAGE, pool))) {
      String id = imported.components().all().get(0).getId();
      assertThat(imported.components().get(id).getConfig())
          .containsEntry(SETTING, List.of("move-at-first-sign-in"))
          .doesNotContainKeys(SYNC, MIGRATE);
      assertThat(declared(imported, "department").isMissingNode()).isFalse();
      assertThat(declared(imported, POOL).toString()).contains("pool (" + id + ")");
    }
  }

  @Test
  void nobodyJoinsAnIdentityPoolFromAPoolWhoseUsersStay() {
    realm.rest().post("/identity-pools", Map.of("name", "Customers")).expectDone();

    assertThat(tryPool("stays", Map.of("identityPool", "Customers")).expectRefused().errorMessage())
        .isEqualTo(
            "Identity pool (identityPool): nobody moves out of this pool as long as users stay"
                + " (stayOrMove is \"stay\"), so that nobody would join. Choose"
                + " move-at-first-sign-in under \"Users stay or move\", or leave this empty.");
    assertThat(tryPool("typo", Map.of("identityPool", "Custmers")).expectRefused().errorMessage())
        .endsWith("or choose one of: Customers.");

    String moving = pool(Map.of(SETTING, "move-at-first-sign-in", "identityPool", "Customers"));
    realm.components().change(moving, Map.of(SETTING, "stay")).expectDone();
    realm.components().change(moving, Map.of("requestTimeout", "9000")).expectDone();
    assertThat(config(moving)).containsEntry("identityPool", List.of("Customers"));
  }

  @Test
  void aListOfClientsIsBounded() {
    for (int i = 10; i < 35; i++) {
      realm.rest().post("/clients", Map.of("clientId", "app-" + i)).expectDone();
    }

    String refusal = tryPool("typo", Map.of("clients", "ap-10")).expectRefused().errorMessage();

    assertThat(refusal)
        .contains("app-10, app-11, ")
        .contains("app-29, ….")
        .doesNotContain("app-30");
  }

  static JsonNode declared(TestRealm realm, String attribute) {
    return realm
        .profile()
        .get()
        .path("attributes")
        .valueStream()
        .filter(each -> each.path("name").asText().equals(attribute))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private Map<String, List<String>> config(String pool) {
    return realm.components().get(pool).getConfig();
  }
}
