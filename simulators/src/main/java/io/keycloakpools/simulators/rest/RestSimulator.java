package io.keycloakpools.simulators.rest;

import io.keycloakpools.simulators.Faults;
import io.keycloakpools.simulators.Requests;
import io.keycloakpools.simulators.Simulator;
import io.keycloakpools.simulators.SimulatorServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A simulated directory on a port of 127.0.0.1 that speaks both contracts. Users, faults and
 * credentials can be changed while it runs and outlive {@link #stop()}.
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

  /** Has no users and asks for no credentials; port 0 takes any free one. */
  public static RestSimulator onPort(int port) {
    return new RestSimulator(port);
  }

  @Override
  public RestSimulator start() {
    server.start();
    return this;
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public URI endpoint() {
    return server.endpoint();
  }

  public URI pools() {
    return URI.create(endpoint() + "/pools");
  }

  public URI migration() {
    return URI.create(endpoint() + "/user-migration");
  }

  public SimulatedRestUsers users() {
    return users;
  }

  /** Off at first. */
  public RestLockout lockout() {
    return lockout;
  }

  /** Answers 401 to requests without exactly this header. */
  public void authorization(String value) {
    service.authorization(Optional.of(value));
  }

  /**
   * Whether the answer to a right password has the user's data beside the id, in the contract
   * {@code pools}.
   */
  public void userInAnswers(boolean value) {
    pools.userInAnswers(value);
  }

  public Faults<RestOperation> faults() {
    return server.faults();
  }

  @Override
  public Requests<RestOperation, RecordedRestRequest> requests() {
    return server.requests();
  }
}
