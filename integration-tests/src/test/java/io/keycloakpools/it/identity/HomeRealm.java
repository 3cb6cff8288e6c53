package io.keycloakpools.it.identity;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Page;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;

/** Another realm that is the realm's identity provider. */
record HomeRealm(TestRealm home, TestRealm realm) implements AutoCloseable {

  private static final String ALIAS = "home";
  private static final String CLIENT = "other-realm";
  private static final String SECRET = "shared-by-the-two-realms";

  static HomeRealm of(AdminApi admin, TestRealm realm) {
    TestRealm home = admin.createRealm();
    home.createClient(broker(realm)).expectDone();
    realm
        .rest()
        .post(
            "/identity-provider/instances",
            Map.of("alias", ALIAS, "providerId", "oidc", "enabled", true, "config", config(home)))
        .expectDone();
    return new HomeRealm(home, realm);
  }

  private static Map<String, String> config(TestRealm home) {
    return Map.of(
        "clientId",
        CLIENT,
        "clientSecret",
        SECRET,
        "clientAuthMethod",
        "client_secret_post",
        "defaultScope",
        "openid profile email",
        "authorizationUrl",
        home.web().endpoint("auth").toString(),
        "tokenUrl",
        home.web().endpoint("token").toString(),
        "userInfoUrl",
        home.web().endpoint("userinfo").toString());
  }

  private static ClientRepresentation broker(TestRealm realm) {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(CLIENT);
    client.setSecret(SECRET);
    client.setEnabled(true);
    client.setProtocol("openid-connect");
    client.setPublicClient(false);
    client.setStandardFlowEnabled(true);
    client.setFullScopeAllowed(true);
    client.setRedirectUris(List.of(realm.web().realmUrl() + "/broker/" + ALIAS + "/endpoint"));
    return client;
  }

  /** Creates a user here who is that user of the realm. */
  void knows(String userId, String name) {
    String id = home.users().create(name, ShopRealm.PASSWORD);
    realm
        .rest()
        .post(
            "/users/" + userId + "/federated-identity/" + ALIAS,
            Map.of("identityProvider", ALIAS, "userId", id, "userName", name))
        .expectDone();
  }

  /** Chooses this identity provider on a login page of the realm, and signs in here. */
  static Page signIn(Page loginPage, String name) {
    return loginPage
        .follow("/broker/" + ALIAS + "/login")
        .submit(Map.of("username", name, "password", ShopRealm.PASSWORD));
  }

  @Override
  public void close() {
    home.close();
  }
}
