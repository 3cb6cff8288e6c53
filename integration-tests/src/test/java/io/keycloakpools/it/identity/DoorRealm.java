package io.keycloakpools.it.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome.SignedIn;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.AuthenticationDevice;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.rest.SimulatedRest;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A realm with applications of the identity pool <i>Customers</i>, one per kind of door, and a
 * {@link Guest} of each kind who has signed in at an application of no pool.
 */
final class DoorRealm implements AutoCloseable {

  private static final String ROLE = "auditor";
  private static final String ON = "true";

  final RealmClient shop;
  final RealmClient stock;
  final RealmClient gateway;
  final RealmClient legacy;
  final RealmClient partnered;
  final RealmClient tv;
  final RealmClient kiosk;
  final RealmClient library;
  final RealmClient late;
  final SamlApplication saml;
  final PartnerAssertions partner;
  final AuthenticationDevice device;

  private final ShopRealm realms;
  private final TestRealm realm;
  private final HomeRealm home;
  private final SimulatedRest directory = new SimulatedRest();
  private final Map<Visitor, Guest> guests = new EnumMap<>(Visitor.class);
  private final RealmClient robot;
  private int pending;

  private DoorRealm(AdminApi admin, AuthenticationDevice device) throws GeneralSecurityException {
    this.device = device;
    realms = ShopRealm.create(admin);
    realm = realms.realm();
    realm.change(Map.of("accessTokenLifespan", 3600)).expectDone();
    home = HomeRealm.of(admin, realm);
    partner = PartnerAssertions.trustedBy(realm);
    saml = SamlApplication.create(realm);
    Applications applications = new Applications(realm);
    shop = implicitToo(realm.client("shop", Optional.empty()));
    Map<String, String> exchange = Map.of("standard.token.exchange.enabled", ON);
    Map<String, Object> service = Map.of("serviceAccountsEnabled", true);
    stock = applications.confidential("stock", service, exchange);
    gateway = applications.confidential("gateway", Map.of(), exchange);
    applications.addAudiences(gateway, "stock");
    legacy = applications.confidential("legacy", Map.of(), Map.of());
    partnered =
        applications.confidential(
            "partnered",
            Map.of(),
            Map.of(
                "oauth2.jwt.authorization.grant.enabled",
                ON,
                "oauth2.jwt.authorization.grant.idp",
                PartnerAssertions.ALIAS));
    tv = applications.ofThePublic("tv", Map.of("oauth2.device.authorization.grant.enabled", ON));
    kiosk = applications.confidential("kiosk", Map.of(), Map.of("oidc.ciba.grant.enabled", ON));
    library = applications.confidential("library", authorization(), Map.of());
    late = applications.ofThePublic("late", Map.of());
    robot = applications.confidential("robot", service, Map.of());
    for (RealmClient each : List.of(robot, realm.web())) {
      applications.addAudiences(each, "stock", "gateway", "legacy");
    }
  }

  /** Grants the shelf to everyone: no policy interferes. */
  private static Map<String, Object> authorization() {
    return Map.of(
        "serviceAccountsEnabled",
        true,
        "authorizationServicesEnabled",
        true,
        "authorizationSettings",
        Map.of(
            "policyEnforcementMode",
            "PERMISSIVE",
            "resources",
            List.of(Map.of("name", Door.RESOURCE))));
  }

  private RealmClient implicitToo(RealmClient client) {
    JsonNode found = realm.rest().read("/clients?clientId=" + client.clientId()).path(0);
    realm
        .rest()
        .put(
            "/clients/" + found.path("id").asText(),
            Map.of("clientId", client.clientId(), "implicitFlowEnabled", true))
        .expectDone();
    return client;
  }

  static DoorRealm open(AdminApi admin, AuthenticationDevice device)
      throws GeneralSecurityException {
    DoorRealm doors = new DoorRealm(admin, device);
    doors.invite();
    return doors;
  }

  /** A guest of that kind; those who never signed in are new each time. */
  Guest guest(Visitor visitor) {
    return visitor == Visitor.PENDING ? pending() : guests.get(visitor);
  }

