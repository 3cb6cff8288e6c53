package io.keycloakpools.simulators.auth0;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** Port 0, the default, takes any free one. */
  public Auth0SimulatorBuilder port(int value) {
    port = value;
    return this;
  }

  /** Sets the address that clients use behind a proxy, without a slash at the end. */
  public Auth0SimulatorBuilder address(URI value) {
    address = Optional.of(value);
    return this;
  }

  public Auth0SimulatorBuilder clock(InstantSource value) {
    clock = value;
    return this;
  }

  /** The first connection is also the default directory. */
  public Auth0SimulatorBuilder connection(String name) {
    return connection(Auth0Connection.of(name));
  }

  /** Without any connection there is Username-Password-Authentication. */
  public Auth0SimulatorBuilder connection(Auth0Connection value) {
    connections.add(value);
    return this;
  }

  /** Leaves the tenant's Default Directory empty: grant password does not work. */
  public Auth0SimulatorBuilder noDefaultDirectory() {
    defaultDirectory = false;
    return this;
  }

  public Auth0SimulatorBuilder client(Auth0Client value) {
    clients.put(value.id(), value);
    return this;
  }

  /** Sets the only right code of every second factor; 123456 by default. */
  public Auth0SimulatorBuilder mfaCode(String value) {
    mfaCode = value;
    return this;
  }

  public Auth0SimulatorBuilder user(Auth0User value) {
    users.add(value);
    return this;
  }

  public Auth0SimulatorBuilder role(String name) {
    roles.add(name);
    return this;
  }

  public Auth0SimulatorBuilder organization(String id, String name) {
    organizations.put(id, name);
    return this;
  }

  /** Throws {@link IllegalStateException} when the users cannot coexist in a tenant. */
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
