package io.keycloakpools.simulators.rest;

import io.keycloakpools.simulators.Faults;
import io.keycloakpools.simulators.Requests;
import io.keycloakpools.simulators.Simulator;
import io.keycloakpools.simulators.SimulatorServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A simulated directory behind an HTTP port of 127.0.0.1 that speaks both contracts. Users, faults
 * and credentials can be changed while it runs and outlive {@link #stop()}.
 */
public final class RestSimulator implements Simulator {
  private final SimulatedRestUsers users = new SimulatedRestUsers();
  private final RestLockout lockout = new RestLockout();
  private final PoolsEndpoint pools = new PoolsEndpoint(users, lockout);
  private final RestService service = new RestService(pools, new MigrationEndpoint(users, lockout));
  private final SimulatorServer<RestOperation, RecordedRestRequest> server;

  private RestSimulator(int port) {
    server = new SimulatorServer<>("rest-simulator", port, InstantSource.system(), service);
  }

  /** Returns a simulator without users that asks for no credentials; port 0 takes any free one. */
  public static RestSimulator onPort(int port) {
    return new RestSimulator(port);
  }

  /**
   * Opens the port: the configured one, else any free one; the same again after a stop.
   *
   * @throws UncheckedIOException when the port cannot be bound
   */
  @Override
  public RestSimulator start() {
    server.start();
    return this;
  }

  /** Closes the port and all connections; requests that hang are dropped. Users stay. */
  @Override
  public void stop() {
    server.stop();
  }

  /** Same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }

  @Override
  public URI endpoint() {
    return server.endpoint();
  }

  /** Returns the address of the contract {@code pools}. */
  public URI pools() {
    return URI.create(endpoint() + "/pools");
  }

  /** Returns the address of the contract of the keycloak-user-migration plugin. */
  public URI migration() {
    return URI.create(endpoint() + "/user-migration");
  }

  /** Returns the users, to change them at run time. */
  public SimulatedRestUsers users() {
    return users;
  }

  /** Returns what protects users against guessing, off at first. */
  public RestLockout lockout() {
    return lockout;
  }

  /** Answers 401 from now on to whoever does not send exactly this header. */
  public void authorization(String value) {
    service.authorization(Optional.of(value));
  }

  /**
   * Sets whether the answer to a right password has the user's data beside the id, in the contract
   * {@code pools}.
   */
  public void userInAnswers(boolean value) {
    pools.userInAnswers(value);
  }

  /** Returns the faults, to arm them at run time. */
  public Faults<RestOperation> faults() {
    return server.faults();
  }

  @Override
  public Requests<RestOperation, RecordedRestRequest> requests() {
    return server.requests();
  }
}
