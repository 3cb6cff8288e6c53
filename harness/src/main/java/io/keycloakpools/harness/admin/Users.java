package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonHttp;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The users of a realm. */
public final class Users {
  private static final int ALL = 10_000;
  private final AdminRest realm;
  private final AdminRest rest;

  Users(AdminRest realm) {
    this.realm = realm;
    this.rest = realm.below("/users");
  }

  /** Creates a user. */
  public Change create(UserRepresentation user) {
    return rest.post("", user);
  }

  /** Creates a user with a complete profile who can sign in; returns the id. */
  public String create(String username, String password) {
    String id =
        rest.post(
                "",
                Map.of(
                    "username",
                    username,
                    "email",
                    username + "@example.org",
                    "emailVerified",
                    true,
                    "firstName",
                    "Test",
                    "lastName",
                    "User",
                    "enabled",
                    true))
            .id();
    setPassword(id, password, false).expectDone();
    return id;
  }

  /** The user with exactly that username; asks user storage too. */
  public Optional<UserRepresentation> byUsername(String username) {
    return search("username=" + JsonHttp.encode(username) + "&exact=true").stream().findFirst();
  }

  /** The user with exactly that e-mail address; asks user storage too. */
  public Optional<UserRepresentation> byEmail(String email) {
    return search("email=" + JsonHttp.encode(email) + "&exact=true").stream().findFirst();
  }

  /** The users whose attribute has that value. */
  public List<UserRepresentation> byAttribute(String name, String value) {
    return search("q=" + JsonHttp.encode(name + ":" + value));
  }

  /** What the admin console's search field finds. */
  public List<UserRepresentation> matching(String text) {
    return search("search=" + JsonHttp.encode(text));
  }

  /** All users. */
  public List<UserRepresentation> all() {
    return search("");
  }

  /** How many users there are. */
  public int count() {
    return rest.read("/count").asInt();
  }

  /** A user with all attributes; empty when there is none of that id. */
  public Optional<UserRepresentation> find(String id) {
    var answer = rest.call("GET", path(id), null);
    return answer.ok()
        ? Optional.of(Json.as(answer.body(), UserRepresentation.class))
        : Optional.empty();
  }

  /** A user with all attributes. */
  public UserRepresentation get(String id) {
    return rest.read(path(id), UserRepresentation.class);
  }

  /** A user as the admin console sees it: attributes and {@code userProfileMetadata}. */
  public JsonNode withProfileMetadata(String id) {
    return rest.read(path(id) + "?userProfileMetadata=true");
  }

  /** Reads a user, changes fields such as {@code firstName} or {@code enabled}, and saves it. */
  public Change change(String id, Map<String, ?> fields) {
    ObjectNode user = (ObjectNode) rest.read(path(id));
    fields.forEach((name, value) -> user.set(name, Json.tree(value)));
    return rest.put(path(id), user);
  }

  /** Reads a user, changes attributes, and saves it; an empty list removes one. */
  public Change changeAttributes(String id, Map<String, List<String>> attributes) {
    Map<String, List<String>> all =
        new LinkedHashMap<>(Optional.ofNullable(get(id).getAttributes()).orElse(Map.of()));
    all.putAll(attributes);
    return change(id, Map.of("attributes", all));
  }

  /** Deletes a user. */
  public Change delete(String id) {
    return rest.delete(path(id));
  }

  /** Sets a password, as an administrator. */
  public Change setPassword(String id, String password, boolean temporary) {
    return rest.put(
        path(id) + "/reset-password",
        Map.of("type", "password", "value", password, "temporary", temporary));
  }

  /** The credentials stored here. */
  public List<CredentialRepresentation> credentials(String id) {
    Set<String> elsewhere = new HashSet<>();
    shownCredentials(id)
        .forEach(
            credential -> {
              if (credential.hasNonNull("federationLink")) {
                elsewhere.add(credential.path("id").asText());
              }
            });
    return rest.list(path(id) + "/credentials", CredentialRepresentation.class).stream()
        .filter(credential -> !elsewhere.contains(credential.getId()))
        .toList();
  }

  /** What the console shows: the credentials stored here, and those that a provider tells of. */
  public JsonNode shownCredentials(String id) {
    return rest.read(path(id) + "/credentials");
  }

  /** The realm roles given directly. */
  public List<String> realmRoles(String id) {
    return rest.texts(path(id) + "/role-mappings/realm", "name");
  }

  /** The client roles given directly, as {@code client/role}. */
  public List<String> clientRoles(String id) {
    return rest.read(path(id) + "/role-mappings")
        .path("clientMappings")
        .propertyStream()
        .flatMap(
            client ->
                AdminRest.texts(client.getValue().path("mappings"), "name").stream()
                    .map(role -> client.getKey() + "/" + role))
        .toList();
  }

  /** Gives roles of a client, such as those of {@code realm-management}. */
  public void grantClientRoles(String id, String clientId, Collection<String> roles) {
    String client =
        realm.read("/clients?clientId=" + JsonHttp.encode(clientId)).path(0).path("id").asText();
    List<JsonNode> granted =
        roles.stream()
            .map(role -> realm.read("/clients/" + client + "/roles/" + JsonHttp.encode(role)))
            .toList();
    rest.post(path(id) + "/role-mappings/clients/" + client, granted).expectDone();
  }

  /** Gives a realm role. */
  public void grantRealmRole(String id, String role) {
    rest.post(
            path(id) + "/role-mappings/realm",
            List.of(realm.read("/roles/" + JsonHttp.encode(role))))
        .expectDone();
  }

  /** The paths of the groups the user is in. */
  public List<String> groups(String id) {
    return rest.texts(path(id) + "/groups", "path");
  }

  /** How many sessions the user has. */
  public int sessions(String id) {
    return rest.read(path(id) + "/sessions").size();
  }

  /** Ends all sessions of the user. */
  public void logout(String id) {
    rest.post(path(id) + "/logout", null).expectDone();
  }

  /** What brute force detection knows about the user. */
  public BruteForce bruteForce(String id) {
    return realm.read("/attack-detection/brute-force/users/" + id, BruteForce.class);
  }

  /** Forgets all failures of the user. */
  public void forgetFailures(String id) {
    realm.delete("/attack-detection/brute-force/users/" + id).expectDone();
  }

  private List<UserRepresentation> search(String query) {
    return rest.list(
        "?briefRepresentation=false&max=" + ALL + "&" + query, UserRepresentation.class);
  }

  private static String path(String id) {
    return "/" + JsonHttp.encode(id);
  }
}
