package io.keycloakpools.demo;

import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.TestRealm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * The identity pools of the demo, each with an application: people register themselves at the shop,
 * and nobody does at the portal.
 */
final class DemoIdentityPools {
  static final String SHOP = "shop";
  static final String PORTAL = "portal";
  static final String CUSTOMERS = "Customers";
  static final String STAFF = "Staff";
  static final String SCHEMA = "Customer";

  private static final String FLOW = "identity pool registration";
  private static final String ACCOUNT_CONSOLE = "/realms/" + DemoRealm.NAME + "/account/";

  private DemoIdentityPools() {}

  /** The applications; whoever signs in goes on to the account console. */
  static List<ClientRepresentation> applications() {
    return List.of(application(SHOP), application(PORTAL));
  }

  private static ClientRepresentation application(String id) {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(id);
    client.setEnabled(true);
    client.setProtocol("openid-connect");
    client.setPublicClient(true);
    client.setStandardFlowEnabled(true);
    client.setDirectAccessGrantsEnabled(true);
    client.setRedirectUris(List.of(ACCOUNT_CONSOLE + "*", "http://127.0.0.1/callback/*"));
    return client;
  }

  static void create(TestRealm realm) {
    realm
        .rest()
        .post(
            "/identity-schemas",
            Map.of("name", SCHEMA, "kind", "payload", "schema", mendedSchema()))
        .expectDone();
    realm
        .rest()
        .post(
            "/identity-pools",
            Map.of(
                "name",
                CUSTOMERS,
                "payloadSchema",
                SCHEMA,
                "publicRegistrationAllowed",
                true,
                "clients",
                List.of(SHOP)))
        .expectDone();
    realm
        .rest()
        .post("/identity-pools", Map.of("name", STAFF, "clients", List.of(PORTAL)))
        .expectDone();
    realm.change(Map.of("registrationFlow", FLOW)).expectDone();
  }

  /** The example of Cloudentity's guide "Configuring Identity Pools", with its three mistakes. */
  static String guideSchema() {
    try (InputStream in = DemoIdentityPools.class.getResourceAsStream("guide-example.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same without the comma that makes it no JSON. */
  static String readableSchema() {
    return guideSchema().replace("},\n},", "}\n},");
  }

  /** The same without any mistake: what the pool has. */
  static String mendedSchema() {
    return readableSchema()
        .replace("\"e-mail\"", "\"email\"")
        .replace("\"boolean\",\n    \"minLength\": 1", "\"boolean\"");
  }

  /** Where people register at the shop; afterwards they are in the account console. */
  static URI registration(URI keycloak) {
    return page(keycloak, "registrations", SHOP);
  }

  /** Where people sign in to the portal. */
  static URI portal(URI keycloak) {
    return page(keycloak, "auth", PORTAL);
  }

  private static URI page(URI keycloak, String endpoint, String client) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", keycloak + ACCOUNT_CONSOLE);
    return URI.create(
        "%s/realms/%s/protocol/openid-connect/%s?%s"
            .formatted(keycloak, DemoRealm.NAME, endpoint, JsonHttp.encode(query)));
  }
}
