package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A setting's value is a text or a list of texts. */
public final class Components {
  private static final String USER_STORAGE = "org.keycloak.storage.UserStorageProvider";

  private final AdminRest realm;
  private final AdminRest rest;

  Components(AdminRest realm) {
    this.realm = realm;
    this.rest = realm.below("/components");
  }

  public Change add(String name, String providerId, Map<String, ?> config) {
    return rest.post(
        "",
        Map.of(
            "name", name,
            "providerId", providerId,
            "providerType", USER_STORAGE,
            "config", lists(config)));
  }

  /** Changes these settings only; masked secrets stay as they are. */
  public Change change(String id, Map<String, ?> config) {
    ObjectNode component = (ObjectNode) rest.read(path(id));
    ObjectNode settings = component.withObjectProperty("config");
    lists(config).forEach((key, values) -> settings.set(key, Json.tree(values)));
    return rest.put(path(id), component);
  }

  public Change disable(String id) {
    return change(id, Map.of("enabled", "false"));
  }

  public Change enable(String id) {
    return change(id, Map.of("enabled", "true"));
  }

  public Change delete(String id) {
    return rest.delete(path(id));
  }

  public ComponentRepresentation get(String id) {
    return rest.read(path(id), ComponentRepresentation.class);
  }

  public List<ComponentRepresentation> all() {
    return rest.list("?type=" + USER_STORAGE, ComponentRepresentation.class);
  }

  /** "Sync all users"; the body has {@code added}, {@code updated}, {@code failed}. */
  public JsonAnswer syncAll(String id) {
    return action(id, "sync?action=triggerFullSync");
  }

  public JsonAnswer syncChanged(String id) {
    return action(id, "sync?action=triggerChangedUsersSync");
  }

  public JsonAnswer unlinkUsers(String id) {
    return action(id, "unlink-users");
  }

  public JsonAnswer removeImportedUsers(String id) {
    return action(id, "remove-imported-users");
  }

  public JsonNode properties(AdminApi admin, String providerId) {
    JsonNode types = admin.rest().read("/admin/serverinfo").path("componentTypes");
    for (JsonNode provider : types.path(USER_STORAGE)) {
      if (provider.path("id").asText().equals(providerId)) {
        return provider.path("properties");
      }
    }
    throw new IllegalArgumentException("No user storage provider " + providerId);
  }

  private JsonAnswer action(String id, String action) {
    return realm.call("POST", "/user-storage/" + JsonHttp.encode(id) + "/" + action, null);
  }

  static Map<String, List<?>> lists(Map<String, ?> config) {
    Map<String, List<?>> lists = new LinkedHashMap<>();
    config.forEach(
        (key, value) ->
            lists.put(key, value instanceof List<?> list ? list : Stream.of(value).toList()));
    return lists;
  }

  private static String path(String id) {
    return "/" + JsonHttp.encode(id);
  }
}
