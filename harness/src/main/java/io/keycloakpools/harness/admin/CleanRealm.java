package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.JsonHttp;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Restores a realm to its first state. Success is verified: the realm's export is compared. */
final class CleanRealm {

  private static final int MOST_USERS = 60;

  private static final String EXPORT =
      "/partial-export?exportClients=true&exportGroupsAndRoles=true";

  /** What tests add to a realm: where it is listed, and by what name. */
  private enum Thing {
    COMPONENT("/components", "id"),
    IDENTITY_PROVIDER("/identity-provider/instances", "alias"),
    GROUP("/groups", "id"),
    ROLE("/roles", "name"),
    CLIENT("/clients", "id"),
    REQUIRED_ACTION("/authentication/required-actions", "alias"),
    FLOW("/authentication/flows", "id");

    private final String path;
    private final String name;

    Thing(String path, String name) {
      this.path = path;
      this.name = name;
    }

    Set<String> in(AdminRest realm) {
      return realm.texts(path, name).stream().collect(Collectors.toSet());
    }

    void deleteAllBut(Set<String> kept, AdminRest realm) {
      for (String each : in(realm)) {
        if (!kept.contains(each)) {
          Change unused = realm.delete(path + "/" + JsonHttp.encode(each));
        }
      }
    }
  }

  private final AdminRest realm;
  private final JsonNode settings;
  private final JsonNode export;
  private final Map<Thing, Set<String>> things = new EnumMap<>(Thing.class);

  private CleanRealm(AdminRest realm) {
    this.realm = realm;
    this.settings = realm.read("");
    this.export = exported();
    for (Thing thing : Thing.values()) {
      things.put(thing, thing.in(realm));
    }
  }

  static CleanRealm of(AdminRest realm) {
    return new CleanRealm(realm);
  }

  boolean restored() {
    if (!deleteUsers()) {
      return false;
    }
    JsonNode now = realm.read("");
    if (now.path("organizationsEnabled").asBoolean()) {
      realm.texts("/organizations", "id").forEach(id -> realm.delete("/organizations/" + id));
    }
    if (!now.equals(settings)) {
      Change unused = realm.put("", settings);
    }
    things.forEach((thing, kept) -> thing.deleteAllBut(kept, realm));
    realm.delete("/events").expectDone();
    realm.delete("/admin-events").expectDone();
    return realm.read("/client-session-stats").isEmpty() && exported().equals(export);
  }

  private boolean deleteUsers() {
    List<String> users =
        realm.texts("/users?briefRepresentation=true&max=" + (MOST_USERS + 1), "id");
    return users.size() <= MOST_USERS
        && users.stream().allMatch(id -> realm.delete("/users/" + id) instanceof Change.Done);
  }

  private JsonNode exported() {
    return sorted(realm.call("POST", EXPORT, null).body());
  }

  /** Sorts lists: Keycloak's order varies. */
  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode sorted = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(each -> sorted.set(each.getKey(), sorted(each.getValue())));
      return sorted;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
      array
          .valueStream()
          .map(CleanRealm::sorted)
          .sorted(Comparator.comparing(JsonNode::toString))
          .forEach(sorted::add);
      return sorted;
    }
    return node;
  }
}
