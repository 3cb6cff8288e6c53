package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Users of pools in Keycloak's SCIM API, a preview feature. */
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScimIT {

  private static final String CLIENT = "provisioning";
  private static final String SECRET = "secret-of-provisioning";

  private static final String TOO_LONG = "x".repeat(61);

  private ShopRealm shop;
  private String token;

  @BeforeAll
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    shop.customers();
    shop.realm().change(Map.of("scimApiEnabled", true)).expectDone();
    String boss = shop.realm().users().create("boss", ShopRealm.PASSWORD);
    shop.realm().users().grantClientRoles(boss, "realm-management", List.of("realm-admin"));
    shop.realm().createClient(provisioning()).expectDone();
    token =
        new DirectGrant(shop.realm().client(CLIENT, Optional.of(SECRET)))
            .login("boss", ShopRealm.PASSWORD)
            .accessToken();
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  void aUserOfAPoolIsChangedWithinItsSchema() {
    String id = shop.user("scott", "Customers");

    JsonAnswer changed = replace(id, "scott", "Byron");

    assertThat(changed.ok()).as(changed.body().toString()).isTrue();
    UserRepresentation scott = shop.realm().users().get(id);
    assertThat(scott.getLastName()).isEqualTo("Byron");
    assertThat(scott.getAttributes())
        .containsEntry("company", List.of("Acme"))
        .containsEntry("identityPool", List.of("Customers"));
  }

  @Test
  void whatTheSchemaForbidsIsRefusedInWords() {
    String id = shop.user("sally", "Customers");

    JsonAnswer refused = replace(id, "sally", TOO_LONG);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("detail").asText())
        .isEqualTo("Please enter at most 60 characters.");
    assertThat(shop.realm().users().get(id).getLastName()).isEqualTo("Lovelace");
  }

  /** Keycloak 26.7 writes a PATCH without its user profile (keycloak#52208). */
  @Test
  void whatAPatchBreaksThePersonIsAskedForAtTheNextSignIn() {
    String id = shop.user("steve", "Customers");

    JsonAnswer changed =
        call(
            "PATCH",
            "/Users/" + id,
            Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                "Operations",
                List.of(Map.of("op", "replace", "path", "name.familyName", "value", TOO_LONG))));

    assertThat(changed.ok()).as(changed.body().toString()).isTrue();
    Page page =
        new Browser(shop.client(ShopClient.SHOP))
            .login("steve", ShopRealm.PASSWORD)
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    assertThat(page.fieldError("lastName")).contains("Please enter at most 60 characters.");
    assertThat(page.submit(Map.of("lastName", "Byron")).outcome())
        .isInstanceOf(LoginOutcome.SignedIn.class);
  }

  @Test
  void whoIsCreatedIsInNoPool() {
    JsonAnswer created = call("POST", "/Users", user("sven", "Svensson"));

    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    assertThat(shop.realm().users().byUsername("sven").orElseThrow().getFederationLink()).isNull();
  }

  private JsonAnswer replace(String id, String name, String familyName) {
    Map<String, Object> user = new HashMap<>(user(name, familyName));
    user.put("id", id);
    return call("PUT", "/Users/" + id, user);
  }

  private static Map<String, Object> user(String name, String familyName) {
    return Map.of(
        "schemas",
        List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
        "userName",
        name,
        "active",
        true,
        "name",
        Map.of("givenName", "Ada", "familyName", familyName),
        "emails",
        List.of(Map.of("value", name + "@example.org", "primary", true)));
  }

  /** Keycloak takes only tokens of confidential clients, made for the SCIM API. */
  private ClientRepresentation provisioning() {
    ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
    audience.setName("scim");
    audience.setProtocol("openid-connect");
    audience.setProtocolMapper("oidc-audience-mapper");
    audience.setConfig(
        Map.of("included.custom.audience", scim().toString(), "access.token.claim", "true"));
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(CLIENT);
    client.setSecret(SECRET);
    client.setEnabled(true);
    client.setProtocol("openid-connect");
    client.setPublicClient(false);
    client.setDirectAccessGrantsEnabled(true);
    client.setFullScopeAllowed(true);
    client.setProtocolMappers(List.of(audience));
    return client;
  }

  private JsonAnswer call(String method, String path, Object body) {
    URI url = URI.create(scim() + path);
    return JsonHttp.send(
        JsonHttp.request(url)
            .method(method, JsonHttp.json(body))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/scim+json")
            .header("Accept", "application/scim+json")
            .build());
  }

  private URI scim() {
    return URI.create(shop.realm().web().realmUrl() + "/scim/v2");
  }
}
