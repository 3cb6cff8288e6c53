package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.ServerLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** An identity pool's references survive renames. */
@ExtendWith(RunningKeycloak.class)
class PoolReferencesIT {

  private static final String USER_STORAGE = "org.keycloak.storage.UserStorageProvider";

  private ShopRealm shop;
  private TestRealm realm;

  @BeforeEach
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** Keycloak then publishes a change of the client ID to null. */
  @Test
  void aPartialUpdateLeavesAnApplicationInItsPool() {
    String customers = shop.customers();
    shop.staff();
    shop.user("grace", "Staff");

    for (String client : List.of("shop", "portal")) {
      realm.rest().put("/clients/" + clientUuid(client), Map.of("description", "x")).expectDone();
    }

    assertThat(clientsOf(customers)).containsExactly("shop");
    assertThat(login("shop", "grace").error()).isEqualTo("invalid_grant");
    assertThat(pool(customers).path("clients").path(0).asText()).isEqualTo("shop");
  }

  @Test
  void anApplicationThatIsRenamedStaysClosedWhenAnotherReferenceIsGone() {
    createClient("old");
    String customers = shop.addPool("Customers", clients("shop", "old")).id();
    shop.staff();
    shop.user("ada", "Customers");
    shop.user("grace", "Staff");
    deleteClient("old");

    rename("shop", "store");

    assertThat(login("store", "grace").error()).isEqualTo("invalid_grant");
    assertThat(login("store", "ada").ok()).isTrue();
    assertThat(clientsOf(customers)).containsExactlyInAnyOrder("store", "old");
  }

  @Test
  void aRenameIsFollowedWhenTheGroupOfThePoolIsGone() {
    String team = realm.createGroup("team").id();
    shop.addPool("Customers", Map.of("clients", "shop", "group", "/team")).expectDone();
    shop.staff();
    shop.user("grace", "Staff");
    realm.rest().delete("/groups/" + team).expectDone();

    rename("shop", "store");

    assertThat(login("store", "grace").error()).isEqualTo("invalid_grant");
  }

  @Test
  void anApplicationThatIsCreatedAgainStaysInItsPool() {
    String customers = shop.addPool("Customers", clients("shop")).id();
    shop.staff();
    shop.user("ada", "Customers");
    shop.user("grace", "Staff");

    deleteClient("shop");
    createClient("shop");

    assertThat(login("shop", "grace").error()).isEqualTo("invalid_grant");
    assertThat(login("shop", "ada").ok()).isTrue();
    rename("shop", "store");
    assertThat(login("store", "grace").error()).isEqualTo("invalid_grant");
    assertThat(login("store", "ada").ok()).isTrue();
    assertThat(clientsOf(customers)).containsExactly("store");
  }

  @Test
  void aNewApplicationUnderAnOldNameIsAnotherOne() {
    shop.addPool("Customers", clients("shop")).expectDone();
    shop.staff();
    shop.user("grace", "Staff");
    rename("shop", "store");

    createClient("shop");

    assertThat(login("shop", "grace").ok()).isTrue();
    assertThat(login("store", "grace").error()).isEqualTo("invalid_grant");
  }

  @Test
  void aPoolWithAReferenceThatIsGoneCanBeSavedAndANewOneIsRefused() {
    createClient("old");
    String customers = shop.addPool("Customers", clients("shop", "old")).id();
    deleteClient("old");

    realm.components().change(customers, Map.of("description", "Buyers")).expectDone();
    assertThat(
            realm
                .components()
                .change(customers, clients("shop", "old", "older"))
                .expectRefused()
                .errorMessage())
        .contains("Clients (clients)", "There is no client \"older\"");

    assertThat(clientsOf(customers)).containsExactlyInAnyOrder("shop", "old");
  }

  /** As in a script from before the rename. */
  @Test
  void theNameBeforeARenameStillMeansTheSameApplication() {
    String customers = shop.addPool("Customers", clients("shop")).id();
    shop.staff();
    shop.user("grace", "Staff");
    rename("shop", "store");

    realm.components().change(customers, clients("shop")).expectDone();

    assertThat(clientsOf(customers)).containsExactly("store");
    assertThat(login("store", "grace").error()).isEqualTo("invalid_grant");
  }

