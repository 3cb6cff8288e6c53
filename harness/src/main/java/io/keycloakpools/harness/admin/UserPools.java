package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import java.util.Map;

public final class UserPools {
  private final AdminRest rest;

  UserPools(AdminRest realm) {
    this.rest = realm.below("/user-pools");
  }

  public JsonNode list() {
    return rest.read("");
  }

  public JsonAnswer askList() {
    return rest.call("GET", "", null);
  }

  public JsonNode status(String id) {
    return rest.read(path(id, "status"));
  }

  public JsonAnswer askStatus(String id) {
    return rest.call("GET", path(id, "status"), null);
  }

  public JsonAnswer testConnection(String id) {
    return rest.call("POST", path(id, "test-connection"), null);
  }

  /** Tests unsaved settings; those left out are taken as stored. */
  public JsonAnswer testConnection(String id, Map<String, ?> config) {
    return rest.call(
        "POST", path(id, "test-connection"), Map.of("config", Components.lists(config)));
  }

  public JsonAnswer checkUsers(String id) {
    return rest.call("POST", path(id, "check-users"), null);
  }

  private static String path(String id, String what) {
    return "/" + JsonHttp.encode(id) + "/" + what;
  }
}
