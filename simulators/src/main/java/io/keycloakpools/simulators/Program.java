package io.keycloakpools.simulators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

public final class Program {

  @FunctionalInterface
  public interface Start {
    AutoCloseable with(Map<String, String> options) throws Exception;
  }

  private Program() {}

  /** Returns only at the end; exits with 2 when an option is wrong. */
  public static void run(List<String> known, Start start, String... arguments) throws Exception {
    AutoCloseable simulator;
    try {
      simulator = start.with(options(known, arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator, stopped)));
    stopped.await();
  }

  private static void stop(AutoCloseable simulator, CountDownLatch stopped) {
    try {
      simulator.close();
    } catch (Exception e) {
      System.err.println(e);
    } finally {
      stopped.countDown();
    }
  }

  public static Map<String, String> options(List<String> known, String... arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "Cannot read " + arguments[i] + ". Options, each with a value: " + known);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  public static int port(Map<String, String> options, String otherwise) {
    try {
      return Integer.parseInt(options.getOrDefault("--port", otherwise));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--port takes a number", e);
    }
  }
}
