package io.keycloakpools.it.cognito;

import io.keycloakpools.it.Relay;
import io.keycloakpools.it.WatchedPool;
import io.keycloakpools.simulators.cognito.CognitoUser;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cognito and its secrets. */
public final class WatchedCognito extends WatchedPool {

  private static final Pattern SECRETS =
      Pattern.compile(
          "\"(?:PASSWORD|SECRET_HASH|Session|AccessToken|IdToken|RefreshToken)\" ?: ?\"([^\"]+)\"");

  private final SimulatedCognito cognito;
  private final Relay relay;

  private WatchedCognito(SimulatedCognito cognito, Relay relay) {
    super(cognito, relay);
    this.cognito = cognito;
    this.relay = relay;
  }

  public static WatchedCognito open() {
    SimulatedCognito cognito = new SimulatedCognito();
    return new WatchedCognito(cognito, Relay.to(cognito.simulator().endpoint()));
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of();
  }

  @Override
  protected Map<String, String> addressSettings() {
    return Map.of("endpoint", relay.address().toString());
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(
        Map.of("authFlow", "USER_PASSWORD_AUTH"), Map.of("authFlow", "ADMIN_USER_PASSWORD_AUTH"));
  }

  @Override
  protected int fewestSecrets() {
    return 30;
  }

  @Override
  protected List<String> secretSettings() {
    return List.of("clientSecret", "secretAccessKey");
  }

  @Override
  protected Pattern secretsOnTheWire() {
    return SECRETS;
  }

  @Override
  protected Map<String, String> addRefusedPeople() {
    cognito
        .simulator()
        .users()
        .add(
            CognitoUser.builder("invited")
                .temporaryPassword(person("invited").password())
                .email("invited@example.com", true)
                .build());
    return Map.of("invited", "temporary");
  }
}
