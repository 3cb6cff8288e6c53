package io.keycloakpools.it.container;

import io.keycloakpools.harness.FreePorts;
import io.keycloakpools.harness.server.AdminAccount;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A database for a {@link ContainerRuntime}, on a port of the loopback interface. */
final class PostgresContainer implements AutoCloseable {
  private static final String NAME = "keycloak";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  private final GenericContainer<?> container;
  private final String password = AdminAccount.random().password();
  private final String port = String.valueOf(FreePorts.any());

  PostgresContainer(String image) {
    container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withNetworkMode("host")
            .withEnv("POSTGRES_USER", NAME)
            .withEnv("POSTGRES_PASSWORD", password)
            .withEnv("POSTGRES_DB", NAME)
            .withEnv("PGPORT", port)
            // These data need not survive a crash.
            .withCommand("postgres", "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off")
            .waitingFor(
                Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1")
                    .withStartupTimeout(START_LIMIT));
  }

  void start() {
    container.start();
  }

  Map<String, String> environment() {
    return Map.of(
        "KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME,
        "KC_DB_USERNAME", NAME,
        "KC_DB_PASSWORD", password);
  }

  @Override
  public void close() {
    container.close();
  }
}
