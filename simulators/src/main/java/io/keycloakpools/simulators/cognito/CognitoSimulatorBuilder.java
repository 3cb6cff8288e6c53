package io.keycloakpools.simulators.cognito;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class CognitoSimulatorBuilder {
  private String region = "eu-west-1";
  private String poolId = "eu-west-1_Demo12345";
  private int port;
  private InstantSource clock = InstantSource.system();
  private boolean caseSensitive;
  private final Set<SignInAttribute> aliases = EnumSet.noneOf(SignInAttribute.class);
  private final Set<SignInAttribute> usernameAttributes = EnumSet.noneOf(SignInAttribute.class);
  private String mfaCode = "123456";
  private final Map<String, AppClient> clients = new LinkedHashMap<>();
  private final Map<String, String> accessKeys = new LinkedHashMap<>();
  private final List<CognitoUser> users = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();

  CognitoSimulatorBuilder() {}

  /** Signed requests must be scoped to the region. */
  public CognitoSimulatorBuilder region(String value) {
    region = value;
    return this;
  }

  public CognitoSimulatorBuilder poolId(String value) {
    poolId = value;
    return this;
  }

  /** Port 0, the default, takes any free one. */
  public CognitoSimulatorBuilder port(int value) {
    port = value;
    return this;
  }

  public CognitoSimulatorBuilder clock(InstantSource value) {
    clock = value;
    return this;
  }

  public CognitoSimulatorBuilder client(AppClient value) {
    clients.put(value.id(), value);
    return this;
  }

  /** With at least one key, signatures are verified. */
  public CognitoSimulatorBuilder accessKey(String id, String secret) {
    accessKeys.put(id, secret);
    return this;
  }

  /**
   * Makes usernames, email and preferred_username case-sensitive ("User pool case sensitivity").
   */
  public CognitoSimulatorBuilder caseSensitiveUsernames() {
    caseSensitive = true;
    return this;
  }

  public CognitoSimulatorBuilder aliases(SignInAttribute... values) {
    aliases.addAll(List.of(values));
    return this;
  }

  /** Users sign in with these attributes instead of a username, which becomes the sub. */
  public CognitoSimulatorBuilder usernameAttributes(SignInAttribute... values) {
    usernameAttributes.addAll(List.of(values));
    return this;
  }

  /** Sets the only right code of every second factor; 123456 by default. */
  public CognitoSimulatorBuilder mfaCode(String value) {
    mfaCode = value;
    return this;
  }

  public CognitoSimulatorBuilder user(CognitoUser value) {
    users.add(value);
    return this;
  }

  public CognitoSimulatorBuilder group(String name) {
    groups.add(name);
    return this;
  }

  /**
   * Throws {@link IllegalStateException} when both aliases and username attributes are set, which
   * AWS refuses, or two users have the same name.
   */
  public CognitoSimulator build() {
    if (!aliases.isEmpty() && !usernameAttributes.isEmpty()) {
      throw new IllegalStateException(
          "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
    }
    CognitoPoolSettings pool =
        new CognitoPoolSettings(
            region,
            poolId,
            Map.copyOf(clients),
            caseSensitive,
            Set.copyOf(aliases),
            Set.copyOf(usernameAttributes),
            mfaCode);
    CognitoSimulator simulator = new CognitoSimulator(pool, port, clock, accessKeys);
    groups.forEach(simulator.users()::addGroup);
    simulator.users().addAll(users);
    return simulator;
  }
}
