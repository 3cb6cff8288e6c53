package io.keycloakpools.demo;

import io.keycloakpools.simulators.cognito.AppClient;
import io.keycloakpools.simulators.cognito.CognitoAuthFlow;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.CognitoUser;
import java.util.List;
import java.util.Map;

record SimulatedCognito(CognitoSimulator simulator) implements DemoDirectory {
  private static final String REGION = "eu-west-1";
  private static final String CLIENT_ID = "demo-client";
  private static final String CLIENT_SECRET = "demo-client-secret";
  private static final String ACCESS_KEY_ID = "AKIADEMODEMODEMODEMO";
  private static final String SECRET_ACCESS_KEY = "demo-secret-access-key";

  static SimulatedCognito of(String id, int port, List<Person<CognitoUser>> people) {
    var builder =
        CognitoSimulator.builder()
            .region(REGION)
            .poolId(REGION + "_" + id)
            .port(port)
            .client(
                AppClient.of(CLIENT_ID)
                    .secret(CLIENT_SECRET)
                    .flows(CognitoAuthFlow.USER_PASSWORD_AUTH))
            .accessKey(ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    people.forEach(person -> builder.user(person.user()));
    return new SimulatedCognito(builder.build());
  }

  @Override
  public String product() {
    return "Cognito";
  }

  @Override
  public String providerId() {
    return "cognito-user-pool";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "region",
        simulator.region(),
        "userPoolId",
        simulator.poolId(),
        "clientId",
        CLIENT_ID,
        "clientSecret",
        CLIENT_SECRET,
        "accessKeyId",
        ACCESS_KEY_ID,
        "secretAccessKey",
        SECRET_ACCESS_KEY,
        "endpoint",
        simulator.endpoint().toString());
  }

  @Override
  public String department() {
    return CognitoPeople.DEPARTMENT;
  }

  @Override
  public boolean has(String username) {
    return simulator.users().find(username).isPresent();
  }

  @Override
  public String show(String username) {
    CognitoUser user = simulator.users().find(username).orElseThrow();
    return "%s, %s, groups %s".formatted(user.username(), user.attributes(), user.groups());
  }

  @Override
  public void set(String username, String attribute, String value) {
    simulator.users().setAttribute(username, attribute, value);
  }

  @Override
  public void setGroups(String username, String... names) {
    simulator.users().setGroups(username, names);
  }
}
