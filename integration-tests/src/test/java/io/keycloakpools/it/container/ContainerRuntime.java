package io.keycloakpools.it.container;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.keycloakpools.harness.Logs;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.harness.server.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.MountableFile;

/**
 * The shipped image of the pack, {@code start --optimized}, beside a PostgreSQL.
 *
 * <p>It uses the machine's network with random ports, so that directories on the loopback interface
 * are reachable as from the distribution. Testcontainers removes leftovers when the virtual machine
 * ends.
 */
public final class ContainerRuntime implements KeycloakRuntime {
  private static final Duration START_LIMIT = Duration.ofMinutes(15);
  private static final int GRACE_SECONDS = 20;
  private static final String TRUSTED = "/opt/keycloak/conf/truststores/test.pem";

  private final ContainerImages images;
  private final Map<String, String> environment;
  private final Optional<Path> trusted;
  private final ContainerLog log;
  private final AdminAccount admin = AdminAccount.random();
  private final Ports ports = Ports.random();
  private final PostgresContainer database;
  private Optional<KeycloakContainer> keycloak = Optional.empty();
  private Duration startTime = Duration.ZERO;

  /**
   * Describes a runtime without starting it.
   *
   * @param environment of the server, besides the runtime's own
   * @param trusted a certificate in PEM that the server trusts
   * @param logFile output of the server, of all its starts
   */
  public ContainerRuntime(
      ContainerImages images,
      Map<String, String> environment,
      Optional<Path> trusted,
      Path logFile) {
    this.images = images;
    this.environment = Map.copyOf(environment);
    this.trusted = trusted;
    Logs.remove(logFile);
    this.log = new ContainerLog(logFile);
    this.database = new PostgresContainer(images.postgres());
  }

  @Override
  public void start() {
    if (running()) {
      return;
    }
    images.check();
    database.start();
    long begin = System.nanoTime();
    KeycloakContainer container = container();
    keycloak = Optional.of(container);
    try {
      container.start();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "Keycloak did not start in its container:\n" + Logs.tail(log.file()), e);
    }
    startTime = Duration.ofNanos(System.nanoTime() - begin);
  }

  private KeycloakContainer container() {
    KeycloakContainer container = new KeycloakContainer(images.keycloak());
    // Nothing to map: the network is the machine's.
    container.setExposedPorts(List.of());
    container
        .withNetworkMode("host")
        .withImagePullPolicy(PullPolicy.defaultPolicy())
        .withOptimizedFlag()
        .withAdminUsername(admin.username())
        .withAdminPassword(admin.password())
        .withEnv(database.environment())
        .withEnv("KC_HTTP_ENABLED", "true")
        .withEnv("KC_HTTP_HOST", "127.0.0.1")
        .withEnv("KC_HTTP_PORT", String.valueOf(ports.http()))
        .withEnv("KC_HTTP_MANAGEMENT_PORT", String.valueOf(ports.management()))
        .withEnv("KC_HOSTNAME_STRICT", "false")
        .withEnv("KC_CACHE", "local")
        .withEnv("JAVA_OPTS_APPEND", "-Xmx1g")
        .withEnv(environment)
        .withLogConsumer(log)
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(START_LIMIT));
    trusted.ifPresent(
        pem -> container.withCopyFileToContainer(MountableFile.forHostPath(pem, 0644), TRUSTED));
    return container;
  }

  @Override
  public void stop() {
    keycloak.ifPresent(
        container -> {
          if (container.isRunning()) {
            container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(GRACE_SECONDS)
                .exec();
          }
          container.stop();
        });
    keycloak = Optional.empty();
  }

  @Override
  public void kill() {
    // Testcontainers kills a container before it removes it.
    keycloak.ifPresent(KeycloakContainer::stop);
    keycloak = Optional.empty();
  }

  @Override
  public boolean running() {
    return keycloak.map(KeycloakContainer::isRunning).orElse(false);
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
    return admin;
  }

  @Override
  public String log() {
    return Logs.all(log.file());
  }

  @Override
  public Duration startTime() {
    return startTime;
  }

  @Override
  public void close() {
    stop();
    database.close();
  }
}
