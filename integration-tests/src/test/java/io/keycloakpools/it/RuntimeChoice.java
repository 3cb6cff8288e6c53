package io.keycloakpools.it;

import io.keycloakpools.it.container.ContainerImages;
import java.util.Optional;
import java.util.stream.Stream;

/** The property {@code keycloak.runtime}. */
enum RuntimeChoice {
  /** A child process, from the zip: for every test. */
  DISTRIBUTION("distribution"),

  /** The pack's image: for tests tagged {@code smoke}. */
  CONTAINER("container"),

  /** The build's default: skips these tests where the image cannot run. */
  CONTAINER_IF_THERE("container-if-there");

  private final String value;

  RuntimeChoice(String value) {
    this.value = value;
  }

  /**
   * The choice of this run, or the distribution.
   *
   * @throws IllegalArgumentException if the choice does not exist
   */
  static RuntimeChoice made() {
    return of(System.getProperty("keycloak.runtime", DISTRIBUTION.value));
  }

  static RuntimeChoice of(String value) {
    return Stream.of(values())
        .filter(choice -> choice.value.equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "keycloak.runtime can be distribution or container, not " + value));
  }

  /** The obstacle to the default; empty if there is none, or if the choice is explicit. */
  static Optional<String> obstacle() {
    return made() == CONTAINER_IF_THERE ? Containers.OBSTACLE : Optional.empty();
  }

  static ContainerImages images() {
    ContainerImages there =
        ContainerImages.withAnyPostgres(
            System.getProperty("keycloak.image", "keycloak-pools/keycloak"));
    return new ContainerImages(
        there.keycloak(), System.getProperty("postgres.image", there.postgres()));
  }

  /** Looked for once a run, and only on demand. */
  private static final class Containers {
    static final Optional<String> OBSTACLE = images().obstacle(RunningKeycloak.providers());
  }
}
