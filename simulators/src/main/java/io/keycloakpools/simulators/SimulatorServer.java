package io.keycloakpools.simulators;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class SimulatorServer<O extends Enum<O>, R> {
  private static final int BACKLOG = 512;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  static {
    // Without TCP_NODELAY the JDK's server delays answers on reused connections by 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final String name;
  private final HttpFront<O, R> front;
  private final Faults<O> faults = new Faults<>();
  private final Requests<O, R> requests = new Requests<>();
  private int port;
  private HttpServer server;
  private ExecutorService threads;

  /** Port 0 takes any free one. */
  public SimulatorServer(
      String name, int port, InstantSource clock, SimulatedService<O, R> service) {
    this.name = name;
    this.port = port;
    front = new HttpFront<>(service, faults, requests, clock);
  }

  public synchronized void start() {
    if (server != null) {
      return;
    }
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
    faults.started();
    port = server.getAddress().getPort();
    threads = Executors.newCachedThreadPool(this::thread);
    server.setExecutor(threads);
    server.createContext("/", front);
    server.start();
  }

  /** Closes the port; hanging requests are dropped. */
  public synchronized void stop() {
    if (server == null) {
      return;
    }
    faults.stopped();
    server.stop(0);
    threads.shutdownNow();
    server = null;
  }

  public synchronized URI endpoint() {
    if (port == 0) {
      throw new IllegalStateException("Not started");
    }
    return URI.create("http://127.0.0.1:" + port);
  }

  public Faults<O> faults() {
    return faults;
  }

  public Requests<O, R> requests() {
    return requests;
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
