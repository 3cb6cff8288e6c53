package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.AdminRest;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.RunningKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Admins with only fine-grained permissions for users, at pools. */
@ExtendWith(RunningKeycloak.class)
class FineGrainedPermissionsIT {

  private ShopRealm shop;
  private TestRealm realm;
  private String staff;
  private String permissions;
  private String policy;

  @BeforeEach
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    realm.rest().post("/groups", Map.of("name", "team")).expectDone();
    staff = shop.addPool("Staff", Map.of("clients", "portal", "group", "/team")).id();
    realm.change(Map.of("adminPermissionsEnabled", true)).expectDone();
    permissions =
        realm.rest().read("/clients?clientId=admin-permissions").path(0).path("id").asText();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoMayManageUsersMayNotPutThemIntoAPoolOrTakeThemOut() {
    AdminRest helpdesk = admin("helpdesk", "query-users");
    permit("users", "Users", "view", "manage");
    String local = realm.users().create("local", ShopRealm.PASSWORD);
    String ada = shop.user("ada", "Staff");
    assertThat(helpdesk.put("/users/" + local, Map.of("firstName", "Lo")))
        .as("what the permission is for")
        .isInstanceOf(Change.Done.class);

    assertForbidden(helpdesk.put("/identity-pools/" + staff + "/users/" + local, null));
    assertForbidden(helpdesk.put("/users/" + local, member("local", "Staff")));
    assertForbidden(helpdesk.put("/users/" + ada, member("ada", "")));
    assertForbidden(helpdesk.post("/users", member("eve", "Staff")));
    assertForbidden(
        helpdesk.post(
            "/identity-pools/" + staff + "/users",
            Map.of(
                "username",
                "eve",
                "payload",
                Map.of("given_name", "Eve", "family_name", "Adams", "email", "eve@example.org"))));

    assertThat(realm.users().get(local).getFederationLink()).isNull();
    assertThat(realm.users().groups(local)).isEmpty();
    assertThat(realm.users().get(ada).getFederationLink()).isEqualTo(staff);
    assertThat(realm.users().byUsername("eve")).isEmpty();
  }

  /** The link names a user's pool. */
  @Test
  void nobodyWritesTheFederationLinkOfAPoolItself() {
    String local = realm.users().create("local", ShopRealm.PASSWORD);
    String ada = shop.user("ada", "Staff");
    Map<String, Object> created = new HashMap<>(ShopRealm.person("eve"));
    created.put("federationLink", staff);

    for (Change change :
        List.of(
            realm.rest().put("/users/" + local, Map.of("federationLink", staff)),
            realm.rest().put("/users/" + ada, Map.of("federationLink", "another")),
            realm.rest().post("/users", created))) {
      Change.Refused refused = change.expectRefused();
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.errorMessage()).contains("Choose the pool by the attribute identityPool");
    }

    assertThat(realm.users().get(local).getFederationLink()).isNull();
    assertThat(realm.users().get(ada).getFederationLink()).isEqualTo(staff);
    assertThat(realm.users().byUsername("eve")).isEmpty();
    assertThat(realm.rest().put("/users/" + ada, Map.of("federationLink", staff)))
        .as("as the console sends it")
        .isInstanceOf(Change.Done.class);
  }

  @Test
  void whoMayManageAllUsersAndGroupsAndTheirMembershipMay() {
    AdminRest lead = admin("lead", "query-users");
    permit("users", "Users", "view", "manage", "manage-group-membership");
    permit("groups", "Groups", "manage");
    String local = realm.users().create("local", ShopRealm.PASSWORD);
    assertForbidden(lead.put("/users/" + local, member("local", "Staff")));

    permit("membership", "Groups", "manage-membership");

    lead.put("/users/" + local, member("local", "Staff")).expectDone();
    assertThat(realm.users().get(local).getFederationLink()).isEqualTo(staff);
    assertThat(realm.users().groups(local))
        .as("a group that this admin may not view")
        .containsExactly("/team");
  }

  @Test
  void theRoleManageUsersIsEnoughAsBefore() {
    AdminRest classic = admin("classic", "manage-users");
    String local = realm.users().create("local", ShopRealm.PASSWORD);

    classic.put("/identity-pools/" + staff + "/users/" + local, null).expectDone();
    assertThat(realm.users().groups(local)).containsExactly("/team");
    classic.put("/users/" + local, member("local", "")).expectDone();
    classic.post("/users", member("eve", "Staff")).expectDone();
  }

  private static void assertForbidden(Change change) {
    assertThat(change.expectRefused().status()).isEqualTo(403);
  }

  private static Map<String, Object> member(String name, String pool) {
    Map<String, Object> user = new HashMap<>(ShopRealm.person(name));
    user.put("attributes", Map.of("identityPool", List.of(pool)));
    return user;
  }

  /** An admin of the realm with one role, to get permissions. */
  private AdminRest admin(String name, String role) {
    String id = realm.users().create(name, ShopRealm.PASSWORD);
    realm.users().grantClientRoles(id, "realm-management", List.of(role));
    policy =
        realm
            .rest()
            .call("POST", server() + "/policy/user", Map.of("name", name, "users", List.of(id)))
            .body()
            .path("id")
            .asText();
    TokenAnswer tokens = realm.directGrant().login(name, ShopRealm.PASSWORD);
    assertThat(tokens.ok()).as(tokens.toString()).isTrue();
    return realm.restAs(tokens.accessToken());
  }

  private void permit(String name, String resources, String... scopes) {
    realm
        .rest()
        .post(
            server() + "/permission/scope",
            Map.of(
                "name",
                name,
                "resourceType",
                resources,
                "scopes",
                List.of(scopes),
                "policies",
                List.of(policy)))
        .expectDone();
  }

  private String server() {
    return "/clients/" + permissions + "/authz/resource-server";
  }
}
