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
 * What a {@link ContainerRuntime} runs.
 *
 * @param keycloak the image of {@code docker/Dockerfile}, built for PostgreSQL
 * @param postgres the official image {@code postgres}, or one that takes the same variables
 */
public record ContainerImages(String keycloak, String postgres) {
  private static final String LIST = "sha256sum /opt/keycloak/providers/*.jar";
  private static final List<String> POSTGRES = List.of("postgres:17", "keycloak-pools/postgres");

  /**
   * The image of Keycloak, and of those of PostgreSQL that this project knows the one that the
   * engine has: the official one before the stand-in, and the official one if it has neither.
   */
  public static ContainerImages withAnyPostgres(String keycloak) {
    String postgres =
        engineAnswers()
            ? POSTGRES.stream().filter(ContainerImages::isThere).findFirst().orElse(POSTGRES.get(0))
            : POSTGRES.get(0);
    return new ContainerImages(keycloak, postgres);
  }

  /**
   * Why they cannot be run here as they are, or would not show what the JARs do.
   *
   * @param jars what Keycloak's image has to have in its {@code providers/}, and nothing else
   * @return a sentence for people with what to do, or nothing if they can be run
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
   * Looks whether the engine has Keycloak's image, for no registry does.
   *
   * @throws IllegalStateException when no engine answers, or it has no such image
   */
  void check() {
    if (!isThere(keycloak)) {
      throw new IllegalStateException(
          "Docker has no image " + keycloak + ". Build it as docs/run/docker.md says.");
    }
  }

  /** Checksum and name of each, as {@code sha256sum} prints them. */
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
