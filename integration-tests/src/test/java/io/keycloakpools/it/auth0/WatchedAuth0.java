package io.keycloakpools.it.auth0;

import io.keycloakpools.it.Relay;
import io.keycloakpools.it.WatchedPool;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Auth0 and its secrets. A token's API is named by the domain, so the relay cannot replace it: it
 * is the proxy of Keycloak's HTTP client.
 */
public final class WatchedAuth0 extends WatchedPool {

  private static final Pattern SECRETS =
      Pattern.compile(
          "(?:[&\\n](?:password|client_secret)="
              + "|\"(?:access_token|id_token|mfa_token)\" ?: ?\""
              + "|Authorization: Bearer )([^&\"\\s]+)");

  private final SimulatedAuth0 auth0;
  private final Relay relay;

  private WatchedAuth0(SimulatedAuth0 auth0, Relay relay) {
    super(auth0, relay);
    this.auth0 = auth0;
    this.relay = relay;
  }

  public static WatchedAuth0 open() {
    SimulatedAuth0 auth0 = new SimulatedAuth0();
    return new WatchedAuth0(auth0, Relay.to(auth0.simulator().endpoint()));
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of(
        "KC_SPI_CONNECTIONS_HTTP_CLIENT__DEFAULT__PROXY_MAPPINGS",
        auth0.simulator().endpoint().getHost() + ";" + relay.address());
  }

  @Override
  protected Map<String, String> addressSettings() {
    return Map.of();
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(Map.of("secondFactor", "reject"), Map.of("forwardClientIp", "false"));
  }

  @Override
  protected int fewestSecrets() {
    return 30;
  }

  @Override
  protected List<String> secretSettings() {
    return List.of("clientSecret");
  }

  @Override
  protected Pattern secretsOnTheWire() {
    return SECRETS;
  }

  @Override
  protected Map<String, String> addRefusedPeople() {
    auth0.add(person("leaked"));
    auth0.simulator().users().update(auth0.externalId("leaked"), user -> user.passwordLeaked());
    return Map.of("leaked", "data leak");
  }
}
