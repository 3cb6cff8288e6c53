package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.ServerLog;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.util.HashMap;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Pools, their users, and the applications open to them. */
@ExtendWith(RunningKeycloak.class)
class IdentityPoolIT {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Customers!      | payloadSchema             | Customer       | letters and digits
          Customers       | payloadSchema             | Custom         | There is no such schema "Custom"
          Customers       | payloadSchema             | Standing       | Choose one of: default-payload, Customer
          Customers       | metadataSchema            | Customer       | Choose one of: default-metadata, Standing
          Customers       | clients                   | store          | There is no client "store"
          Customers       | clients                   | store          | There are: cli, portal, shop, web
          Customers       | passwordRules             | none           | Choose one of: add, instead
          Customers       | group                     | /nobody        | There is no group "/nobody"
          Customers       | admittedRole              | nobody         | There is no realm role "nobody"
          Customers       | admittedRole              | account.view-profile | is the role of a client
          Customers       | admittedRole              | offline_access | Everybody new gets "offline_access"
          Customers       | authenticationMechanisms  | carrier-pigeon | Choose one of: password, otp
          Customers       | passwordHashing           | md5            | Choose one of: realm, argon2
          Customers       | passwordStrength          | brutal         | Choose one of: any, weak
          Customers       | passwordMinLength         | -1             | not a whole number from 1 to 128
          Customers       | passwordMinLength         | x              | not a whole number from 1 to 128
          Customers       | otpLength                 | 3              | not a whole number from 4 to 10
          """)
  void aSettingThatCannotWorkIsRefused(String name, String key, String value, String message) {
    Change.Refused refused = shop.addPool(name, Map.of(key, value)).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).contains(message);
    assertThat(realm.components().all()).isEmpty();
  }

  @Test
  void aNameIsUniqueInAnyLetterCase() {
    shop.customers();

    assertThat(shop.addPool("CUSTOMERS", Map.of()).expectRefused().errorMessage())
        .contains("There is an identity pool \"CUSTOMERS\" already");
  }

  @Test
  void peopleRegisterAtAnApplicationIntoOnePoolOnly() {
    shop.addPool("Open", Map.of("clients", "shop", "publicRegistrationAllowed", "true"))
        .expectDone();

    shop.addPool("Closed", Map.of("clients", "shop")).expectDone();
    assertThat(
            shop.addPool("Second", Map.of("clients", "shop", "publicRegistrationAllowed", "true"))
                .expectRefused()
                .errorMessage())
        .contains("people register into the identity pool \"Open\"");
  }

  @Test
  void theConsoleShowsASchemaNowhereAmongComponents() {
    assertThat(realm.rest().texts("/components", "providerId")).doesNotContain("identity-schema");
    assertThat(
            realm
                .rest()
                .post(
                    "/components",
                    Map.of(
                        "name", "Mine",
                        "providerId", "identity-schema",
                        "providerType",
                            "io.keycloakpools.identitypool.store.IdentitySchemaProvider"))
                .expectRefused()
                .status())
        .isEqualTo(403);
  }

  @Test
  void anAdminChoosesThePoolOnTheUsersForm() {
    String customers = shop.customers();
    String staff = shop.staff();
    String id = realm.rest().post("/users", ShopRealm.person("ada")).id();
    assertThat(poolField(id).at("/validators/options/options")).hasSize(2);

    move(id, "Customers").expectDone();
    assertThat(link(id)).isEqualTo(customers);
    assertThat(usernames(realm.users().byAttribute("identityPool", "Customers")))
        .containsExactly("ada");

    move(id, "Staff").expectDone();
    assertThat(link(id)).isEqualTo(staff);
    assertThat(realm.users().byAttribute("identityPool", "Customers")).isEmpty();

    move(id, "").expectDone();
    assertThat(link(id)).isNull();
    assertThat(realm.users().get(id).getAttributes()).isNull();
  }

  @Test
  void aPoolThatIsNotThereCannotBeChosen() {
    shop.customers();
    String id = realm.rest().post("/users", ShopRealm.person("ada")).id();

    Change.Refused refused = move(id, "Cats").expectRefused();

    assertThat(refused.body().path("field").asText()).isEqualTo("identityPool");
    assertThat(refused.errorMessage()).isEqualTo("identityPoolUnknown");
    assertThat(link(id)).isNull();
  }

  @Test
  void whoDoesNotKnowOfPoolsDoesNotMoveAUser() {
    String customers = shop.customers();
    String id = shop.user("ada", "Customers");

    realm
        .users()
        .change(id, Map.of("attributes", Map.of("company", List.of("Initech"))))
        .expectDone();
    realm.rest().put("/users/" + id, Map.of("firstName", "Augusta")).expectDone();

    UserRepresentation ada = realm.users().get(id);
    assertThat(ada.getFederationLink()).isEqualTo(customers);
    assertThat(ada.getAttributes())
        .containsEntry("identityPool", List.of("Customers"))
        .containsEntry("company", List.of("Initech"));
    assertThat(ada.getFirstName()).isEqualTo("Augusta");
  }

  @Test
  void aRenamedPoolKeepsItsUsersFindable() {
    String customers = shop.customers();
    String id = shop.user("ada", "Customers");
    var pool = realm.components().get(customers);
    pool.setName("Buyers");

    realm.rest().put("/components/" + customers, pool).expectDone();

    assertThat(usernames(realm.users().byAttribute("identityPool", "Buyers")))
        .containsExactly("ada");
    assertThat(link(id)).isEqualTo(customers);
  }

  /** The attribute shows a user's pool, but is not an admin's choice. */
  @Test
  void whoseLinkWasCutDoesNotComeBackWithTheNextSave() {
    String customers = shop.customers();
    String id = shop.user("ada", "Customers");
    realm.components().change(customers, Map.of("deleteUsers", "true")).expectDone();
    assertThat(realm.components().unlinkUsers(customers).ok()).isTrue();

    realm.rest().put("/users/" + id, Map.of("firstName", "Augusta")).expectDone();

    assertThat(link(id)).isNull();
    realm.users().change(id, Map.of("lastName", "King")).expectDone();
    assertThat(link(id)).isNull();
    assertThat(login(ShopClient.SHOP, "ada").error()).isEqualTo("invalid_grant");
  }

  @Test
  void aPoolFollowsClientsAndGroupsThatGetAnotherName() {
    String team = realm.rest().post("/groups", Map.of("name", "team")).id();
    realm.rest().post("/groups/" + team + "/children", Map.of("name", "new")).expectDone();
    shop.addPool("Customers", Map.of("clients", "shop", "group", "/team/new")).expectDone();
    String staff = shop.staff();
    shop.user("grace", "Staff");
    ObjectNode client = (ObjectNode) realm.rest().read("/clients?clientId=shop").path(0);

    realm
        .rest()
        .put("/clients/" + client.path("id").asText(), client.put("clientId", "store"))
        .expectDone();
    realm.rest().put("/groups/" + team, Map.of("name", "crew")).expectDone();

    assertThat(
            new DirectGrant(realm.client("store", Optional.empty()))
                .login("grace", ShopRealm.PASSWORD)
                .error())
        .as("the application is still closed to others")
        .isEqualTo("invalid_grant");
    String ada = shop.user("ada", "Customers");
    assertThat(realm.users().groups(ada)).containsExactly("/crew/new");
    assertThat(realm.components().get(staff).getConfig().get("clients")).containsExactly("portal");
  }

  @Test
  void aPoolWithUsersIsNotDeletedUnlessItSaysSo() {
    String customers = shop.customers();
    String id = shop.user("ada", "Customers");

    Change.Refused refused = realm.components().delete(customers).expectRefused();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.errorMessage()).contains("\"Customers\" has users: 1");
    assertThat(link(id)).isEqualTo(customers);
    assertThat(new DirectGrant(shop.client(ShopClient.SHOP)).login("ada", ShopRealm.PASSWORD).ok())
        .isTrue();

    realm.components().change(customers, Map.of("deleteUsers", "true")).expectDone();
    realm.components().delete(customers).expectDone();
    assertThat(realm.users().find(id)).isEmpty();
  }

  @Test
  void aUserCanBeDeletedOneByOne() {
    String customers = shop.customers();
    String id = shop.user("ada", "Customers");

    realm.users().delete(id).expectDone();

    assertThat(realm.users().find(id)).isEmpty();
    realm.components().delete(customers).expectDone();
  }

  @Test
  void aUserOfAnotherPoolCannotEnterWithAPassword() {
    shop.customers();
    shop.staff();
    shop.user("ada", "Customers");
    shop.user("grace", "Staff");

    assertThat(login(ShopClient.SHOP, "ada").ok()).isTrue();
    assertThat(browser(ShopClient.SHOP).login("ada", ShopRealm.PASSWORD))
        .isInstanceOf(LoginOutcome.SignedIn.class);
    TokenAnswer refused = login(ShopClient.SHOP, "grace");
    assertThat(refused.error()).isEqualTo("invalid_grant");
    assertThat(refused.errorDescription()).contains("cannot be used at this application");
    assertThat(refused.accessToken()).isEmpty();
    LoginOutcome page = browser(ShopClient.SHOP).login("grace", ShopRealm.PASSWORD);
    assertThat(page).isInstanceOf(LoginOutcome.ErrorPage.class);
    assertThat(page.toString()).contains("cannot be used at this application");
    assertThat(realm.directGrant().login("grace", ShopRealm.PASSWORD).ok()).isTrue();
  }

  @Test
  void aUserOfAnotherPoolCannotEnterThroughAnExistingSession() {
    shop.customers();
    shop.staff();
    shop.user("grace", "Staff");
    Browser browser = browser(ShopClient.PORTAL);
    assertThat(browser.login("grace", ShopRealm.PASSWORD))
        .isInstanceOf(LoginOutcome.SignedIn.class);

    LoginOutcome atShop = browser.at(shop.client(ShopClient.SHOP)).open().outcome();

    assertThat(atShop).isInstanceOf(LoginOutcome.ErrorPage.class);
    assertThat(browser.open().outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
  }

  @Test
  void whoIsMovedToAnotherPoolGetsNoNewTokens() {
    shop.customers();
    shop.staff();
    String id = shop.user("ada", "Customers");
    TokenAnswer tokens = login(ShopClient.SHOP, "ada");
    DirectGrant grant = new DirectGrant(shop.client(ShopClient.SHOP));
    assertThat(grant.refresh(tokens).ok()).isTrue();

    move(id, "Staff").expectDone();

    assertThat(grant.refresh(tokens).error()).isEqualTo("invalid_grant");
  }

  @Test
  void nobodyElseEntersEvenWhenTheActionIsSwitchedOff() {
    shop.customers();
    shop.staff();
    shop.user("grace", "Staff");
    String path = "/authentication/required-actions/identity-pool-applications";
    var action = (ObjectNode) realm.rest().read(path);
    realm.rest().put(path, action.put("enabled", false)).expectDone();

    assertThat(login(ShopClient.SHOP, "grace").error()).isEqualTo("invalid_grant");
    assertThat(browser(ShopClient.SHOP).login("grace", ShopRealm.PASSWORD))
        .isInstanceOf(LoginOutcome.ErrorPage.class);
  }

  @Test
  void aPoolThatIsSwitchedOffLetsNobodyIn() {
    String customers = shop.customers();
    shop.user("ada", "Customers");

    realm.components().disable(customers).expectDone();

    assertThat(login(ShopClient.SHOP, "ada").ok()).isFalse();
    realm.components().enable(customers).expectDone();
    assertThat(login(ShopClient.SHOP, "ada").ok()).isTrue();
  }

  @Test
  void aPoolWhoseSchemaIsGoneClosesOnlyItsOwnApplications(
      AdminApi admin, KeycloakRuntime keycloak) {
    String gone = shop.addPool("Broken", Map.of("clients", "portal")).id();
    JsonNode components =
        realm.rest().call("POST", "/partial-export?exportClients=true", null).body();
    realm.components().delete(gone).expectDone();
    ((ObjectNode) broken(components)).putArray("payloadSchema").add("Gone");
    ServerLog log = ServerLog.from(keycloak);

    try (TestRealm copy =
        admin.createRealm(settings -> exported(components.path("components"), settings))) {
      copy.change(Map.of("registrationAllowed", true)).expectDone();
      copy.rest()
          .post("/identity-pools", Map.of("name", "Customers", "clients", List.of("shop")))
          .expectDone();
      String ada = copy.rest().post("/users", member("ada", "Customers")).id();
      copy.users().setPassword(ada, ShopRealm.PASSWORD, false).expectDone();
      copy.users().create("local", ShopRealm.PASSWORD);
      JsonNode shown = copy.rest().read("/identity-pools").path(0);
      assertThat(shown.path("problem").asText())
          .contains("payloadSchema")
          .contains("There is no such schema \"Gone\"");
      String path = "/identity-pools/" + shown.path("id").asText();

      RealmClient portal = copy.client("portal", Optional.empty());
      assertThat(signsIn(copy.client("shop", Optional.empty()), "ada")).isTrue();
      assertThat(signsIn(copy.cli(), "ada")).isTrue();
      assertThat(signsIn(copy.cli(), "local")).isTrue();
      assertThat(signsIn(portal, "local")).isFalse();
      Page login = new Browser(portal).open();
      assertThat(login.status()).isEqualTo(200);
      assertThat(login.links()).doesNotContain("Register");
      assertThat(copy.rest().post("/users", member("eve", "Broken")).expectRefused().errorMessage())
          .isEqualTo("identityPoolUnusable");
      assertThat(copy.rest().call("GET", path + "/users", null).status()).isEqualTo(409);
      assertThat(
              log.errors().stream()
                  .filter(line -> line.contains("Identity pool Broken of realm " + copy.name())))
          .singleElement(as(STRING))
          .contains("closed until it is mended")
          .contains("Gone");

      Map<String, Object> mended = new HashMap<>();
      mended.put("payloadSchema", null);
      copy.rest().put(path, mended).expectDone();
      assertThat(copy.rest().read(path).has("problem")).isFalse();
      String eve = copy.rest().post("/users", member("eve", "Broken")).id();
      copy.users().setPassword(eve, ShopRealm.PASSWORD, false).expectDone();
      assertThat(signsIn(portal, "eve")).isTrue();
    }
  }

  private static JsonNode broken(JsonNode components) {
    return components
        .at("/components/org.keycloak.storage.UserStorageProvider")
        .valueStream()
        .filter(pool -> pool.path("name").asText().equals("Broken"))
        .findFirst()
        .orElseThrow()
        .path("config");
  }

  private static Map<String, Object> member(String name, String pool) {
    Map<String, Object> user = new HashMap<>(ShopRealm.person(name));
    user.put("attributes", Map.of("identityPool", List.of(pool)));
    return user;
  }

  private static boolean signsIn(RealmClient client, String name) {
    return new DirectGrant(client).login(name, ShopRealm.PASSWORD).ok();
  }

  /** Users stay in a pool until its schema is back. */
  @Test
  void aUserOfAPoolWhoseSchemaIsGoneIsReadAndNotWritten(AdminApi admin) {
    shop.addPool("Broken", Map.of("clients", "portal")).expectDone();
    JsonNode components =
        realm.rest().call("POST", "/partial-export?exportClients=true", null).body();
    ObjectNode config = (ObjectNode) broken(components);
    config.putArray("payloadSchema").add("Gone");
    String id = UUID.randomUUID().toString();

    try (TestRealm copy =
        admin.createRealm(
            settings -> {
              exported(components.path("components"), settings);
              settings
                  .getComponents()
                  .get("org.keycloak.storage.UserStorageProvider")
                  .forEach(pool -> pool.setId(id));
            })) {
      UserRepresentation boss = new UserRepresentation();
      boss.setUsername("boss");
      boss.setEnabled(true);
      boss.setFederationLink(id);
      boss.setEmail("boss@example.org");
      boss.setFirstName("Ada");
      boss.setLastName("Lovelace");
      boss.setAttributes(Map.of("company", List.of("Acme")));
      copy.rest()
          .post("/partialImport", Map.of("ifResourceExists", "FAIL", "users", List.of(boss)))
          .expectDone();
      String user = copy.users().byUsername("boss").orElseThrow().getId();
      assertThat(copy.users().get(user).getFederationLink()).isEqualTo(id);
      copy.users().setPassword(user, ShopRealm.PASSWORD, false).expectDone();

      assertThat(signsIn(copy.cli(), "boss")).as("an application of no pool").isTrue();
      assertThat(signsIn(copy.client("portal", Optional.empty()), "boss")).isFalse();
      Change.Refused refused =
          copy.users()
              .changeAttributes(user, Map.of("company", List.of("Initech")))
              .expectRefused();
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.errorMessage()).contains("out of order");
      copy.rest().put("/users/" + user, Map.of("enabled", false)).expectDone();
      assertThat(signsIn(copy.cli(), "boss")).isFalse();
    }
  }

  @Test
  void poolsAndSchemasMoveToAnotherServerWithTheRealm(AdminApi admin) {
    shop.customers();
    JsonNode components =
        realm
            .rest()
            .call("POST", "/partial-export?exportClients=true", null)
            .body()
            .path("components");

    try (TestRealm copy = admin.createRealm(settings -> exported(components, settings))) {
      assertThat(copy.components().all()).hasSize(1);
      String id = copy.rest().post("/users", ShopRealm.person("ada")).id();
      assertThat(
              copy.users()
                  .changeAttributes(
                      id, Map.of("identityPool", List.of("Customers"), "company", List.of("A")))
                  .expectRefused()
                  .body()
                  .path("field")
                  .asText())
          .isEqualTo("company");
    }
  }

  /** Pools before schemas: an import may have any order. */
  private static void exported(JsonNode components, RealmRepresentation settings) {
    for (String type :
        List.of(
            "org.keycloak.storage.UserStorageProvider",
            "io.keycloakpools.identitypool.store.IdentitySchemaProvider",
            "org.keycloak.userprofile.UserProfileProvider")) {
      components
          .path(type)
          .forEach(component -> settings.getComponents().add(type, imported(component)));
    }
    settings.setClients(
        Stream.concat(
                settings.getClients().stream(), Stream.of("shop", "portal").map(ShopRealm::client))
            .toList());
  }

  /** With another id: the server is the same. */
  private static ComponentExportRepresentation imported(JsonNode exported) {
    ComponentExportRepresentation component =
        Json.as(exported, ComponentExportRepresentation.class);
    component.setId(UUID.randomUUID().toString());
    return component;
  }

  private Change move(String id, String pool) {
    return realm.users().changeAttributes(id, Map.of("identityPool", List.of(pool)));
  }

  private String link(String id) {
    return realm.users().get(id).getFederationLink();
  }

  private JsonNode poolField(String id) {
    return realm
        .users()
        .withProfileMetadata(id)
        .path("userProfileMetadata")
        .path("attributes")
        .valueStream()
        .filter(attribute -> attribute.path("name").asText().equals("identityPool"))
        .findFirst()
        .orElseThrow();
  }

  private TokenAnswer login(ShopClient client, String name) {
    return new DirectGrant(shop.client(client)).login(name, ShopRealm.PASSWORD);
  }

  private Browser browser(ShopClient client) {
    return new Browser(shop.client(client));
  }

  private static List<String> usernames(List<UserRepresentation> users) {
    return users.stream().map(UserRepresentation::getUsername).toList();
  }
}
