package io.keycloakpools.demo;

import io.keycloakpools.simulators.auth0.Auth0Client;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Grant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

record SimulatedAuth0(Auth0Simulator simulator) implements DemoDirectory {
  private static final String CLIENT_ID = "demo-application";
  private static final String CLIENT_SECRET = "demo-application-secret";
  private static final String CONNECTION = "Username-Password-Authentication";
  private static final String USER_METADATA = "user_metadata.";

  static SimulatedAuth0 of(int port, List<Person<Auth0User>> people) {
    var builder =
        Auth0Simulator.builder()
            .port(port)
            .connection(CONNECTION)
            .client(
                Auth0Client.of(CLIENT_ID)
                    .secret(CLIENT_SECRET)
                    .grants(Grant.PASSWORD_REALM, Grant.CLIENT_CREDENTIALS)
                    .managementScopes("read:users", "read:roles", "read:role_members")
                    .trustTokenEndpointIpHeader(true));
    people.forEach(person -> builder.user(person.user()));
    return new SimulatedAuth0(builder.build());
  }

  @Override
  public String product() {
    return "Auth0";
  }

  @Override
  public String providerId() {
    return "auth0-user-pool";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "domain", simulator.endpoint().toString(),
        "clientId", CLIENT_ID,
        "clientSecret", CLIENT_SECRET,
        "connection", CONNECTION);
  }

  @Override
  public String department() {
    return Auth0People.DEPARTMENT;
  }

  @Override
  public boolean has(String username) {
    return found(username).isPresent();
  }

  @Override
  public String show(String username) {
    Auth0User user = user(username);
    return "%s, %s, roles %s".formatted(user.userId(), user.profile(), user.roles());
  }

  @Override
  public void set(String username, String attribute, String value) {
    if (!attribute.startsWith(USER_METADATA)) {
      update(username, user -> user.attribute(attribute, value));
      return;
    }
    Map<String, Object> metadata = new HashMap<>();
    user(username)
        .attribute("user_metadata")
        .properties()
        .forEach(member -> metadata.put(member.getKey(), member.getValue()));
    metadata.put(attribute.substring(USER_METADATA.length()), value);
    update(username, user -> user.userMetadata(metadata));
  }

  @Override
  public void setGroups(String username, String... names) {
    Auth0User user = user(username);
    simulator
        .users()
        .replace(
            new Auth0User(
                user.userId(),
                user.connection(),
                user.profile(),
                user.password(),
                user.linked(),
                Set.of(names),
                user.organizations(),
                user.secondFactors(),
                user.refusal()));
  }

  private void update(String username, UnaryOperator<Auth0User.Builder> change) {
    simulator.users().replace(change.apply(user(username).toBuilder()).build());
  }

  private Auth0User user(String username) {
    return found(username).orElseThrow();
  }

  private Optional<Auth0User> found(String name) {
    return simulator.users().findByUsername(name).or(() -> simulator.users().findByEmail(name));
  }
}
