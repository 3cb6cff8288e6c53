package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Identity pools beside Keycloak's own LDAP federation. */
@ExtendWith(RunningKeycloak.class)
class LdapUsersIT {

  private ShopRealm shop;
  private TestRealm realm;
  private LdapDirectory ldap;

  @BeforeEach
  void open(AdminApi admin) throws LDAPException {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    ldap = LdapDirectory.start();
  }

  @AfterEach
  void close() {
    ldap.close();
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void anLdapUserIsInNoPoolAndCannotBeMoved(String imported) throws LDAPException {
    String customers = shop.customers();
    String federation = addLdap(Map.of("importEnabled", imported, "priority", "0"));
    ldap.add("ada", ShopRealm.PASSWORD);
    assertThat(signsIn("ada")).isTrue();
    UserRepresentation ada = realm.users().byUsername("ada").orElseThrow();

    Change.Refused onTheForm =
        realm
            .users()
            .changeAttributes(ada.getId(), Map.of("identityPool", List.of("Customers")))
            .expectRefused();
    assertThat(onTheForm.errorMessage()).isEqualTo("identityPoolElsewhere");
    assertThat(onTheForm.body().path("field").asText()).isEqualTo("identityPool");
    Change.Refused byRest =
        realm
            .rest()
            .put("/identity-pools/" + customers + "/users/" + ada.getId(), null)
            .expectRefused();
    assertThat(byRest.status()).isEqualTo(409);
    assertThat(byRest.errorMessage()).contains("another user federation provider");

    assertThat(realm.rest().read("/identity-pools/" + customers + "/users")).isEmpty();
    UserRepresentation after = realm.users().get(ada.getId());
    assertThat(after.getFederationLink()).isEqualTo(federation);
    assertThat(after.getAttributes()).doesNotContainKey("identityPool");
    assertThat(signsIn("ada")).isTrue();
    DirectGrant atShop = new DirectGrant(shop.client(ShopClient.SHOP));
    assertThat(atShop.login("ada", ShopRealm.PASSWORD).error()).isEqualTo("invalid_grant");
    // Keycloak gives users that it does not import no role without a mapper.
    if (imported.equals("true")) {
      realm.createRole("auditor").expectDone();
      realm.users().grantRealmRole(ada.getId(), "auditor");
      realm.components().change(customers, Map.of("admittedRole", "auditor")).expectDone();
      assertThat(atShop.login("ada", ShopRealm.PASSWORD).ok()).isTrue();
    }
  }

  /** For any priority of an LDAP provider that registers users. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "3"})
  void aNewUserOfAPoolIsNeverWrittenToLdap(String priority) throws LDAPException {
    String customers = shop.addPool("Customers", Map.of("clients", "shop", "priority", "2")).id();
    addLdap(Map.of("priority", priority));

    String ada = shop.user("ada", "Customers");
    Map<String, Object> payload =
        Map.of("given_name", "Grace", "family_name", "Hopper", "email", "grace@example.org");
    String grace =
        realm
            .rest()
            .post(
                "/identity-pools/" + customers + "/users",
                Map.of("username", "grace", "payload", payload))
            .id();

    for (String id : List.of(ada, grace)) {
      UserRepresentation user = realm.users().get(id);
      assertThat(user.getFederationLink()).isEqualTo(customers);
      assertThat(user.getAttributes()).containsEntry("identityPool", List.of("Customers"));
      assertThat(ldap.has(user.getUsername())).isFalse();
    }
    assertThat(signsIn("ada")).isTrue();
  }

  private String addLdap(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(ldap.settings());
    all.putAll(settings);
    return realm.components().add("LDAP", "ldap", all).id();
  }

  private boolean signsIn(String name) {
    return realm.directGrant().login(name, ShopRealm.PASSWORD).ok();
  }
}
