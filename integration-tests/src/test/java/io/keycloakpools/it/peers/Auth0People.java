package io.keycloakpools.it.peers;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people in the emulator. They are kept here too, as it forgets them when it stops. */
public final class Auth0People {
  private final Auth0Emulator emulator;
  private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();

  Auth0People(Auth0Emulator emulator) {
    this.emulator = emulator;
  }

  /**
   * Creates a user, or replaces the one with that id.
   *
   * @param userId with provider, such as {@code auth0|5f7c8ec7c33c6c004bbafe82}
   * @param profile what the Management API calls {@code username}, {@code email}, {@code
   *     email_verified}, {@code app_metadata} and so on; {@code roles} are names; {@code
   *     connection}, if left out, is {@link Auth0Emulator#CONNECTION}
   */
  public void put(String userId, String password, Map<String, ?> profile) {
    Map<String, Object> user = new HashMap<>(Map.of("connection", Auth0Emulator.CONNECTION));
    user.putAll(profile);
    user.put("id", userId);
    user.put("password", password);
    byId.put(userId, user);
    tell(userId);
  }

  /** Changes one member of a user, such as {@code app_metadata} or {@code password}. */
  public void change(String userId, String member, Object value) {
    user(userId).put(member, value);
    tell(userId);
  }

  /** Blocks a user. */
  public void block(String userId) {
    change(userId, "blocked", true);
  }

  /** Takes the block away. */
  public void unblock(String userId) {
    change(userId, "blocked", false);
  }

  /** Gives a user these roles and no others. */
  public void setRoles(String userId, String... names) {
    change(userId, "roles", List.of(names));
  }

  /** Deletes a user. */
  public void delete(String userId) {
    user(userId);
    byId.remove(userId);
    emulator.tell("DELETE", path(userId), BodyPublishers.noBody());
  }

  /** Deletes everybody. */
  public void deleteAll() {
    List.copyOf(byId.keySet()).forEach(this::delete);
  }

  /** The id of the user with exactly this username. */
  public Optional<String> idOf(String username) {
    return byId.entrySet().stream()
        .filter(user -> username.equals(user.getValue().get("username")))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** All of them, as {@code start.cjs} reads them. */
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