  @Test
  void noAdminWritesTheIdsThemselves() {
    String portal = clientUuid("portal");
    String customers =
        shop.addPool(
                "Customers", Map.of("clients", "shop", "references", "clients " + portal + " shop"))
            .id();
    shop.addPool("Staff", Map.of()).expectDone();
    shop.user("grace", "Staff");
    assertThat(login("shop", "grace").error()).isEqualTo("invalid_grant");
    assertThat(login("portal", "grace").ok()).isTrue();

    realm
        .components()
        .change(customers, Map.of("references", "clients " + portal + " shop"))
        .expectDone();

    assertThat(login("shop", "grace").error()).isEqualTo("invalid_grant");
    assertThat(login("portal", "grace").ok()).isTrue();
    assertThat(realm.components().get(customers).getConfig()).doesNotContainKey("references");
  }

  @Test
  void theAdmittedRoleIsFollowedAndOneThatIsCreatedAgainAdmitsNobody() {
    realm.createRole("auditor").expectDone();
    String customers =
        shop.addPool("Customers", Map.of("clients", "shop", "admittedRole", "auditor")).id();
    String olga = realm.users().create("olga", ShopRealm.PASSWORD);
    realm.users().grantRealmRole(olga, "auditor");
    assertThat(login("shop", "olga").ok()).isTrue();

    realm.rest().put("/roles/auditor", Map.of("name", "inspector")).expectDone();
    assertThat(login("shop", "olga").ok()).isTrue();
    assertThat(pool(customers).path("admittedRole").asText()).isEqualTo("inspector");

    realm.rest().delete("/roles/inspector").expectDone();
    realm.createRole("inspector").expectDone();
    realm.users().grantRealmRole(olga, "inspector");
    assertThat(login("shop", "olga").error()).isEqualTo("invalid_grant");
    assertThat(pool(customers).path("broken").path(0).path("text").asText())
        .contains("inspector", "Save the pool");

    realm.components().change(customers, Map.of("admittedRole", "inspector")).expectDone();
    assertThat(login("shop", "olga").ok()).isTrue();
  }

  @Test
  void aGroupThatMovesIsFollowedAndOneThatIsCreatedAgainIsNot() {
    String team = realm.createGroup("team").id();
    String crew = realm.createGroup("crew").id();
    String customers = shop.addPool("Customers", Map.of("clients", "shop", "group", "/team")).id();
    realm
        .rest()
        .post("/groups/" + crew + "/children", Map.of("id", team, "name", "team"))
        .expectDone();
    assertThat(realm.users().groups(shop.user("ada", "Customers"))).containsExactly("/crew/team");
    realm.components().change(customers, Map.of("description", "x")).expectDone();
    assertThat(realm.components().get(customers).getConfig().getFirst("group"))
        .isEqualTo("/crew/team");

    realm.rest().delete("/groups/" + team).expectDone();
    realm.rest().post("/groups/" + crew + "/children", Map.of("name", "team")).expectDone();

    assertThat(realm.users().groups(shop.user("eve", "Customers"))).isEmpty();
    realm.components().change(customers, Map.of("group", "/crew/team")).expectDone();
    assertThat(realm.users().groups(shop.user("mia", "Customers"))).containsExactly("/crew/team");
  }

