package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Mailbox;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.ServerLog;
import io.keycloakpools.it.identity.SamlApplication.Answer;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Refusals for users of another pool, and failed ways around them. {@link DoorMatrixIT} tries all
 * doors.
 */
@ExtendWith(RunningKeycloak.class)
class DoorsIT {

  private static final String REFUSED = "Your account cannot be used at this application.";
  private static final String REASON = "identity_pool_of_other_application";
  private static final String ACTION =
      "/authentication/required-actions/identity-pool-applications";

  private ShopRealm shop;
  private TestRealm realm;
  private SamlApplication saml;
  private String grace;

  @BeforeEach
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    saml = SamlApplication.create(realm);
    shop.addPool("Customers", Map.of("clients", List.of("shop", SamlApplication.ID))).expectDone();
    shop.staff();
    shop.user("ada", "Customers");
    grace = shop.user("grace", "Staff");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anImportedRealmHasTheAction(AdminApi admin) {
    try (TestRealm imported = admin.createRealm(DoorsIT::twoPools)) {
      assertThat(imported.rest().texts("/authentication/required-actions", "alias"))
          .contains("identity-pool-applications");
    }
  }

  /** As in a handwritten file, or applied by an operator. */
  private static void twoPools(RealmRepresentation realm) {
    realm.setClients(
        Stream.concat(
                realm.getClients().stream(),
                Stream.of(IdentityRealms.application("shop"), IdentityRealms.application("portal")))
            .toList());
    realm
        .getComponents()
        .put(
            "org.keycloak.storage.UserStorageProvider",
            List.of(pool("Customers", "shop"), pool("Staff", "portal")));
  }

  private static ComponentExportRepresentation pool(String name, String client) {
    ComponentExportRepresentation pool = new ComponentExportRepresentation();
    pool.setId(UUID.randomUUID().toString());
    pool.setName(name);
    pool.setProviderId("identity-pool");
    pool.setConfig(new MultivaluedHashMap<>(Map.of("clients", List.of(client))));
    return pool;
  }

  @Test
  void withoutTheActionSamlGivesNoAssertion() {
    realm.rest().delete(ACTION).expectDone();
    Browser browser = new Browser(saml.client());

    Page page = browser.enter(saml.open(browser, false), "grace", ShopRealm.PASSWORD);

    assertThat(SamlApplication.answer(page)).isEmpty();
    assertRefused(page);
    assertThat(realm.users().sessions(grace)).isZero();
    assertThat(saml.askWithPassword("grace", ShopRealm.PASSWORD))
        .isEqualTo(new Answer("NoPassive", Optional.empty()));
    Browser signedIn = atPortal();
    assertThat(SamlApplication.answer(saml.open(signedIn.at(saml.client()), true)))
        .contains(new Answer("NoPassive", Optional.empty()));
    assertRefused(saml.openUnasked(signedIn.at(saml.client())));
    Browser ada = new Browser(saml.client());
    assertThat(SamlApplication.answer(ada.enter(saml.open(ada, false), "ada", ShopRealm.PASSWORD)))
        .contains(new Answer("Success", Optional.of("ada")));
  }

