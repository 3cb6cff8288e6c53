package io.keycloakpools.it.peers;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Requests to the emulator, including those before a stop. */
public final class Auth0Requests {
  private static final String PATH = "/test/requests";

  private final Auth0Emulator emulator;
  private final List<Auth0Request> kept = new ArrayList<>();

  Auth0Requests(Auth0Emulator emulator) {
    this.emulator = emulator;
  }

  /** Requests since {@link #forget()}, in order. */
  public List<Auth0Request> all() {
    List<Auth0Request> all = new ArrayList<>(kept);
    if (emulator.running()) {
      for (JsonNode request : emulator.get(PATH, "").body()) {
        all.add(Json.as(request, Auth0Request.class));
      }
    }
    return all;
  }

  public void forget() {
    kept.clear();
    emulator.tell("DELETE", PATH, BodyPublishers.noBody());
  }

  /** Saves requests that a stop would lose. */
  void keep() {
    List<Auth0Request> all = all();
    kept.clear();
    kept.addAll(all);
  }
}
