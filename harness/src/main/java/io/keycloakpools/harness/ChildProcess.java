package io.keycloakpools.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process that ends with us at the latest, together with the processes it started.
 *
 * <p>It inherits our environment but for what would change a server behind a test's back: settings
 * of Keycloak, Java and AWS.
 */
public final class ChildProcess {
  private static final List<String> NOT_INHERITED =
      List.of("KC_", "KEYCLOAK_", "QUARKUS_", "JAVA_OPTS", "JAVA_ADD_OPENS", "JAVA_LOCALE", "AWS_");

  private final Process process;
  private final Thread atExit;

  private ChildProcess(Process process) {
    this.process = process;
    this.atExit = new Thread(this::destroyAll, "end-child-" + process.pid());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts a command in a folder; both output streams are appended to the log file. */
  public static ChildProcess start(
      List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> NOT_INHERITED.stream().anyMatch(name::startsWith));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ChildProcess(builder.start());
  }

  /** Runs a command to its end; anything but success within that time is an exception. */
  public static void run(
      List<String> command, Map<String, String> environment, Path folder, Path log, Duration limit)
      throws IOException {
    String line = String.join(" ", command);
    ChildProcess process = start(command, environment, folder, log);
    if (!process.endsWithin(limit)) {
      process.kill();
      throw new IOException(line + " takes longer than " + limit + ":\n" + Logs.tail(log));
    }
    process.stop(Duration.ZERO);
    if (process.exitCode() != 0) {
      throw new IOException(line + " failed:\n" + Logs.tail(log));
    }
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Waits that long at most; true when it has ended. */
  public boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** The exit code of a process that has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Asks it to end, and ends it by force when it has not after that time. */
  public void stop(Duration grace) {
    process.destroy();
    if (!endsWithin(grace)) {
      kill();
    }
    forgetHook();
  }

  /** Ends it at once, without a chance to clean up. */
  public void kill() {
    CompletableFuture<?>[] ended =
        destroyAll().stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ended).get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Process " + process.pid() + " does not end", e);
    }
    forgetHook();
  }

  private List<ProcessHandle> destroyAll() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    return all;
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The virtual machine is ending: the hook runs, and finds nothing left to do.
    }
  }
}
