package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.person.TokenEndpoint;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ways to a token besides signing in: none leads a user of another pool into an application. {@link
 * IdentityPoolIT} has the ways of signing in.
 */
@ExtendWith(RunningKeycloak.class)
class ApplicationAccessIT {

  private static final String SECRET = "not-a-secret";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final String REFUSED = "This account cannot be used at this application";

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

  @Test
  void aTokenOfAUserOfAnotherPoolCannotBeExchanged() {
    RealmClient stock = confidential("stock", Map.of("standard.token.exchange.enabled", "true"));
    RealmClient gateway =
        confidential("gateway", Map.of("standard.token.exchange.enabled", "true"), "stock");
    addAudiences(ShopClient.PORTAL, "stock", "gateway");
    realm.createRole("auditor").expectDone();
    shop.addPool("Customers", Map.of("clients", List.of("stock"), "admittedRole", "auditor"))
        .expectDone();
    shop.addPool("Staff", Map.of("clients", "portal", "admittedRole", "auditor")).expectDone();
    shop.user("grace", "Staff");
    realm.users().grantRealmRole(realm.users().create("local", ShopRealm.PASSWORD), "auditor");
    String token = token("grace");

    TokenAnswer atStock = exchange(stock, token, Optional.empty());
    assertThat(atStock.error()).as(atStock.toString()).isEqualTo("invalid_request");
    assertThat(atStock.errorDescription()).isEqualTo(REFUSED);
    assertThat(atStock.accessToken()).isEmpty();
    TokenAnswer forStock = exchange(gateway, token, Optional.of("stock"));
    assertThat(forStock.error()).as(forStock.toString()).isEqualTo("invalid_target");
    assertThat(forStock.accessToken()).isEmpty();
    assertThat(realm.events().last("TOKEN_EXCHANGE_ERROR").details())
        .containsEntry("reason", "identity_pool_of_other_application");

    assertThat(exchange(gateway, token, Optional.empty()).ok()).isTrue();
    String local = token("local");
    assertThat(exchange(stock, local, Optional.empty()).ok()).isTrue();
    assertThat(exchange(gateway, local, Optional.of("stock")).ok()).isTrue();
  }

  @Test
  void anAssertionAboutAUserOfAnotherPoolGivesNoToken() throws Exception {
    PartnerAssertions partner = PartnerAssertions.trustedBy(realm);
    RealmClient stock =
        confidential(
            "stock",
            Map.of(
                "oauth2.jwt.authorization.grant.enabled",
                "true",
                "oauth2.jwt.authorization.grant.idp",
                PartnerAssertions.ALIAS));
    shop.addPool("Customers", Map.of("clients", List.of("stock"))).expectDone();
    shop.staff();
    partner.knows(shop.user("ada", "Customers"), "ada");
    partner.knows(shop.user("grace", "Staff"), "grace");

    TokenAnswer ada = assertion(stock, partner.about("ada"));
    assertThat(ada.ok()).as(ada.toString()).isTrue();
    TokenAnswer grace = assertion(stock, partner.about("grace"));
    assertThat(grace.error()).isEqualTo("invalid_grant");
    assertThat(grace.errorDescription()).isEqualTo(REFUSED);
    assertThat(grace.accessToken()).isEmpty();
  }

  @Test
  void aDeviceGetsNoTokenOfAUserOfAnotherPool() {
    create(
        "tv",
        Map.of("publicClient", true),
        Map.of("oauth2.device.authorization.grant.enabled", "true"));
    shop.addPool("Customers", Map.of("clients", List.of("tv"))).expectDone();
    shop.staff();
    shop.user("ada", "Customers");
    shop.user("grace", "Staff");
    RealmClient tv = realm.client("tv", Optional.empty());

    assertThat(onDevice(tv, "ada").ok()).isTrue();
    JsonNode code = deviceCode(tv);
    assertThat(signIn(tv, code, "grace").outcome()).isInstanceOf(LoginOutcome.ErrorPage.class);
    assertThat(deviceToken(tv, code).accessToken()).isEmpty();

    String path = "/authentication/required-actions/identity-pool-applications";
    var action = (ObjectNode) realm.rest().read(path);
    realm.rest().put(path, action.put("enabled", false)).expectDone();
    TokenAnswer refused = onDevice(tv, "grace");
    assertThat(refused.error()).isEqualTo("invalid_grant");
    assertThat(refused.errorDescription()).isEqualTo(REFUSED);
  }

  private TokenAnswer onDevice(RealmClient device, String name) {
    JsonNode code = deviceCode(device);
    Page consent = signIn(device, code, name);
    Map<String, String> accepted = new HashMap<>(consent.fields());
    accepted.put("accept", "Yes");
    assertThat(consent.send(accepted).status()).isEqualTo(200);
    return deviceToken(device, code);
  }

  private static JsonNode deviceCode(RealmClient device) {
    return JsonHttp.send(
            JsonHttp.request(device.endpoint("auth/device"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(JsonHttp.form(Map.of("client_id", device.clientId(), "scope", "openid")))
                .build())
        .body();
  }

  private static Page signIn(RealmClient device, JsonNode code, String name) {
    Browser browser = new Browser(device);
    Page login = browser.get(URI.create(code.path("verification_uri_complete").asText()));
    return browser.enter(login, name, ShopRealm.PASSWORD);
  }

  private static TokenAnswer deviceToken(RealmClient device, JsonNode code) {
    return new TokenEndpoint(device)
        .ask(
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                code.path("device_code").asText()));
  }

  private String token(String name) {
    TokenAnswer answer =
        new DirectGrant(shop.client(ShopClient.PORTAL)).login(name, ShopRealm.PASSWORD);
    assertThat(answer.ok()).as(answer.toString()).isTrue();
    return answer.accessToken();
  }

  private static TokenAnswer exchange(RealmClient client, String token, Optional<String> audience) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", token,
                "subject_token_type", ACCESS_TOKEN));
    audience.ifPresent(id -> fields.put("audience", id));
    return new TokenEndpoint(client).ask(fields);
  }

  private static TokenAnswer assertion(RealmClient client, String assertion) {
    return new TokenEndpoint(client)
        .ask(
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                assertion));
  }

  private RealmClient confidential(String id, Map<String, String> attributes, String... audiences) {
    create(id, Map.of("publicClient", false, "secret", SECRET), attributes, audiences);
    return realm.client(id, Optional.of(SECRET));
  }

  private void create(
      String id, Map<String, ?> more, Map<String, String> attributes, String... audiences) {
    Map<String, Object> client = new HashMap<>(more);
    client.put("clientId", id);
    client.put("enabled", true);
    client.put("protocol", "openid-connect");
    client.put("attributes", attributes);
    client.put("protocolMappers", Stream.of(audiences).map(ApplicationAccessIT::audience).toList());
    realm.rest().post("/clients", client).expectDone();
  }

  /** Has the tokens of an application name others as their audience. */
  private void addAudiences(ShopClient application, String... audiences) {
    String id =
        realm.rest().read("/clients?clientId=" + application.id()).path(0).path("id").asText();
    for (String each : audiences) {
      realm.rest().post("/clients/" + id + "/protocol-mappers/models", audience(each)).expectDone();
    }
  }

  private static Map<String, Object> audience(String client) {
    return Map.of(
        "name",
        "audience " + client,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-audience-mapper",
        "config",
        Map.of("included.client.audience", client, "access.token.claim", "true"));
  }
}