  @Test
  void withoutTheActionOpenIdConnectGivesNoCode() {
    realm.rest().delete(ACTION).expectDone();

    assertRefused(login(ShopClient.SHOP, "grace"));

    assertThat(realm.users().sessions(grace)).isZero();
    Browser signedIn = atPortal();
    assertRefused(signedIn.at(shop.client(ShopClient.SHOP)).open());
    assertThat(passive(signedIn)).isEqualTo("interaction_required");
    assertThat(signedIn.open().outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
    assertThat(login(ShopClient.SHOP, "ada").outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
  }

  @Test
  void aPassiveRequestGetsTheErrorOfItsProtocol() {
    Browser browser = atPortal();
    realm.events().clear();

    assertThat(passive(browser)).isEqualTo("interaction_required");
    assertOneEvent();

    realm.events().clear();
    assertThat(SamlApplication.answer(saml.open(browser.at(saml.client()), true)))
        .contains(new Answer("NoPassive", Optional.empty()));
    assertOneEvent();
    assertThat(saml.askWithPassword("grace", ShopRealm.PASSWORD))
        .isEqualTo(new Answer("NoPassive", Optional.empty()));
  }

  /** Keycloak skips an action that is requested by name and does not support that. */
  @Test
  void theActionCannotBeSkippedByAskingForIt() {
    Map<String, String> asking = Map.of("kc_action", "identity-pool-applications");
    Browser browser = browser(ShopClient.SHOP);

    assertRefused(browser.enter(browser.open(asking), "grace", ShopRealm.PASSWORD));

    Browser ada = browser(ShopClient.SHOP);
    assertThat(ada.enter(ada.open(asking), "ada", ShopRealm.PASSWORD).outcome())
        .isInstanceOf(LoginOutcome.SignedIn.class);
  }

  @Test
  void whoComesByAnIdentityProviderReadsWhy(AdminApi admin, KeycloakRuntime keycloak) {
    try (HomeRealm home = HomeRealm.of(admin, realm)) {
      home.knows(grace, "grace");
      realm.events().clear();
      ServerLog log = ServerLog.of(realm, keycloak);

      Page page = HomeRealm.signIn(browser(ShopClient.SHOP).open(), "grace");

      assertRefused(page);
      assertOneEvent();
      assertQuiet(log);
      assertThat(HomeRealm.signIn(browser(ShopClient.PORTAL).open(), "grace").outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);
    }
  }

  @Test
  void whoIsMovedWhileAPageIsOpenReadsWhy(KeycloakRuntime keycloak) {
    realm.users().change(grace, Map.of("requiredActions", List.of("UPDATE_PASSWORD"))).expectDone();
    Page page =
        login(ShopClient.PORTAL, "grace")
            .outcome()
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    realm
        .users()
        .changeAttributes(grace, Map.of("identityPool", List.of("Customers")))
        .expectDone();
    realm.events().clear();
    ServerLog log = ServerLog.of(realm, keycloak);

    Page refused =
        page.submit(
            Map.of(
                "password-new", "Another-horse-battery-2!",
                "password-confirm", "Another-horse-battery-2!"));

    assertRefused(refused);
    assertOneEvent();
    assertQuiet(log);
  }

  /** It gives no session; but Keycloak takes the account console for its application. */
  @Test
  void anEmailOfAnAdminReachesTheUsersOfEveryPool(KeycloakRuntime keycloak) {
    shop.addPool("Consoles", Map.of("clients", List.of("account", "account-console"))).expectDone();
    try (Mailbox mailbox = Mailbox.of(realm)) {
      ServerLog log = ServerLog.of(realm, keycloak);
      realm
          .rest()
          .put("/users/" + grace + "/execute-actions-email", List.of("UPDATE_PASSWORD"))
          .expectDone();

      Page page = new Browser(realm.web()).get(mailbox.link()).follow("action-token");
      Page done =
          page.submit(
              Map.of(
                  "password-new", "Another-horse-battery-2!",
                  "password-confirm", "Another-horse-battery-2!"));

      assertThat(done.text()).contains("Your account has been updated.");
      assertThat(realm.users().sessions(grace)).isZero();
      assertQuiet(log);
    }
  }

  private static void assertRefused(Page page) {
    assertThat(page.status()).as(page.toString()).isEqualTo(400);
    assertThat(page.error()).hasValueSatisfying(text -> assertThat(text).startsWith(REFUSED));
  }

  private void assertOneEvent() {
    List<Event> errors =
        realm.events().all().stream().filter(event -> event.type().endsWith("_ERROR")).toList();
    assertThat(errors)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("LOGIN_ERROR");
              assertThat(event.error()).isEqualTo("access_denied");
              assertThat(event.userId()).isEqualTo(grace);
              assertThat(event.detail("reason")).isEqualTo(REASON);
            });
  }

  /** No Keycloak error; records of others are ignored. */
  private static void assertQuiet(ServerLog log) {
    assertThat(log.errors()).noneMatch(line -> line.contains("[org.keycloak"));
    assertThat(log.text()).doesNotContain("Exception: " + REASON);
  }

  /** The answer to an application that asks in a hidden frame. */
  private String passive(Browser browser) {
    return browser
        .at(shop.client(ShopClient.SHOP))
        .open(Map.of("prompt", "none"))
        .outcome()
        .expect(LoginOutcome.SentBack.class)
        .error();
  }

  private Browser atPortal() {
    Browser browser = browser(ShopClient.PORTAL);
    assertThat(browser.login("grace", ShopRealm.PASSWORD))
        .isInstanceOf(LoginOutcome.SignedIn.class);
    return browser;
  }

  private Page login(ShopClient client, String name) {
    Browser browser = browser(client);
    return browser.enter(browser.open(), name, ShopRealm.PASSWORD);
  }

  private Browser browser(ShopClient client) {
    RealmClient application = shop.client(client);
    return new Browser(application);
  }
}
