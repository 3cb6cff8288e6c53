package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.ServerLog;
import io.keycloakpools.it.SimulatedDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

/** A user pool's references survive renames. */
class RestPoolReferencesIT extends PoolScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }

  @Test
  void anApplicationThatIsRenamedIsStillServed() {
    createClient("shop");
    String pool = pool(Map.of("clients", List.of("shop")));
    Person ada = inDirectory(Person.named("ada"));
    partialUpdate("shop");
    assertThat(login("shop", ada).ok()).isTrue();

    rename("shop", "store");

    assertThat(login("store", ada).ok()).isTrue();
    assertThat(login("cli", ada).ok()).isFalse();
    assertThat(realm.components().get(pool).getConfig().get("clients")).containsExactly("store");
  }

  @Test
  void aPoolWhoseApplicationsAreGoneServesNoOther() {
    createClient("shop");
    String pool = pool(Map.of("clients", List.of("shop")));
    Person ada = inDirectory(Person.named("ada"));
    realm.rest().delete("/clients/" + uuid("shop")).expectDone();

    assertThat(login("cli", ada).ok()).isFalse();
    realm.components().change(pool, Map.of("requestTimeout", "9000")).expectDone();
    assertThat(login("cli", ada).ok()).isFalse();
    createClient("shop");
    assertThat(login("shop", ada).ok()).isTrue();
  }

  /** Keycloak would ask the directory to validate settings that did not change. */
  @Test
  void aRenameIsFollowedWhileTheDirectoryIsDown() {
    createClient("shop");
    String group = realm.createGroup("crew").id();
    String pool = pool(Map.of("clients", List.of("shop"), "group", List.of("/crew")));
    directory.stop();

    rename("shop", "store");
    realm.rest().put("/groups/" + group, Map.of("name", "team")).expectDone();

    assertThat(realm.components().get(pool).getConfig().get("clients")).containsExactly("store");
    assertThat(realm.components().get(pool).getConfig().get("group")).containsExactly("/team");
  }

  @Test
  void aGroupThatIsRenamedIsJoinedAndOneThatIsGoneIsNotWithAWarning(KeycloakRuntime keycloak) {
    String group = realm.createGroup("crew").id();
    String pool = pool(Map.of("group", "/crew"));
    Person ada = inDirectory(Person.named("ada"));
    Person eve = inDirectory(Person.named("eve"));
    realm.rest().put("/groups/" + group, Map.of("name", "team")).expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);
    assertThat(realm.users().groups(imported(ada).getId())).containsExactly("/team");
    ServerLog log = ServerLog.from(keycloak);

    realm.rest().delete("/groups/" + group).expectDone();
    realm.createGroup("team").expectDone();
    signedIn(Flow.DIRECT_GRANT, eve);

    assertThat(realm.users().groups(imported(eve).getId())).isEmpty();
    assertThat(log.text().lines().filter(line -> line.contains("WARN") && line.contains("/team")))
        .as("when the group was deleted, and when somebody did not join it")
        .hasSizeGreaterThanOrEqualTo(2);
    JsonNode broken = realm.rest().read("/user-pools/" + pool + "/status").path("broken");
    assertThat(broken).hasSize(1);
    assertThat(broken.path(0).path("field").asText()).isEqualTo("group");
    assertThat(broken.path(0).path("name").asText()).isEqualTo("/team");
    assertThat(broken.path(0).path("text").asText()).contains("no longer exists", "Save the pool");
  }

  @Test
  void whoMovesJoinsAnIdentityPoolThatWasRenamed() {
    String customers = identityPool("Customers");
    String pool = pool(Map.of("justInTimeMigration", "true", "identityPool", "Customers"));
    Person ada = inDirectory(Person.named("ada"));
    realm.rest().put("/identity-pools/" + customers, Map.of("name", "Buyers")).expectDone();
    identityPool("Customers");

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(imported(ada).getFederationLink()).isEqualTo(customers);
    assertThat(realm.components().get(pool).getConfig().get("identityPool"))
        .containsExactly("Buyers");
  }

  @Test
  void whoMovesJoinsNoOtherIdentityPoolThanTheOneThatWasNamed() {
    String customers = identityPool("Customers");
    String pool = pool(Map.of("justInTimeMigration", "true", "identityPool", "Customers"));
    Person ada = inDirectory(Person.named("ada"));
    Person eve = inDirectory(Person.named("eve"));
    realm.components().delete(customers).expectDone();
    String other = identityPool("Customers");

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(imported(ada).getFederationLink()).isNull();
    assertThat(
            realm
                .rest()
                .read("/user-pools/" + pool + "/status")
                .path("broken")
                .path(0)
                .path("field")
                .asText())
        .isEqualTo("identityPool");
    realm.components().change(pool, Map.of("identityPool", "Customers")).expectDone();
    signedIn(Flow.DIRECT_GRANT, eve);
    assertThat(imported(eve).getFederationLink()).isEqualTo(other);
  }

  @Test
  void rolesAndGroupsOfAMappingMayBeRenamed() {
    realm.createRole("sailor").expectDone();
    String crew = realm.createGroup("crew").id();
    String pool =
        pool(
            Map.of(
                "roleMappings", pairs("seaman", "sailor"),
                "groupMappings", pairs("deck", "/crew"),
                "syncAttributes", "true"));
    Person ada = inDirectory(Person.named("ada").roles("seaman"));
    signedIn(Flow.DIRECT_GRANT, ada);
    JsonNode role = realm.rest().read("/roles/sailor");

    realm
        .rest()
        .put("/roles-by-id/" + role.path("id").asText(), Map.of("name", "mariner"))
        .expectDone();
    realm.createRole("sailor").expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(realm.users().realmRoles(imported(ada).getId()))
        .contains("mariner")
        .doesNotContain("sailor");
    assertThat(realm.components().get(pool).getConfig().getFirst("roleMappings"))
        .contains("mariner");

    realm.rest().put("/groups/" + crew, Map.of("name", "sailors")).expectDone();

    assertThat(realm.components().get(pool).getConfig().getFirst("groupMappings"))
        .contains("/sailors");
  }

  @Test
  void aNewNameThatDoesNotExistIsRefused() {
    createClient("shop");
    String pool = pool(Map.of("clients", List.of("shop")));
    realm.rest().delete("/clients/" + uuid("shop")).expectDone();

    Change refused = realm.components().change(pool, Map.of("clients", List.of("shop", "store")));

    assertThat(refused.expectRefused().errorMessage()).contains("Clients (clients)", "store");
  }

  private String identityPool(String name) {
    return realm.components().add(name, "identity-pool", Map.of()).id();
  }

  private void createClient(String clientId) {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(clientId);
    client.setEnabled(true);
    client.setPublicClient(true);
    client.setDirectAccessGrantsEnabled(true);
    realm.createClient(client).expectDone();
  }

  private String uuid(String clientId) {
    return realm.rest().read("/clients?clientId=" + clientId).path(0).path("id").asText();
  }

  private void partialUpdate(String clientId) {
    realm.rest().put("/clients/" + uuid(clientId), Map.of("description", "x")).expectDone();
  }

  private void rename(String from, String to) {
    realm.rest().put("/clients/" + uuid(from), Map.of("clientId", to)).expectDone();
  }

  private TokenAnswer login(String client, Person person) {
    return new DirectGrant(realm.client(client, Optional.empty()))
        .login(person.username(), person.password());
  }
}
