package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import java.util.Map;

/** What the pack adds to the admin REST API of a realm, below {@code /user-pools}. */
public final class UserPools {
  private final AdminRest rest;

  UserPools(AdminRest realm) {
    this.rest = realm.below("/user-pools");
  }

  /** All pools; fails if they are not shown. */
  public JsonNode list() {
    return rest.read("");
  }

  /** Asks for all pools. */
  public JsonAnswer askList() {
    return rest.call("GET", "", null);
  }

  /** How a pool fares; fails if it is not shown. */
  public JsonNode status(String id) {
    return rest.read(path(id, "status"));
  }

  /** Asks how a pool fares. */
  public JsonAnswer askStatus(String id) {
    return rest.call("GET", path(id, "status"), null);
  }

  /** Tries the stored settings. */
  public JsonAnswer testConnection(String id) {
    return rest.call("POST", path(id, "test-connection"), null);
  }

  /** Tries settings that are not saved; what they leave out is as it is stored. */
  public JsonAnswer testConnection(String id, Map<String, ?> config) {
    return rest.call(
        "POST", path(id, "test-connection"), Map.of("config", Components.lists(config)));
  }

  /** Has the directory's first users looked at. */
  public JsonAnswer checkUsers(String id) {
    return rest.call("POST", path(id, "check-users"), null);
  }

  private static String path(String id, String what) {
    return "/" + JsonHttp.encode(id) + "/" + what;
  }
}
