package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonHttp;
import java.util.List;

/** The saved events of a realm, the newest first. */
public final class Events {
  private final AdminRest rest;

  Events(AdminRest realm) {
    this.rest = realm;
  }

  /** All of them. */
  public List<Event> all() {
    return rest.list("/events?max=1000", Event.class);
  }

  /** Those of a type, such as {@code LOGIN_ERROR}. */
  public List<Event> ofType(String type) {
    return rest.list("/events?max=1000&type=" + JsonHttp.encode(type), Event.class);
  }

  /** The newest of a type. */
  public Event last(String type) {
    return ofType(type).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No event " + type + " in " + all().stream().map(Event::type).toList()));
  }

  /** What administrators did. */
  public JsonNode ofAdministrators() {
    return rest.read("/admin-events?max=1000");
  }

  /** Deletes all events of people. */
  public void clear() {
    rest.delete("/events").expectDone();
  }
}
