package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.Json;
import java.util.List;
import java.util.Map;

/** The user profile configuration of a realm, as JSON: newer than the typed client knows it. */
public final class Profile {
  private static final List<String> EVERYBODY = List.of("admin", "user");

  private final AdminRest rest;

  Profile(AdminRest realm) {
    this.rest = realm.below("/users/profile");
  }

  /** The configuration. */
  public JsonNode get() {
    return rest.read("");
  }

  /** Replaces the configuration. */
  public Change set(JsonNode configuration) {
    return rest.put("", configuration);
  }

  /** Adds an attribute that everybody may see and edit. */
  public Change addAttribute(String name) {
    return addAttribute(
        Map.of("name", name, "permissions", Map.of("view", EVERYBODY, "edit", EVERYBODY)));
  }

  /** Adds an attribute with all its fields. */
  public Change addAttribute(Map<String, ?> attribute) {
    ObjectNode configuration = (ObjectNode) get();
    configuration.withArrayProperty("attributes").add(Json.tree(attribute));
    return set(configuration);
  }

  /** Says who may have attributes nobody declared: {@code ENABLED}, {@code ADMIN_EDIT}, … */
  public Change unmanagedAttributes(String policy) {
    ObjectNode configuration = (ObjectNode) get();
    configuration.put("unmanagedAttributePolicy", policy);
    return set(configuration);
  }
}
