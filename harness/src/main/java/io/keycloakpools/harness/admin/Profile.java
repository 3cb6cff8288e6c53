package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.Json;
import java.util.List;
import java.util.Map;

/** The user profile configuration of a realm, as JSON: the typed client does not know all of it. */
public final class Profile {
  private static final List<String> EVERYBODY = List.of("admin", "user");

  private final AdminRest rest;

  Profile(AdminRest realm) {
    this.rest = realm.below("/users/profile");
  }

  public JsonNode get() {
    return rest.read("");
  }

  public Change set(JsonNode configuration) {
    return rest.put("", configuration);
  }

  public Change addAttribute(String name) {
    return addAttribute(
        Map.of("name", name, "permissions", Map.of("view", EVERYBODY, "edit", EVERYBODY)));
  }

  public Change addAttribute(Map<String, ?> attribute) {
    ObjectNode configuration = (ObjectNode) get();
    configuration.withArrayProperty("attributes").add(Json.tree(attribute));
    return set(configuration);
  }

  /** Sets who may have undeclared attributes: {@code ENABLED}, {@code ADMIN_EDIT}, … */
  public Change unmanagedAttributes(String policy) {
    ObjectNode configuration = (ObjectNode) get();
    configuration.put("unmanagedAttributePolicy", policy);
    return set(configuration);
  }
}
