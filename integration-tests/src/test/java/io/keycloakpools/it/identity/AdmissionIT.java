package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.RealmTokenEndpoint;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Admission of users of no pool to the applications of pools. */
@ExtendWith(RunningKeycloak.class)
class AdmissionIT {

  private static final String ROLE = "auditor";

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

  /** Staff is closed to registration, but every realm has the account console. */
  @Test
  void whoRegistersElsewhereDoesNotComeIntoAClosedPool() {
    shop.staff();
    realm.change(Map.of("registrationAllowed", true)).expectDone();
    NewUsersOfNoPool.set(realm, "true");
    Browser browser = new Browser(account());

    LoginOutcome registered =
        browser
            .register()
            .submit(
                Map.of(
                    "username", "mallory",
                    "email", "mallory@example.org",
                    "firstName", "Mallory",
                    "lastName", "Moriarty",
                    "password", ShopRealm.PASSWORD,
                    "password-confirm", ShopRealm.PASSWORD))
            .outcome();

    assertThat(registered).as("registration").isInstanceOf(LoginOutcome.SignedIn.class);
    LoginOutcome atPortal = browser.at(shop.client(ShopClient.PORTAL)).open().outcome();
    assertThat(atPortal).isInstanceOf(LoginOutcome.ErrorPage.class);
    assertThat(atPortal.toString()).contains("cannot be used at this application");
    TokenAnswer grant = grant("mallory");
    assertThat(grant.error()).isEqualTo("invalid_grant");
    assertThat(grant.accessToken()).isEmpty();
  }

  @Test
  void aRealmWithPoolsKeepsStrangersOutOfTheAccountConsole() {
    shop.staff();
    realm.change(Map.of("registrationAllowed", true)).expectDone();

    assertThat(new Browser(account()).open().links()).doesNotContain("Register");

    realm.components().all().forEach(pool -> realm.components().delete(pool.getId()).expectDone());
    assertThat(new Browser(account()).open().links())
        .as("a realm without pools is as Keycloak's")
        .contains("Register");
  }

  /** Its redirect address is Keycloak's own. */
  private RealmClient account() {
    RealmClient web = realm.client("account", Optional.empty());
    return new RealmClient(
        web.baseUrl(),
        web.realm(),
        web.clientId(),
        web.secret(),
        URI.create(web.realmUrl() + "/account/"));
  }

  @Test
  void theRoleOfThePoolAdmitsUsersOfNoPool() {
    realm.createRole(ROLE).expectDone();
    shop.addPool("Staff", Map.of("clients", "portal", "admittedRole", ROLE)).expectDone();
    shop.customers();
    String local = realm.users().create("local", ShopRealm.PASSWORD);
    String ada = shop.user("ada", "Customers");
    assertThat(grant("local").error()).isEqualTo("invalid_grant");
    assertThat(realm.events().last("LOGIN_ERROR").detail("reason"))
        .isEqualTo("identity_pool_of_other_application");

    realm.users().grantRealmRole(local, ROLE);
    realm.users().grantRealmRole(ada, ROLE);

    assertThat(grant("local").ok()).isTrue();
    assertThat(new Browser(shop.client(ShopClient.PORTAL)).login("local", ShopRealm.PASSWORD))
        .isInstanceOf(LoginOutcome.SignedIn.class);
    assertThat(grant("ada").error()).as("a user of another pool").isEqualTo("invalid_grant");
  }

  @Test
  void aGroupMayGiveTheRoleAndTakesItAwayAgain() {
    realm.createRole(ROLE).expectDone();
    shop.addPool("Staff", Map.of("clients", "portal", "admittedRole", ROLE)).expectDone();
    String group = realm.rest().post("/groups", Map.of("name", "auditors")).id();
    realm
        .rest()
        .post("/groups/" + group + "/role-mappings/realm", List.of(role(ROLE)))
        .expectDone();
    String local = realm.users().create("local", ShopRealm.PASSWORD);
    realm.rest().put("/users/" + local + "/groups/" + group, Map.of()).expectDone();
    DirectGrant portal = new DirectGrant(shop.client(ShopClient.PORTAL));
    TokenAnswer tokens = portal.login("local", ShopRealm.PASSWORD);
    assertThat(tokens.ok()).as(tokens.toString()).isTrue();

    realm.rest().delete("/users/" + local + "/groups/" + group).expectDone();

    assertThat(portal.refresh(tokens).error()).isEqualTo("invalid_grant");
  }

  @Test
  void aRoleThatIsGoneOrThatEverybodyGetsAdmitsNobody() {
    realm.createRole(ROLE).expectDone();
    shop.addPool("Staff", Map.of("clients", "portal", "admittedRole", ROLE)).expectDone();
    realm.users().grantRealmRole(realm.users().create("local", ShopRealm.PASSWORD), ROLE);
    assertThat(grant("local").ok()).isTrue();

    String defaults = "/roles/default-roles-" + realm.name() + "/composites";
    realm.rest().post(defaults, List.of(role(ROLE))).expectDone();
    assertThat(grant("local").error()).isEqualTo("invalid_grant");
    assertThat(realm.rest().call("DELETE", defaults, List.of(role(ROLE))).ok()).isTrue();
    assertThat(grant("local").ok()).isTrue();

    realm.rest().delete("/roles/" + ROLE).expectDone();
    assertThat(grant("local").error()).isEqualTo("invalid_grant");
  }

  @Test
  void aPoolThatIsOffAdmitsNobodyByItsRole() {
    realm.createRole(ROLE).expectDone();
    String staff = shop.addPool("Staff", Map.of("clients", "portal", "admittedRole", ROLE)).id();
    realm.users().grantRealmRole(realm.users().create("local", ShopRealm.PASSWORD), ROLE);

    realm.components().disable(staff).expectDone();

    assertThat(grant("local").error()).isEqualTo("invalid_grant");
  }

  @Test
  void aServiceAccountIsAnApplicationAndNoUserOfAPool() {
    realm
        .rest()
        .post(
            "/clients",
            Map.of(
                "clientId",
                "robot",
                "secret",
                "not-a-secret",
                "publicClient",
                false,
                "serviceAccountsEnabled",
                true))
        .expectDone();
    shop.addPool("Staff", Map.of("clients", List.of("robot"))).expectDone();

    TokenAnswer own =
        new RealmTokenEndpoint(realm.client("robot", Optional.of("not-a-secret")))
            .ask(Map.of("grant_type", "client_credentials"));

    assertThat(own.ok()).as(own.toString()).isTrue();
  }

  private JsonNode role(String name) {
    return realm.rest().read("/roles/" + name);
  }

  private TokenAnswer grant(String name) {
    return new DirectGrant(shop.client(ShopClient.PORTAL)).login(name, ShopRealm.PASSWORD);
  }
}
