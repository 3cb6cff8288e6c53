package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonHttp;
import java.util.List;

public final class Events {
  private final AdminRest rest;

  Events(AdminRest realm) {
    this.rest = realm;
  }

  public List<Event> all() {
    return rest.list("/events?max=1000", Event.class);
  }

  public List<Event> ofType(String type) {
    return rest.list("/events?max=1000&type=" + JsonHttp.encode(type), Event.class);
  }

  public Event last(String type) {
    return ofType(type).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No event " + type + " in " + all().stream().map(Event::type).toList()));
  }

  public JsonNode ofAdministrators() {
    return rest.read("/admin-events?max=1000");
  }

  public void clear() {
    rest.delete("/events").expectDone();
  }
}
