package io.keycloakpools.it.identity;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.RealmClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

record Applications(TestRealm realm) {

  private static final String SECRET = "not-a-secret";

  RealmClient confidential(String id, Map<String, ?> settings, Map<String, String> attributes) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("publicClient", false);
    all.put("secret", SECRET);
    create(id, all, attributes);
    return realm.client(id, Optional.of(SECRET));
  }

  RealmClient ofThePublic(String id, Map<String, String> attributes) {
    create(
        id,
        Map.of("publicClient", true, "redirectUris", List.of("http://127.0.0.1/callback/*")),
        attributes);
    return realm.client(id, Optional.empty());
  }

  private void create(String id, Map<String, ?> settings, Map<String, String> attributes) {
    Map<String, Object> client = new HashMap<>(settings);
    client.put("clientId", id);
    client.put("enabled", true);
    client.put("standardFlowEnabled", true);
    client.put("protocol", "openid-connect");
    client.put("attributes", attributes);
    realm.rest().post("/clients", client).expectDone();
  }

  /** Adds others to the audience of an application's tokens. */
  void addAudiences(RealmClient application, String... audiences) {
    String clients = "/clients?clientId=" + application.clientId();
    String id = realm.rest().read(clients).path(0).path("id").asText();
    Stream.of(audiences)
        .forEach(
            each ->
                realm
                    .rest()
                    .post("/clients/" + id + "/protocol-mappers/models", audience(each))
                    .expectDone());
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
