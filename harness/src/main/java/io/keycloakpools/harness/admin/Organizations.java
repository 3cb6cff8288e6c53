package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonHttp;
import java.util.List;
import java.util.Map;

/** The organizations of a realm, which must be enabled first. */
public final class Organizations {
  private final AdminRest realm;
  private final AdminRest rest;

  Organizations(AdminRest realm) {
    this.realm = realm;
    this.rest = realm.below("/organizations");
  }

  public Change enable() {
    return realm.put("", Map.of("organizationsEnabled", true));
  }

  public Change create(String name) {
    return rest.post(
        "",
        Map.of(
            "name",
            name,
            "alias",
            name,
            "enabled",
            true,
            "domains",
            List.of(Map.of("name", name + ".example.org"))));
  }

  public JsonNode all() {
    return rest.read("?briefRepresentation=false&max=1000");
  }

  public List<String> members(String id) {
    return rest.texts("/" + JsonHttp.encode(id) + "/members?max=1000", "username");
  }

  public List<String> ofUser(String userId) {
    return rest.texts("/members/" + JsonHttp.encode(userId) + "/organizations", "alias");
  }

  public Change addMember(String id, String userId) {
    return rest.post("/" + JsonHttp.encode(id) + "/members", userId);
  }

  public Change invite(String id, String email) {
    return rest.postForm(
        "/" + JsonHttp.encode(id) + "/members/invite-user", Map.of("email", email));
  }

  public Change delete(String id) {
    return rest.delete("/" + JsonHttp.encode(id));
  }
}
