package io.keycloakpools.harness.person;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

public record RealmClient(
    URI baseUrl, String realm, String clientId, Optional<String> secret, URI redirectUri) {
  public URI realmUrl() {
    return URI.create(baseUrl + "/realms/" + realm);
  }

  public URI endpoint(String name) {
    return URI.create(realmUrl() + "/protocol/openid-connect/" + name);
  }

  public Map<String, String> credentials() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", clientId);
    secret.ifPresent(value -> fields.put("client_secret", value));
    return fields;
  }

  @Override
  public String toString() {
    return "RealmClient[" + clientId + " of " + realmUrl() + "]";
  }
}
