package io.keycloakpools.demo;

/**
 * Ctrl-C is how the demo is meant to end: everything stops in good order and the exit code is 0.
 * The virtual machine would end with 130.
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

  /** Whether everything is being stopped, so that whatever fails now is no news. */
  boolean begun() {
    return begun;
  }

  /** From here on the program ends in its own way. */
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