  private void invite() {
    realm.createRole(ROLE).expectDone();
    List<String> clients =
        new ArrayList<>(List.of("shop", "stock", "legacy", "partnered", "tv", "kiosk", "library"));
    clients.add(SamlApplication.ID);
    String customers =
        realms.addPool("Customers", Map.of("clients", clients, "admittedRole", ROLE)).id();
    realms.staff();
    String former = realms.addPool("Former", Map.of("clients", clients)).id();
    ofPools();
    ofUserPools();
    guests.put(Visitor.SERVICE_ACCOUNT, serviceAccount());
    clients.add(late.clientId());
    for (String pool : List.of(customers, former)) {
      realm.components().change(pool, Map.of("clients", clients)).expectDone();
    }
    realm.components().disable(former).expectDone();
  }

  private void ofPools() {
    local(Visitor.OF_THE_POOL, realms.user("ada", "Customers"), "ada");
    local(Visitor.OF_ANOTHER_POOL, realms.user("grace", "Staff"), "grace");
    local(Visitor.OF_NO_POOL, realm.users().create("local", ShopRealm.PASSWORD), "local");
    String auditor = realm.users().create("audrey", ShopRealm.PASSWORD);
    realm
        .rest()
        .post(
            "/users/" + auditor + "/role-mappings/realm",
            List.of(realm.rest().read("/roles/" + ROLE)))
        .expectDone();
    local(Visitor.ADMITTED, auditor, "audrey");
    local(Visitor.OF_A_POOL_THAT_IS_OFF, realms.user("otto", "Former"), "otto");
    brokered(Visitor.BROKERED, "Customers", "bea");
    brokered(Visitor.BROKERED_ELSEWHERE, "Staff", "stan");
  }

  private void ofUserPools() {
    Map<String, Object> settings = new HashMap<>(directory.settings());
    settings.putAll(
        Map.of("requestTimeout", "10000", "justInTimeMigration", ON, "identityPool", "Customers"));
    String pool = realm.components().add("people", directory.providerId(), settings).id();
    imported(Visitor.MIGRATED, Person.named("mia"));
    realm.components().change(pool, Map.of("justInTimeMigration", "false")).expectDone();
    imported(Visitor.LINKED, Person.named("lin"));
  }

  private void local(Visitor visitor, String id, String name) {
    partner.knows(id, name);
    signedIn(visitor, withPassword(name, ShopRealm.PASSWORD));
  }

  private void brokered(Visitor visitor, String pool, String name) {
    Map<String, Object> user = new HashMap<>(ShopRealm.person(name));
    user.put("attributes", Map.of("identityPool", List.of(pool), "company", List.of("Acme")));
    String id = realm.rest().post("/users", user).id();
    partner.knows(id, name);
    home.knows(id, name);
    signedIn(visitor, new Guest(name, "", page -> HomeRealm.signIn(page, name)));
  }

  private void imported(Visitor visitor, Person person) {
    directory.add(person);
    Guest guest = withPassword(person.username(), person.password());
    signedIn(visitor, guest);
    partner.knows(
        realm.users().byUsername(person.username()).orElseThrow().getId(), person.username());
  }

  private Guest pending() {
    Person person = Person.named("pia" + pending++);
    directory.add(person);
    partner.knows(
        realm.users().byUsername(person.username()).orElseThrow().getId(), person.username());
    return withPassword(person.username(), person.password());
  }

  private Guest serviceAccount() {
    return new Guest("service-account-robot", "", page -> page)
        .with(null, new Grants(robot).ofItsOwn().accessToken(), null, null);
  }

  private static Guest withPassword(String name, String password) {
    return new Guest(
        name, password, page -> page.submit(Map.of("username", name, "password", password)));
  }

  private void signedIn(Visitor visitor, Guest guest) {
    Browser browser = realm.browser();
    SignedIn first = guest.signIn().apply(browser.open()).outcome().expect(SignedIn.class);
    String token = browser.exchange(first).accessToken();
    Browser atLate = browser.at(late);
    TokenAnswer tokens = atLate.exchange(atLate.open().outcome().expect(SignedIn.class));
    TokenAnswer offline =
        atLate.exchange(
            atLate.open(Map.of("scope", "openid offline_access")).outcome().expect(SignedIn.class));
    guests.put(visitor, guest.with(browser, token, tokens, offline));
  }

  @Override
  public void close() {
    directory.close();
    home.close();
    realms.close();
  }
}
