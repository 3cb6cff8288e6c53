package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Faults;
import io.keycloakpools.simulators.Requests;
import io.keycloakpools.simulators.SigningKey;
import io.keycloakpools.simulators.Simulator;
import io.keycloakpools.simulators.SimulatorServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A simulated Auth0 tenant on a port of 127.0.0.1. Users, applications, faults and limits can be
 * changed while it runs and outlive {@link #stop()}.
 */
public final class Auth0Simulator implements Simulator {
  private final SimulatedAuth0Users users;
  private final Clients clients;
  private final ManagementTokens tokens;
  private final RateLimits rateLimits;
  private final Auth0BruteForce bruteForce;
  private final SimulatorServer<Auth0Operation, RecordedAuth0Request> server;

  Auth0Simulator(
      Function<Supplier<URI>, Auth0Tenant> describedTenant,
      int port,
      InstantSource clock,
      Map<String, Auth0Client> clients) {
    Auth0Tenant tenant = describedTenant.apply(this::endpoint);
    this.clients = new Clients(clients);
    bruteForce = new Auth0BruteForce(clock);
    users = new SimulatedAuth0Users(tenant, clock, bruteForce::unblock);
    tokens = new ManagementTokens(tenant, clock);
    rateLimits = new RateLimits(clock);
    Exports exports = new Exports(tenant, users, clock);
    Management management =
        new Management(
            tokens,
            rateLimits,
            new UserReads(tenant, users, rateLimits),
            new Auth0UserSearch(users),
            exports);
    Auth0Service service = new Auth0Service(authentication(tenant, clock), management, exports);
    server = new SimulatorServer<>("auth0-simulator", port, clock, service);
  }

  private Authentication authentication(Auth0Tenant tenant, InstantSource clock) {
    ClientAuthentication authentication = new ClientAuthentication(clients);
    UserTokens userTokens = new UserTokens(tenant, users, clock);
    MfaGrant mfa = new MfaGrant(tenant, users, userTokens, clock);
    Auth0PasswordCheck check = new Auth0PasswordCheck(users, bruteForce, rateLimits);
    SimulatedAuth0TokenEndpoint tokenEndpoint =
        new SimulatedAuth0TokenEndpoint(
            authentication,
            new PasswordGrant(tenant, check, mfa, userTokens),
            mfa,
            new ClientCredentialsGrant(tenant, tokens));
    return new Authentication(
        authentication, tokenEndpoint, mfa, userTokens, rateLimits, new Discovery(tenant));
  }

  public static Auth0SimulatorBuilder builder() {
    return new Auth0SimulatorBuilder();
  }

  @Override
  public Auth0Simulator start() {
    // Made now: the first request would wait for it, and requests have little time.
    SigningKey unused = SigningKey.ofThisRun();
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

  /**
   * Returns the address: with a slash at the end it is the issuer, with {@code /api/v2/} the
   * audience of the Management API.
   */
  @Override
  public URI endpoint() {
    return server.endpoint();
  }

  public SimulatedAuth0Users users() {
    return users;
  }

  public Clients clients() {
    return clients;
  }

  public ManagementTokens tokens() {
    return tokens;
  }

  public RateLimits rateLimits() {
    return rateLimits;
  }

  public Auth0BruteForce bruteForce() {
    return bruteForce;
  }

  public Faults<Auth0Operation> faults() {
    return server.faults();
  }

  @Override
  public Requests<Auth0Operation, RecordedAuth0Request> requests() {
    return server.requests();
  }

  /**
   * Freezes what the search finds until called with false ("User Search", eventual consistency).
   * Reads by id or e-mail address stay up to date.
   */
  public void searchLag(boolean lags) {
    users.freezeSearch(lags);
  }
}
