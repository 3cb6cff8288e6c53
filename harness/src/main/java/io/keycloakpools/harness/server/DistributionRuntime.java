package io.keycloakpools.harness.server;

import io.keycloakpools.harness.BuildCache;
import io.keycloakpools.harness.ChildProcess;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.Logs;
import io.keycloakpools.harness.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Keycloak from its distribution zip, as a child process on random loopback ports.
 *
 * <p>{@code kc.sh build} takes the better part of a minute, so its result is cached by the content
 * of the zip, the JARs and the build options; each run has a home of its own.
 */
public final class DistributionRuntime implements KeycloakRuntime {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final List<String> PORT_TAKEN = List.of("already in use", "already bound");

  private final DistributionSettings settings;
  private final Thread atExit = new Thread(this::abandon, "delete-keycloak-home");
  private RunHome home;
  private Ports ports;
  private ChildProcess process;
  private Duration startTime = Duration.ZERO;

  DistributionRuntime(DistributionSettings settings) {
    this.settings = settings;
  }

  public static DistributionRuntimeBuilder builder(Path distributionZip) {
    return new DistributionRuntimeBuilder(distributionZip);
  }

  /** Unpacks and builds now what {@link #start()} would build first, unless it is cached. */
  public void prepare() {
    try {
      if (home == null) {
        Path built = new BuiltDistribution(settings).folder(BuildCache.ofUser());
        home = RunHome.create(built, settings.dataFolder());
        Runtime.getRuntime().addShutdownHook(atExit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void start() {
    if (running()) {
      return;
    }
    prepare();
    settings.progress().accept("Starting Keycloak");
    if (ports == null) {
      ports = Ports.random();
    }
    if (!started()) {
      ports = Ports.random();
      if (!started()) {
        throw new IllegalStateException("Keycloak found its ports taken twice" + tail());
      }
    }
    settings
        .progress()
        .accept("Keycloak is ready at " + baseUrl() + " after " + startTime.toSeconds() + " s");
  }

  /** Returns false when another process took a port between our choice and the server's start. */
  private boolean started() {
    long begin = System.nanoTime();
    int logged = log().length();
    try {
      KeycloakCommand command = new KeycloakCommand(settings, ports);
      process = ChildProcess.start(command.line(), command.environment(), home.folder(), logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Readiness.Result result = new Readiness(process, this::health).await(settings.startTimeout());
    startTime = Duration.ofNanos(System.nanoTime() - begin);
    return switch (result) {
      case READY -> true;
      case DIED -> portTaken(log().substring(logged));
      case TOO_LATE -> tooLate();
    };
  }

  private HttpResponse<String> health() {
    URI health = URI.create(managementUrl() + "/health/ready");
    return JsonHttp.text(JsonHttp.request(health).timeout(Duration.ofSeconds(5)).build());
  }

  private boolean portTaken(String output) {
    process.stop(Duration.ZERO);
    if (PORT_TAKEN.stream().noneMatch(output::contains)) {
      throw new IllegalStateException(
          "Keycloak ended with " + process.exitCode() + " instead of starting" + tail());
    }
    return false;
  }

  private boolean tooLate() {
    process.kill();
    throw new IllegalStateException(
        "Keycloak was not ready after " + settings.startTimeout() + tail());
  }

  private String tail() {
    return ":\n" + Logs.tail(logFile());
  }

  @Override
  public void stop() {
    if (process != null) {
      process.stop(GRACE);
    }
  }

  @Override
  public void kill() {
    if (process != null) {
      process.kill();
    }
  }

  public void export(String realm, Path file) {
    prepare();
    KeycloakCommand command = new KeycloakCommand(settings, Ports.random());
    Path log = home.folder().resolve("export.log");
    try {
      ChildProcess.run(
          command.export(realm, file),
          command.environment(),
          home.folder(),
          log,
          settings.startTimeout());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean running() {
    return process != null && process.alive();
  }

  @Override
  public URI baseUrl() {
    return ports.baseUrl();
  }

  @Override
  public URI managementUrl() {
    return ports.managementUrl();
  }

  @Override
  public AdminAccount admin() {
    return settings.admin();
  }

  @Override
  public String log() {
    return home == null ? "" : Logs.all(logFile());
  }

  public Path logFile() {
    return settings.logFile().orElseGet(home::log);
  }

  /** The data of this run: the H2 files, and files of providers beside them. */
  public Path dataFolder() {
    return settings.dataFolder().orElseGet(() -> home.folder().resolve("data"));
  }

  @Override
  public Duration startTime() {
    return startTime;
  }

  @Override
  public void close() {
    stop();
    deleteHome();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The virtual machine is ending: the hook finds nothing left to do.
    }
  }

  private void abandon() {
    kill();
    deleteHome();
  }

  private void deleteHome() {
    try {
      if (home != null) {
        home.delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
