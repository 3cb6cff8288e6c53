package io.keycloakpools.it.rest;

import io.keycloakpools.it.Relay;
import io.keycloakpools.it.WatchedPool;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A REST endpoint and its secrets. */
public final class WatchedRest extends WatchedPool {

  private static final Pattern SECRETS =
      Pattern.compile("(?:\"password\" ?: ?\"|Authorization: Bearer )([^\"\\s]+)");

  private final SimulatedRest rest;
  private final Relay relay;

  private WatchedRest(SimulatedRest rest, Relay relay) {
    super(rest, relay);
    this.rest = rest;
    this.relay = relay;
  }

  public static WatchedRest open() {
    SimulatedRest rest = new SimulatedRest();
    return new WatchedRest(rest, Relay.to(rest.simulator().endpoint()));
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of();
  }

  /** By another name than 127.0.0.1, which goes through Auth0's proxy in the same server. */
  @Override
  protected Map<String, String> addressSettings() {
    return Map.of("url", "http://localhost:" + relay.address().getPort() + "/pools");
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(Map.of("forwardClientIp", "true"), Map.of("forwardClientIp", "false"));
  }

  @Override
  protected int fewestSecrets() {
    return 10;
  }

  @Override
  protected List<String> secretSettings() {
    return List.of("token");
  }

  @Override
  protected Pattern secretsOnTheWire() {
    return SECRETS;
  }

  @Override
  protected Map<String, String> addRefusedPeople() {
    rest.add(person("leaked"));
    rest.simulator().users().update("leaked", user -> user.status("leaked_password"));
    return Map.of("leaked", "data leak");
  }
}
