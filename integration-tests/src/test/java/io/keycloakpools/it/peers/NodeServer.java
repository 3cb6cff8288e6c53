package io.keycloakpools.it.peers;

import io.keycloakpools.harness.BuildCache;
import io.keycloakpools.harness.ChildProcess;
import io.keycloakpools.harness.Folders;
import io.keycloakpools.harness.Logs;
import io.keycloakpools.harness.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A server in a pinned npm project as a child process, its files in a folder of the run. */
public final class NodeServer implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final NodeProject project;
  private Path work;
  private ChildProcess process;

  /** Pinned by the folder's {@code package-lock.json}; not started. */
  public NodeServer(Path projectFolder) {
    this.project = new NodeProject(projectFolder.toAbsolutePath());
  }

  /** The obstacle in a sentence; empty if it can run. Installs it if necessary. */
  public Optional<String> unavailable() {
    return project.unavailable();
  }

  /** The folder {@code node_modules}, installed if missing. */
  public Path modules() throws IOException {
    return project.installed(BuildCache.ofUser()).resolve("node_modules");
  }

  /** The folder of the run, which {@link #close()} deletes. */
  public Path work() throws IOException {
    if (work == null) {
      work = Files.createTempDirectory(name() + "-");
    }
    return work;
  }

  /** Starts a script in the folder of the run and waits for the health check. */
  public void start(
      Path script, Map<String, String> environment, Supplier<HttpResponse<String>> health)
      throws IOException {
    List<String> command = List.of("node", script.toAbsolutePath().toString());
    process = ChildProcess.start(command, environment, work(), logFile());
    if (new Readiness(process, health).await(TIMEOUT) != Readiness.Result.READY) {
      process.kill();
      throw new IllegalStateException(name() + " does not answer:\n" + Logs.tail(logFile()));
    }
  }

  /** Ends the server; the folder of the run stays. */
  public void stop() {
    if (process != null) {
      process.stop(GRACE);
    }
  }

  public boolean running() {
    return process != null && process.alive();
  }

  public String log() {
    return work == null ? "" : Logs.all(logFile());
  }

  @Override
  public void close() {
    stop();
    try {
      if (work != null) {
        Folders.delete(work);
        work = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return project.folder().getFileName().toString();
  }

  private Path logFile() {
    return work.resolve(name() + ".log");
  }
}
