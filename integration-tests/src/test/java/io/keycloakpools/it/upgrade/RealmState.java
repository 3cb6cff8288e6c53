package io.keycloakpools.it.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminRest;
import io.keycloakpools.harness.admin.TestRealm;
import java.util.Collection;
import java.util.List;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * An administrator's view of a realm.
 *
 * @param settings everything but people
 * @param people by username
 */
record RealmState(JsonNode settings, JsonNode people) {

  private static final String EXPORT =
      "/partial-export?exportClients=true&exportGroupsAndRoles=true";

  private static final String USER_STORAGE = "/components/org.keycloak.storage.UserStorageProvider";

  private static final String SYNC = "syncAttributes";
  private static final String MIGRATE = "justInTimeMigration";

  static RealmState of(TestRealm realm) {
    AdminRest rest = realm.rest();
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    ObjectNode exported = (ObjectNode) rest.call("POST", EXPORT, null).body();
    exported.remove("keycloakVersion");
    exported.at(USER_STORAGE).forEach(RealmState::inTheWordsOfToday);
    settings.set("realm", exported);
    settings.set("profile", realm.profile().get());
    settings.set("identityPools", rest.read("/identity-pools"));
    for (String id : rest.texts("/identity-schemas", "id")) {
      settings.withArrayProperty("identitySchemas").add(rest.read("/identity-schemas/" + id));
    }
    ObjectNode people = JsonNodeFactory.instance.objectNode();
    for (UserRepresentation user : realm.users().all()) {
      people.set(user.getUsername(), person(realm, user.getId()));
    }
    return new RealmState(settings, people);
  }

  /** Two switches of user pools became one setting with the same meaning. */
  private static void inTheWordsOfToday(JsonNode component) {
    ObjectNode config = (ObjectNode) component.path("config");
    if (!config.has(SYNC) && !config.has(MIGRATE)) {
      return;
    }
    boolean sync = config.at("/" + SYNC + "/0").asBoolean(true);
    boolean migrate = config.at("/" + MIGRATE + "/0").asBoolean(false);
    config.remove(List.of(SYNC, MIGRATE));
    String stays = sync ? "stay" : "stay-copied-once";
    String moves = sync ? "move-at-first-sign-in" : "move-copied-once";
    config.withArrayProperty("stayOrMove").removeAll().add(migrate ? moves : stays);
  }

  private static ObjectNode person(TestRealm realm, String id) {
    ObjectNode person = JsonNodeFactory.instance.objectNode();
    person.set("user", realm.rest().read("/users/" + id));
    person.set("roles", Json.tree(realm.users().realmRoles(id)));
    person.set("groups", Json.tree(realm.users().groups(id)));
    person.set("organizations", Json.tree(realm.organizations().ofUser(id)));
    person.set("credentials", Json.tree(realm.users().credentials(id)));
    return person;
  }

  /** Pending, linked or migrated; empty for users of no directory. */
  String status(String username) {
    return people.path(username).at("/user/attributes/userPoolStatus/0").asText();
  }

  List<String> lostIn(RealmState later) {
    return Losses.between(Json.tree(this), Json.tree(later));
  }

  List<String> lostIn(RealmState later, Collection<String> usernames) {
    return usernames.stream()
        .flatMap(name -> Losses.between(people.path(name), later.people.path(name)).stream())
        .toList();
  }
}
