package io.keycloakpools.simulators.auth0;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Describes a simulated tenant; every method returns the builder itself. */
public final class Auth0SimulatorBuilder {
  private static final String FIRST_CONNECTION = "Username-Password-Authentication";

  private int port;
  private InstantSource clock = InstantSource.system();
  private String mfaCode = "123456";
  private boolean defaultDirectory = true;
  private final List<Auth0Connection> connections = new ArrayList<>();
  private final Map<String, Auth0Client> clients = new LinkedHashMap<>();
  private final Map<String, String> organizations = new LinkedHashMap<>();
  private final List<Auth0User> users = new ArrayList<>();
  private final List<String> roles = new ArrayList<>();

  private Optional<URI> address = Optional.empty();

  Auth0SimulatorBuilder() {}

  /** Sets the port; 0, the default, takes any free one. */
  public Auth0SimulatorBuilder port(int value) {
    port = value;
    return this;
  }

  /** Sets the address that clients use, without a slash at the end, where a proxy is between. */
  public Auth0SimulatorBuilder address(URI value) {
    address = Optional.of(value);
    return this;
  }

  /** Sets the clock for tokens, blocks and limits. */
  public Auth0SimulatorBuilder clock(InstantSource value) {
    clock = value;
    return this;
  }

  /** Adds a database connection; the first is the default directory, too. */
  public Auth0SimulatorBuilder connection(String name) {
    return connection(Auth0Connection.of(name));
  }

  /** Adds a database connection; without any there is Username-Password-Authentication. */
  public Auth0SimulatorBuilder connection(Auth0Connection value) {
    connections.add(value);
    return this;
  }

  /** Leaves the Default Directory of the tenant empty: grant password does not work. */
  public Auth0SimulatorBuilder noDefaultDirectory() {
    defaultDirectory = false;
    return this;
  }

  /** Adds an application. */
  public Auth0SimulatorBuilder client(Auth0Client value) {
    clients.put(value.id(), value);
    return this;
  }

  /** Sets the only right code of every second factor; 123456 by default. */
  public Auth0SimulatorBuilder mfaCode(String value) {
    mfaCode = value;
    return this;
  }

  /** Adds a user. */
  public Auth0SimulatorBuilder user(Auth0User value) {
    users.add(value);
    return this;
  }

  /** Adds a role nobody has to have. */
  public Auth0SimulatorBuilder role(String name) {
    roles.add(name);
    return this;
  }

  /** Adds an organization. */
  public Auth0SimulatorBuilder organization(String id, String name) {
    organizations.put(id, name);
    return this;
  }

  /**
   * Returns the simulator, not yet started.
   *
   * @throws IllegalStateException when users cannot be together in a tenant
   */
  public Auth0Simulator build() {
    if (connections.isEmpty()) {
      connection(FIRST_CONNECTION);
    }
    Auth0Simulator simulator = new Auth0Simulator(this::tenant, port, clock, Map.copyOf(clients));
    users.forEach(simulator.users()::add);
    return simulator;
  }

  private Auth0Tenant tenant(Supplier<URI> endpoint) {
    return new Auth0Tenant(
        () -> address.orElseGet(endpoint),
        List.copyOf(connections),
        defaultDirectory ? Optional.of(connections.get(0)) : Optional.empty(),
        new LinkedHashMap<>(organizations),
        List.copyOf(roles),
        mfaCode);
  }
}
