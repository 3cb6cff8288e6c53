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

public final class Users {
  private static final int ALL = 10_000;
  private final AdminRest realm;
  private final AdminRest rest;

  Users(AdminRest realm) {
    this.realm = realm;
    this.rest = realm.below("/users");
  }

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

  /** Asks user storage too. */
  public Optional<UserRepresentation> byUsername(String username) {
    return search("username=" + JsonHttp.encode(username) + "&exact=true").stream().findFirst();
  }

  public Optional<UserRepresentation> byEmail(String email) {
    return search("email=" + JsonHttp.encode(email) + "&exact=true").stream().findFirst();
  }

  public List<UserRepresentation> byAttribute(String name, String value) {
    return search("q=" + JsonHttp.encode(name + ":" + value));
  }

  public List<UserRepresentation> matching(String text) {
    return search("search=" + JsonHttp.encode(text));
  }

  public List<UserRepresentation> all() {
    return search("");
  }

  public int count() {
    return rest.read("/count").asInt();
  }

  public Optional<UserRepresentation> find(String id) {
    var answer = rest.call("GET", path(id), null);
    return answer.ok()
        ? Optional.of(Json.as(answer.body(), UserRepresentation.class))
        : Optional.empty();
  }

  public UserRepresentation get(String id) {
    return rest.read(path(id), UserRepresentation.class);
  }

  public JsonNode withProfileMetadata(String id) {
    return rest.read(path(id) + "?userProfileMetadata=true");
  }

  /** Keeps the other fields. */
  public Change change(String id, Map<String, ?> fields) {
    ObjectNode user = (ObjectNode) rest.read(path(id));
    fields.forEach((name, value) -> user.set(name, Json.tree(value)));
    return rest.put(path(id), user);
  }

  /** Changes these attributes only; an empty list removes one. */
  public Change changeAttributes(String id, Map<String, List<String>> attributes) {
    Map<String, List<String>> all =
        new LinkedHashMap<>(Optional.ofNullable(get(id).getAttributes()).orElse(Map.of()));
    all.putAll(attributes);
    return change(id, Map.of("attributes", all));
  }

  public Change delete(String id) {
    return rest.delete(path(id));
  }

  public Change setPassword(String id, String password, boolean temporary) {
    return rest.put(
        path(id) + "/reset-password",
        Map.of("type", "password", "value", password, "temporary", temporary));
  }

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

  /** Returns stored credentials, and those reported by a provider. */
  public JsonNode shownCredentials(String id) {
    return rest.read(path(id) + "/credentials");
  }

  public List<String> realmRoles(String id) {
    return rest.texts(path(id) + "/role-mappings/realm", "name");
  }

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

  public void grantClientRoles(String id, String clientId, Collection<String> roles) {
    String client =
        realm.read("/clients?clientId=" + JsonHttp.encode(clientId)).path(0).path("id").asText();
    List<JsonNode> granted =
        roles.stream()
            .map(role -> realm.read("/clients/" + client + "/roles/" + JsonHttp.encode(role)))
            .toList();
    rest.post(path(id) + "/role-mappings/clients/" + client, granted).expectDone();
  }

  public void grantRealmRole(String id, String role) {
    rest.post(
            path(id) + "/role-mappings/realm",
            List.of(realm.read("/roles/" + JsonHttp.encode(role))))
        .expectDone();
  }

  public List<String> groups(String id) {
    return rest.texts(path(id) + "/groups", "path");
  }

  public int sessions(String id) {
    return rest.read(path(id) + "/sessions").size();
  }

  public void logout(String id) {
    rest.post(path(id) + "/logout", null).expectDone();
  }

  public BruteForce bruteForce(String id) {
    return realm.read("/attack-detection/brute-force/users/" + id, BruteForce.class);
  }

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
