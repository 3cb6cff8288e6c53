package io.keycloakpools.harness.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

public final class Account {
  private final URI url;
  private final String token;

  public Account(RealmClient client, TokenAnswer tokens) {
    this.url = URI.create(client.realmUrl() + "/account");
    this.token = tokens.accessToken();
  }

  public JsonAnswer read() {
    return JsonHttp.send(request("?userProfileMetadata=true").GET().build());
  }

  public JsonNode attributeMetadata(String name) {
    for (JsonNode attribute : read().body().path("userProfileMetadata").path("attributes")) {
      if (attribute.path("name").asText().equals(name)) {
        return attribute;
      }
    }
    return MissingNode.getInstance();
  }

  public JsonAnswer save(JsonNode profile) {
    return JsonHttp.send(request("").POST(JsonHttp.json(profile)).build());
  }

  public JsonAnswer change(Map<String, String> fields) {
    ObjectNode profile = (ObjectNode) read().body();
    fields.forEach(profile::put);
    return save(profile);
  }

  public JsonAnswer changeAttributes(Map<String, List<String>> attributes) {
    ObjectNode profile = (ObjectNode) read().body();
    ObjectNode stored = profile.withObjectProperty("attributes");
    attributes.forEach((name, values) -> values.forEach(stored.putArray(name)::add));
    return save(profile);
  }

  public JsonAnswer read(String path) {
    return JsonHttp.send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return JsonHttp.request(URI.create(url + path))
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token);
  }
}
