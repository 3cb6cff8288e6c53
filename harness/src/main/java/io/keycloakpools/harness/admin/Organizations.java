package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonHttp;
import java.util.List;
import java.util.Map;

/** The organizations of a realm: the tenants. The realm must have them switched on first. */
public final class Organizations {
  private final AdminRest realm;
  private final AdminRest rest;

  Organizations(AdminRest realm) {
    this.realm = realm;
    this.rest = realm.below("/organizations");
  }

  /** Switches organizations on in the realm. */
  public Change enable() {
    return realm.put("", Map.of("organizationsEnabled", true));
  }

  /** Creates one with its name as alias and a domain below {@code example.org}. */
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

  /** All of them. */
  public JsonNode all() {
    return rest.read("?briefRepresentation=false&max=1000");
  }

  /** The usernames of an organization's members. */
  public List<String> members(String id) {
    return rest.texts("/" + JsonHttp.encode(id) + "/members?max=1000", "username");
  }

  /** The aliases of the organizations a user is in. */
  public List<String> ofUser(String userId) {
    return rest.texts("/members/" + JsonHttp.encode(userId) + "/organizations", "alias");
  }

  /** Makes a user a member. */
  public Change addMember(String id, String userId) {
    return rest.post("/" + JsonHttp.encode(id) + "/members", userId);
  }

  /** Has an e-mail with a link to registration sent to somebody without an account. */
  public Change invite(String id, String email) {
    return rest.postForm(
        "/" + JsonHttp.encode(id) + "/members/invite-user", Map.of("email", email));
  }

  /** Deletes one. */
  public Change delete(String id) {
    return rest.delete("/" + JsonHttp.encode(id));
  }
}