  @Test
  void whatIsGoneIsShownWithTheRemedyAndLogged(KeycloakRuntime keycloak) {
    createClient("old");
    String team = realm.createGroup("team").id();
    String customers =
        shop.addPool(
                "Customers", Map.of("clients", List.of("shop", "old"), "group", List.of("/team")))
            .id();
    assertThat(pool(customers).has("broken")).isFalse();
    ServerLog log = ServerLog.from(keycloak);

    deleteClient("old");
    realm.rest().delete("/groups/" + team).expectDone();

    JsonNode broken = pool(customers).path("broken");
    assertThat(broken.valueStream().map(one -> one.path("field").asText()))
        .containsExactlyInAnyOrder("clients", "group");
    assertThat(broken.valueStream().map(one -> one.path("name").asText()))
        .containsExactlyInAnyOrder("old", "/team");
    assertThat(broken.valueStream().map(one -> one.path("text").asText()))
        .allMatch(text -> text.contains("no longer exists") && text.contains("Save the pool"));
    assertThat(log.text().lines().filter(line -> line.contains("Customers")))
        .anyMatch(line -> line.contains("WARN") && line.contains("\"old\""))
        .anyMatch(line -> line.contains("WARN") && line.contains("\"/team\""));
  }

  /** A rename once damaged a list: its only client became null. */
  @Test
  void aDamagedListIsClosedShownAndMended(AdminApi admin) {
    try (TestRealm damaged =
        admin.createRealm(
            settings -> {
              settings.setClients(with(settings.getClients(), application("shop")));
              ComponentExportRepresentation pool = component("Customers", Map.of());
              pool.getConfig().put("clients", new ArrayList<>(Arrays.asList((String) null)));
              settings.getComponents().add(USER_STORAGE, pool);
              settings
                  .getComponents()
                  .add(USER_STORAGE, component("Staff", Map.of("enabled", "true")));
            })) {
      String customers = idOf(damaged, "Customers");
      userIn(damaged, "grace", "Staff");
      assertThat(login(damaged, "shop", "grace").error())
          .as("of the damaged pool or not, nobody can tell")
          .isEqualTo("invalid_grant");
      assertThat(login(damaged, "cli", "grace").error()).isEqualTo("invalid_grant");
      JsonNode shown = damaged.rest().read("/identity-pools/" + customers);
      assertThat(shown.path("broken").path(0).path("text").asText()).contains("Enter the clients");
      JsonNode client = damaged.rest().read("/clients?clientId=shop").path(0);
      damaged
          .rest()
          .put("/clients/" + client.path("id").asText(), Map.of("description", "x"))
          .expectDone();

      damaged
          .rest()
          .put("/identity-pools/" + customers, Map.of("clients", List.of("shop")))
          .expectDone();

      assertThat(damaged.rest().read("/identity-pools/" + customers).has("broken")).isFalse();
      assertThat(login(damaged, "cli", "grace").ok()).isTrue();
      assertThat(login(damaged, "shop", "grace").error()).isEqualTo("invalid_grant");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRealmThatMovesKeepsItsDoorsWithItsIdsAndWithNewOnes(boolean newIds, AdminApi admin) {
    createClient("old");
    String team = realm.createGroup("team").id();
    shop.addPool(
            "Customers",
            Map.of(
                "payloadSchema",
                "Customer",
                "clients",
                List.of("shop", "old"),
                "group",
                List.of("/team")))
        .expectDone();
    shop.staff();
    deleteClient("old");
    assertThat(team).isNotEmpty();
    RealmRepresentation file = exported(newIds);
    if (!newIds) {
      realm.delete();
    }

    try (TestRealm copy = admin.createRealm(settings -> copied(file, settings))) {
      copy.rest()
          .put("/clients/" + uuid(copy, "shop"), Map.of("directAccessGrantsEnabled", true))
          .expectDone();
      userIn(copy, "grace", "Staff");
      assertThat(login(copy, "shop", "grace").error()).isEqualTo("invalid_grant");
      copy.rest().put("/clients/" + uuid(copy, "shop"), Map.of("clientId", "store")).expectDone();
      assertThat(login(copy, "store", "grace").error()).isEqualTo("invalid_grant");
      String ada = userIn(copy, "ada", "Customers");
      assertThat(login(copy, "store", "ada").ok()).isTrue();
      assertThat(copy.users().groups(ada)).containsExactly("/team");
      assertThat(
              copy.rest()
                  .read("/identity-pools/" + idOf(copy, "Customers"))
                  .path("broken")
                  .path(0)
                  .path("name")
                  .asText())
          .isEqualTo("old");
    }
    if (!newIds) {
      open(admin);
    }
  }

  private RealmRepresentation exported(boolean newIds) {
    ObjectNode file =
        (ObjectNode)
            realm
                .rest()
                .call("POST", "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .body();
    if (newIds) {
      file.path("clients").forEach(client -> ((ObjectNode) client).remove("id"));
      file.path("groups").forEach(group -> ((ObjectNode) group).remove("id"));
    }
    for (JsonNode type : file.path("components")) {
      type.forEach(
          component -> {
            if (newIds) {
              ((ObjectNode) component).put("id", UUID.randomUUID().toString());
            }
          });
    }
    return Json.as(file, RealmRepresentation.class);
  }

  /** Pools before schemas: a file may have any order. */
  private static void copied(RealmRepresentation file, RealmRepresentation settings) {
    MultivaluedHashMap<String, ComponentExportRepresentation> components =
        new MultivaluedHashMap<>();
    for (String type :
        List.of(USER_STORAGE, "io.keycloakpools.identitypool.store.IdentitySchemaProvider")) {
      components.put(type, file.getComponents().get(type));
    }
    settings.setComponents(components);
    settings.setGroups(file.getGroups());
    settings.setClients(
        with(
            settings.getClients(),
            file.getClients().stream()
                .filter(client -> List.of("shop", "portal").contains(client.getClientId()))
                .toArray(ClientRepresentation[]::new)));
  }

  private static List<ClientRepresentation> with(
      List<ClientRepresentation> clients, ClientRepresentation... more) {
    return Stream.concat(clients.stream(), Stream.of(more)).toList();
  }

  private static ClientRepresentation application(String id) {
    ClientRepresentation client = IdentityRealms.application(id);
    client.setDirectAccessGrantsEnabled(true);
    return client;
  }

  private static ComponentExportRepresentation component(String name, Map<String, String> config) {
    ComponentExportRepresentation component = new ComponentExportRepresentation();
    component.setId(UUID.randomUUID().toString());
    component.setName(name);
    component.setProviderId("identity-pool");
    component.setConfig(new MultivaluedHashMap<>());
    config.forEach(component.getConfig()::putSingle);
    return component;
  }

  private static String userIn(TestRealm in, String name, String pool) {
    ObjectNode user = Json.tree(ShopRealm.person(name)).deepCopy();
    ObjectNode attributes = user.putObject("attributes");
    attributes.putArray("identityPool").add(pool);
    attributes.putArray("company").add("Acme");
    String id = in.rest().post("/users", user).id();
    in.users().setPassword(id, ShopRealm.PASSWORD, false).expectDone();
    return id;
  }

  private static String idOf(TestRealm in, String pool) {
    return in.components().all().stream()
        .filter(component -> pool.equals(component.getName()))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  private static String uuid(TestRealm in, String clientId) {
    return in.rest().read("/clients?clientId=" + clientId).path(0).path("id").asText();
  }

  private String clientUuid(String clientId) {
    return uuid(realm, clientId);
  }

  private void createClient(String clientId) {
    realm.createClient(application(clientId)).expectDone();
  }

  private void deleteClient(String clientId) {
    realm.rest().delete("/clients/" + clientUuid(clientId)).expectDone();
  }

  private void rename(String from, String to) {
    realm.rest().put("/clients/" + clientUuid(from), Map.of("clientId", to)).expectDone();
  }

  private static Map<String, List<String>> clients(String... names) {
    return Map.of("clients", List.of(names));
  }

  private List<String> clientsOf(String pool) {
    return realm.components().get(pool).getConfig().get("clients");
  }

  private JsonNode pool(String id) {
    return realm.rest().read("/identity-pools/" + id);
  }

  private TokenAnswer login(String client, String name) {
    return login(realm, client, name);
  }

  private static TokenAnswer login(TestRealm in, String client, String name) {
    return new DirectGrant(in.client(client, Optional.empty())).login(name, ShopRealm.PASSWORD);
  }
}
