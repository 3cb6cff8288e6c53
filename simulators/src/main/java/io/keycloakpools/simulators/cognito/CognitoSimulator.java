package io.keycloakpools.simulators.cognito;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A simulated Amazon Cognito user pool behind an HTTP port of 127.0.0.1. Point the AWS SDK at it
 * with {@code endpointOverride(simulator.endpoint())}. Users, faults and quotas can be changed
 * while it runs and outlive {@link #stop()}.
 */
public final class CognitoSimulator implements AutoCloseable {
  private static final int BACKLOG = 512;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  static {
    // Without TCP_NODELAY the JDK's server delays answers on reused connections by 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final PoolSettings pool;
  private final Users users;
  private final Faults faults = new Faults();
  private final Requests requests;
  private final Iam iam;
  private final Throttling throttling;
  private final PagingTokens pagingTokens = new PagingTokens();
  private final UserListing listing;
  private final HttpFront front;
  private int port;
  private HttpServer server;
  private ExecutorService threads;

  CognitoSimulator(
      PoolSettings pool, int port, InstantSource clock, Map<String, String> accessKeys) {
    this.pool = pool;
    this.port = port;
    users = new Users(pool, clock);
    requests = new Requests(clock);
    iam = new Iam(pool, accessKeys);
    throttling = new Throttling(clock);
    listing = new UserListing(pool, users, pagingTokens);
    UserLookup lookup = new UserLookup(pool, users);
    Challenges challenges =
        new Challenges(pool, users, lookup, new Sessions(clock), new Tokens(pool, clock));
    SignIn signIn = new SignIn(pool, lookup, new PasswordCheck(new Lockout(clock)), challenges);
    Lookups lookups = new Lookups(pool, users, lookup, pagingTokens);
    UserAdmin admin = new UserAdmin(users, lookups);
    front =
        new HttpFront(
            new Service(iam, throttling, requests, signIn, lookups, listing, admin), faults);
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
  public synchronized CognitoSimulator start() {
    if (server != null) {
      return this;
    }
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
    faults.started();
    port = server.getAddress().getPort();
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "cognito-simulator");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", front);
    server.start();
    return this;
  }

  /** Closes the port and all connections; requests that hang are dropped. Users stay. */
  public synchronized void stop() {
    if (server == null) {
      return;
    }
    faults.stopped();
    server.stop(0);
    threads.shutdownNow();
    server = null;
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
  public synchronized URI endpoint() {
    if (port == 0) {
      throw new IllegalStateException("Not started");
    }
    return URI.create("http://127.0.0.1:" + port);
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
  public Users users() {
    return users;
  }

  /** Returns the faults, to arm them at run time. */
  public Faults faults() {
    return faults;
  }

  /** Returns the requests received. */
  public Requests requests() {
    return requests;
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
