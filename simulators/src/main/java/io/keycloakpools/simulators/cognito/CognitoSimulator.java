package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.Faults;
import io.keycloakpools.simulators.Requests;
import io.keycloakpools.simulators.Simulator;
import io.keycloakpools.simulators.SimulatorServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * A simulated Amazon Cognito user pool on a port of 127.0.0.1, for the AWS SDK's {@code
 * endpointOverride}. Users, faults and quotas can be changed while it runs and outlive {@link
 * #stop()}.
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

  /** Region eu-west-1, no client, case-insensitive usernames. */
  public static CognitoSimulatorBuilder builder() {
    return new CognitoSimulatorBuilder();
  }

  @Override
  public CognitoSimulator start() {
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

  public String region() {
    return pool.region();
  }

  public String poolId() {
    return pool.poolId();
  }

  public SimulatedCognitoUsers users() {
    return users;
  }

  public Faults<CognitoOperation> faults() {
    return server.faults();
  }

  @Override
  public Requests<CognitoOperation, RecordedCognitoRequest> requests() {
    return server.requests();
  }

  public Iam iam() {
    return iam;
  }

  public Throttling throttling() {
    return throttling;
  }

  public void pages(PageShape shape) {
    listing.shape(shape);
  }

  public void expirePagingTokens() {
    pagingTokens.expire();
  }
}
