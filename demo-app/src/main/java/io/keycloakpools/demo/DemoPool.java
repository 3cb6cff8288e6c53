package io.keycloakpools.demo;

import io.keycloakpools.simulators.cognito.AppClient;
import io.keycloakpools.simulators.cognito.AuthFlow;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
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
    String name, CognitoSimulator directory, List<Person> people, Map<String, String> behaviour) {
  static final String ROLE = "staff";
  static final String ATTRIBUTE = "department";

  private static final String REGION = "eu-west-1";
  private static final String CLIENT_ID = "demo-client";
  private static final String CLIENT_SECRET = "demo-client-secret";
  private static final String ACCESS_KEY_ID = "AKIADEMODEMODEMODEMO";
  private static final String SECRET_ACCESS_KEY = "demo-secret-access-key";

  /** The pool whose users stay in the directory. Port 0 is any. */
  static DemoPool linked(int port) {
    return of(
        "linked", REGION + "_Linked", port, People.linked(), Map.of("syncAttributes", "true"));
  }

  /** The pool whose users move to Keycloak when they first sign in. Port 0 is any. */
  static DemoPool migrating(int port) {
    Map<String, String> behaviour =
        Map.of(
            "justInTimeMigration", "true",
            "temporaryPasswords", "require-change",
            "secondFactor", "require-setup");
    return of("migrating", REGION + "_Migrating", port, People.migrating(), behaviour);
  }

  private static DemoPool of(
      String name, String poolId, int port, List<Person> people, Map<String, String> behaviour) {
    var directory =
        CognitoSimulator.builder()
            .region(REGION)
            .poolId(poolId)
            .port(port)
            .client(
                AppClient.of(CLIENT_ID).secret(CLIENT_SECRET).flows(AuthFlow.USER_PASSWORD_AUTH))
            .accessKey(ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    people.forEach(person -> directory.user(person.user()));
    return new DemoPool(name, directory.build(), people, behaviour);
  }

  /** The settings of the component in Keycloak; the directory must have been started. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(behaviour);
    settings.put("region", directory.region());
    settings.put("userPoolId", directory.poolId());
    settings.put("clientId", CLIENT_ID);
    settings.put("clientSecret", CLIENT_SECRET);
    settings.put("accessKeyId", ACCESS_KEY_ID);
    settings.put("secretAccessKey", SECRET_ACCESS_KEY);
    settings.put("endpoint", directory.endpoint().toString());
    // A laptop that starts Keycloak at the same time is slower than Cognito ever is.
    settings.put("requestTimeout", "10000");
    settings.put("attributeMappings", pair(People.DEPARTMENT, ATTRIBUTE));
    settings.put("roleMappings", pair(People.EMPLOYEES, ROLE));
    settings.put("tenantResolver", "dynamic");
    settings.put("tenantIdFieldName", People.TENANT);
    return settings;
  }

  /** The one with that name in the directory, in any case. */
  boolean has(String username) {
    return directory.users().find(username).isPresent();
  }

  private static String pair(String key, String value) {
    return "[{\"key\":\"%s\",\"value\":\"%s\"}]".formatted(key, value);
  }
}
