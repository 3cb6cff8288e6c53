package io.keycloakpools.it.peers;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people in the emulator. Kept here too, because a stopped emulator forgets them. */
public final class Auth0People {
  private final Auth0Emulator emulator;
  private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();

  Auth0People(Auth0Emulator emulator) {
    this.emulator = emulator;
  }

  /**
   * Creates or replaces a user.
   *
   * @param userId with provider, such as {@code auth0|5f7c8ec7c33c6c004bbafe82}
   * @param profile the Management API's {@code username}, {@code email}, {@code email_verified},
   *     {@code app_metadata} and so on; {@code roles} are names; {@code connection} is {@link
   *     Auth0Emulator#CONNECTION} by default
   */
  public void put(String userId, String password, Map<String, ?> profile) {
    Map<String, Object> user = new HashMap<>(Map.of("connection", Auth0Emulator.CONNECTION));
    user.putAll(profile);
    user.put("id", userId);
    user.put("password", password);
    byId.put(userId, user);
    tell(userId);
  }

  /** Changes one member, such as {@code app_metadata} or {@code password}. */
  public void change(String userId, String member, Object value) {
    user(userId).put(member, value);
    tell(userId);
  }

  public void block(String userId) {
    change(userId, "blocked", true);
  }

  public void unblock(String userId) {
    change(userId, "blocked", false);
  }

  public void setRoles(String userId, String... names) {
    change(userId, "roles", List.of(names));
  }

  public void delete(String userId) {
    user(userId);
    byId.remove(userId);
    emulator.tell("DELETE", path(userId), BodyPublishers.noBody());
  }

  public void deleteAll() {
    List.copyOf(byId.keySet()).forEach(this::delete);
  }

  public Optional<String> idOf(String username) {
    return byId.entrySet().stream()
        .filter(user -> username.equals(user.getValue().get("username")))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** In the format of {@code start.cjs}. */
  String json() {
    return Json.write(byId.values());
  }

  private Map<String, Object> user(String userId) {
    return Optional.ofNullable(byId.get(userId))
        .orElseThrow(() -> new IllegalArgumentException("No user " + userId));
  }

  private void tell(String userId) {
    emulator.tell("PUT", path(userId), JsonHttp.json(user(userId)));
  }

  private static String path(String userId) {
    return "/test/users/" + JsonHttp.encode(userId);
  }
}
