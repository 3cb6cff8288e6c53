package io.keycloakpools.it.container;

import com.github.dockerjava.api.exception.NotFoundException;
import io.keycloakpools.harness.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * Images of a {@link ContainerRuntime}.
 *
 * @param keycloak the image of {@code docker/Dockerfile}, built for PostgreSQL
 * @param postgres the official image {@code postgres}, or one with the same variables
 */
public record ContainerImages(String keycloak, String postgres) {
  private static final String LIST = "sha256sum /opt/keycloak/providers/*.jar";
  private static final List<String> POSTGRES = List.of("postgres:17", "keycloak-pools/postgres");

  /**
   * Keycloak's image, and the engine's PostgreSQL image: the official one, else the stand-in, and
   * the official one if it has neither.
   */
  public static ContainerImages withAnyPostgres(String keycloak) {
    String postgres =
        engineAnswers()
            ? POSTGRES.stream().filter(ContainerImages::isThere).findFirst().orElse(POSTGRES.get(0))
            : POSTGRES.get(0);
    return new ContainerImages(keycloak, postgres);
  }

  /**
   * The reason why the images cannot run here, or would not test the JARs.
   *
   * @param jars the exact content of {@code providers/} in Keycloak's image
   * @return a sentence with the remedy; empty if they can run
   */
  public Optional<String> obstacle(Collection<Path> jars) {
    if (!engineAnswers()) {
      return Optional.of("No Docker engine answers: docker/engine starts one.");
    }
    if (!isThere(keycloak)) {
      return Optional.of("Docker has no image " + keycloak + ": docker/check builds it.");
    }
    if (!isThere(postgres)) {
      return Optional.of("Docker has no image " + postgres + ": docker/check brings it.");
    }
    return lines(jars).equals(linesOfImage())
        ? Optional.empty()
        : Optional.of("The image " + keycloak + " has other JARs: docker/check builds it anew.");
  }

  /**
   * Checks that the engine has Keycloak's image, because no registry has it.
   *
   * @throws IllegalStateException if no engine answers, or it lacks the image
   */
  void check() {
    if (!isThere(keycloak)) {
      throw new IllegalStateException(
          "Docker has no image " + keycloak + ". Build it as docs/run/docker.md says.");
    }
  }

  /** Checksums and names, in the format of {@code sha256sum}. */
  private static Set<String> lines(Collection<Path> files) {
    return files.stream()
        .map(file -> checksum(file) + " " + file.getFileName())
        .collect(Collectors.toSet());
  }

  private static String checksum(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> linesOfImage() {
    try (GenericContainer<?> list = new GenericContainer<>(DockerImageName.parse(keycloak))) {
      list.withCreateContainerCmdModifier(create -> create.withEntrypoint("bash", "-c", LIST))
          // Some engines have no network of their own.
          .withNetworkMode("none")
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy())
          .start();
      return list.getLogs()
          .lines()
          .map(line -> line.replaceFirst(" .*/", " "))
          .collect(Collectors.toSet());
    }
  }

  private static boolean engineAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  private static boolean isThere(String image) {
    try {
      DockerClientFactory.instance().client().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
