package io.keycloakpools.demo;

/**
 * Ctrl-C is the intended end of the demo: everything stops cleanly and the exit code is 0. The
 * virtual machine would end with 130.
 */
final class Shutdown {
  private final AutoCloseable server;
  private final Thread hook = new Thread(this::run, "stop-demo");
  private volatile boolean begun;

  private Shutdown(AutoCloseable server) {
    this.server = server;
  }

  static Shutdown onSignal(AutoCloseable server) {
    Shutdown shutdown = new Shutdown(server);
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Returns true while everything stops: failures are expected then. */
  boolean begun() {
    return begun;
  }

  /** Lets the program end in its own way from now on. */
  void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // A signal was quicker: the hook ends the program.
    }
  }

  private void run() {
    begun = true;
    System.out.println();
    try {
      server.close();
      System.out.println("Stopped.");
    } catch (Exception e) {
      System.out.println("Stopped, not in good order: " + e.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }
}
