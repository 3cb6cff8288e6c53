package io.keycloakpools.demo;

import io.keycloakpools.simulators.Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.rest.RestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user pool of the demo: a simulated directory, its people, and the pool's behaviour.
 *
 * @param about what the directory simulates, and what happens to its people
 * @param behaviour settings besides those of the connection
 */
record DemoPool(
    String name,
    String about,
    DemoDirectory directory,
    List<? extends Person<?>> people,
    Map<String, String> behaviour) {
  static final String ROLE = "staff";
  static final String ATTRIBUTE = "department";
  static final String OLD_SHOP = "old-shop";

  private static final Map<String, String> LINKED = Map.of("syncAttributes", "true");

  private static final Map<String, String> MIGRATING =
      Map.of("justInTimeMigration", "true", "secondFactor", "require-setup");

  private static final Map<String, String> JOINING =
      Map.of("justInTimeMigration", "true", "identityPool", DemoIdentityPools.CUSTOMERS);

  static DemoPool cognitoLinked(int port) {
    List<Person<CognitoUser>> people = CognitoPeople.linked();
    SimulatedCognito directory = SimulatedCognito.of("Linked", port, people);
    return new DemoPool(
        "cognito-linked",
        "people stay in a simulated Amazon Cognito",
        directory,
        people,
        employees(directory, CognitoPeople.TENANT, LINKED));
  }

  static DemoPool cognitoMigrating(int port) {
    List<Person<CognitoUser>> people = CognitoPeople.migrating();
    SimulatedCognito directory = SimulatedCognito.of("Migrating", port, people);
    Map<String, String> behaviour = employees(directory, CognitoPeople.TENANT, MIGRATING);
    behaviour.put("temporaryPasswords", "require-change");
    return new DemoPool(
        "cognito-migrating",
        "people move from a simulated Amazon Cognito to Keycloak",
        directory,
        people,
        behaviour);
  }

  static DemoPool auth0Linked(int port) {
    List<Person<Auth0User>> people = Auth0People.linked();
    SimulatedAuth0 directory = SimulatedAuth0.of(port, people);
    return new DemoPool(
        "auth0-linked",
        "people stay in a simulated Auth0",
        directory,
        people,
        employees(directory, Auth0People.TENANT, LINKED));
  }

  static DemoPool auth0Migrating(int port) {
    List<Person<Auth0User>> people = Auth0People.migrating();
    SimulatedAuth0 directory = SimulatedAuth0.of(port, people);
    return new DemoPool(
        "auth0-migrating",
        "people move from a simulated Auth0 to Keycloak",
        directory,
        people,
        employees(directory, Auth0People.TENANT, MIGRATING));
  }

  static DemoPool oldShop(int port) {
    List<Person<RestUser>> people = RestPeople.ofTheOldShop();
    return new DemoPool(
        OLD_SHOP,
        "people move from an old shop behind REST into the identity pool Customers (sign in"
            + " at the shop)",
        SimulatedRest.of(port, people),
        people,
        JOINING);
  }

  private static Map<String, String> employees(
      DemoDirectory directory, String tenant, Map<String, String> behaviour) {
    Map<String, String> settings = new HashMap<>(behaviour);
    settings.put("attributeMappings", pair(directory.department(), ATTRIBUTE));
    settings.put("roleMappings", pair(CognitoPeople.EMPLOYEES, ROLE));
    settings.put("tenantResolver", "dynamic");
    settings.put("tenantIdFieldName", tenant);
    return settings;
  }

  Simulator simulator() {
    return directory.simulator();
  }

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(behaviour);
    settings.putAll(directory.settings());
    // A laptop that starts Keycloak at the same time is slower than any directory.
    settings.put("requestTimeout", "10000");
    return settings;
  }

  private static String pair(String key, String value) {
    return "[{\"key\":\"%s\",\"value\":\"%s\"}]".formatted(key, value);
  }
}
