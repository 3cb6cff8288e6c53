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
 * A process that ends with this JVM at the latest, together with the processes it started.
 *
 * <p>It inherits the environment, except settings of Keycloak, Java and AWS, which would change a
 * server behind a test's back.
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

  /** Runs a command to its end; throws unless it succeeds in time. */
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

  public boolean alive() {
    return process.isAlive();
  }

  public boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  public int exitCode() {
    return process.exitValue();
  }

  /** Ends the process by force if it does not end in that time. */
  public void stop(Duration grace) {
    process.destroy();
    if (!endsWithin(grace)) {
      kill();
    }
    forgetHook();
  }

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
