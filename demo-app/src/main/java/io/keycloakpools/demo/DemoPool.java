package io.keycloakpools.demo;

import io.keycloakpools.simulators.Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.cognito.CognitoUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user pool of the demo: a simulated directory, who is in it, and how Keycloak is to treat them.
 *
 * @param name of the component in Keycloak
 * @param behaviour settings besides those of the connection
 */
record DemoPool(
    String name,
    DemoDirectory directory,
    List<? extends Person<?>> people,
    Map<String, String> behaviour) {
  static final String ROLE = "staff";
  static final String ATTRIBUTE = "department";

  /** Users stay in the directory. */
  private static final Map<String, String> LINKED = Map.of("syncAttributes", "true");

  /** Users move to Keycloak when they first sign in. */
  private static final Map<String, String> MIGRATING =
      Map.of("justInTimeMigration", "true", "secondFactor", "require-setup");

  /** Cognito's users who stay. Port 0 is any. */
  static DemoPool cognitoLinked(int port) {
    List<Person<CognitoUser>> people = CognitoPeople.linked();
    return new DemoPool(
        "cognito-linked", SimulatedCognito.of("Linked", port, people), people, LINKED);
  }

  /** Cognito's users who move. Port 0 is any. */
  static DemoPool cognitoMigrating(int port) {
    List<Person<CognitoUser>> people = CognitoPeople.migrating();
    Map<String, String> behaviour = new HashMap<>(MIGRATING);
    behaviour.put("temporaryPasswords", "require-change");
    return new DemoPool(
        "cognito-migrating", SimulatedCognito.of("Migrating", port, people), people, behaviour);
  }

  /** Auth0's users who stay. Port 0 is any. */
  static DemoPool auth0Linked(int port) {
    List<Person<Auth0User>> people = Auth0People.linked();
    return new DemoPool("auth0-linked", SimulatedAuth0.of(port, people), people, LINKED);
  }

  /** Auth0's users who move. Port 0 is any. */
  static DemoPool auth0Migrating(int port) {
    List<Person<Auth0User>> people = Auth0People.migrating();
    return new DemoPool("auth0-migrating", SimulatedAuth0.of(port, people), people, MIGRATING);
  }

  Simulator simulator() {
    return directory.simulator();
  }

  /** The settings of the component in Keycloak; the directory must have been started. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(behaviour);
    settings.putAll(directory.settings());
    // A laptop that starts Keycloak at the same time is slower than any directory.
    settings.put("requestTimeout", "10000");
    settings.put("attributeMappings", pair(directory.department(), ATTRIBUTE));
    settings.put("roleMappings", pair(CognitoPeople.EMPLOYEES, ROLE));
    settings.put("tenantResolver", "dynamic");
    return settings;
  }

  private static String pair(String key, String value) {
    return "[{\"key\":\"%s\",\"value\":\"%s\"}]".formatted(key, value);
  }
}
