package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.Faults;
import io.keycloakpools.simulators.Requests;
import io.keycloakpools.simulators.Simulator;
import io.keycloakpools.simulators.SimulatorServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * A simulated Amazon Cognito user pool behind an HTTP port of 127.0.0.1. Point the AWS SDK at it
 * with {@code endpointOverride(simulator.endpoint())}. Users, faults and quotas can be changed
 * while it runs and outlive {@link #stop()}.
 */
public final class CognitoSimulator implements Simulator {
  private final CognitoPoolSettings pool;
  private final SimulatedCognitoUsers users;
  private final Iam iam;
  private final Throttling throttling;
  private final PagingTokens pagingTokens = new PagingTokens();
  private final UserListing listing;
  private final SimulatorServer<CognitoOperation, RecordedCognitoRequest> server;

  CognitoSimulator(
      CognitoPoolSettings pool, int port, InstantSource clock, Map<String, String> accessKeys) {
    this.pool = pool;
    users = new SimulatedCognitoUsers(pool, clock);
    iam = new Iam(pool, accessKeys);
    throttling = new Throttling(clock);
    listing = new UserListing(pool, users, pagingTokens);
    CognitoUserLookup lookup = new CognitoUserLookup(pool, users);
    Challenges challenges =
        new Challenges(pool, users, lookup, new CognitoSessions(clock), new Tokens(pool, clock));
    CognitoSignIn signIn =
        new CognitoSignIn(
            pool, lookup, new CognitoPasswordCheck(new CognitoLockout(clock)), challenges);
    Lookups lookups = new Lookups(pool, users, lookup, pagingTokens);
    UserAdmin admin = new UserAdmin(users, lookups);
    CognitoService service = new CognitoService(iam, throttling, signIn, lookups, listing, admin);
    server = new SimulatorServer<>("cognito-simulator", port, clock, service);
  }

  /** Starts the description of a pool: region eu-west-1, no client, usernames in any case. */
  public static CognitoSimulatorBuilder builder() {
    return new CognitoSimulatorBuilder();
  }

  /**
   * Opens the port: the configured one, else any free one; the same again after a stop.
   *
   * @throws UncheckedIOException when the port cannot be bound
   */
  @Override
  public CognitoSimulator start() {
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

  /**
   * Returns the address for the SDK's endpoint override.
   *
   * @throws IllegalStateException when the simulator never was started and has no fixed port
   */
  @Override
  public URI endpoint() {
    return server.endpoint();
  }

  /** Returns the AWS region of the pool. */
  public String region() {
    return pool.region();
  }

  /** Returns the user pool id. */
  public String poolId() {
    return pool.poolId();
  }

  /** Returns the users, to change them at run time. */
  public SimulatedCognitoUsers users() {
    return users;
  }

  /** Returns the faults, to arm them at run time. */
  public Faults<CognitoOperation> faults() {
    return server.faults();
  }

  /** Returns the requests received. */
  @Override
  public Requests<CognitoOperation, RecordedCognitoRequest> requests() {
    return server.requests();
  }

  /** Returns access keys and denied operations. */
  public Iam iam() {
    return iam;
  }

  /** Returns the request rate quotas. */
  public Throttling throttling() {
    return throttling;
  }

  /** Makes ListUsers cut its pages like this from now on. */
  public void pages(PageShape shape) {
    listing.shape(shape);
  }

  /** Makes all paging tokens handed out so far invalid. */
  public void expirePagingTokens() {
    pagingTokens.expire();
  }
}
