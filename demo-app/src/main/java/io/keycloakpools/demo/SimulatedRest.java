package io.keycloakpools.demo;

import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import java.util.List;
import java.util.Map;

/** A simulated home-grown system that answers the contract {@code pools}. */
record SimulatedRest(RestSimulator simulator) implements DemoDirectory {
  private static final String TOKEN = "demo-rest-token";

  static SimulatedRest of(int port, List<Person<RestUser>> people) {
    RestSimulator simulator = RestSimulator.onPort(port);
    simulator.authorization("Bearer " + TOKEN);
    for (Person<RestUser> person : people) {
      RestUser unused = simulator.users().add(person.user());
    }
    return new SimulatedRest(simulator);
  }

  @Override
  public String product() {
    return "the old shop";
  }

  @Override
  public String providerId() {
    return "rest-user-pool";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("url", simulator.pools().toString(), "token", TOKEN);
  }

  @Override
  public String department() {
    return DemoPool.ATTRIBUTE;
  }

  @Override
  public boolean has(String username) {
    return simulator.users().findByUsername(username).isPresent();
  }

  @Override
  public String show(String username) {
    RestUser user = simulator.users().findByUsername(username).orElseThrow();
    return "%s, %s, %s".formatted(user.username(), user.status(), user.members());
  }

  @Override
  public void set(String username, String attribute, String value) {
    RestUser unused = simulator.users().update(username, user -> user.attribute(attribute, value));
  }

  @Override
  public void setGroups(String username, String... names) {
    RestUser unused =
        simulator.users().update(username, user -> user.member("roles", List.of(names)));
  }
}
