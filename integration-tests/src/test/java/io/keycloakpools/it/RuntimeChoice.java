package io.keycloakpools.it;

import io.keycloakpools.it.container.ContainerImages;
import java.util.Optional;
import java.util.stream.Stream;

/** The property {@code keycloak.runtime}: what Keycloak runs in. */
enum RuntimeChoice {
  /** A child process, from the zip: for every test. */
  DISTRIBUTION("distribution"),

  /** The pack's image: for tests that are tagged {@code smoke}. */
  CONTAINER("container"),

  /** The same, but tests are skipped where it cannot run: what the build does by itself. */
  CONTAINER_IF_THERE("container-if-there");

  private final String value;

  RuntimeChoice(String value) {
    this.value = value;
  }

  /**
   * What this run was told, or else the distribution.
   *
   * @throws IllegalArgumentException when it was told something that does not exist
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

  /** Why this run cannot do what it would do by itself; empty if it can, or was told to. */
  static Optional<String> obstacle() {
    return made() == CONTAINER_IF_THERE ? Containers.OBSTACLE : Optional.empty();
  }

  /** The properties {@code keycloak.image} and {@code postgres.image}, or what is there. */
  static ContainerImages images() {
    ContainerImages there =
        ContainerImages.withAnyPostgres(
            System.getProperty("keycloak.image", "keycloak-pools/keycloak"));
    return new ContainerImages(
        there.keycloak(), System.getProperty("postgres.image", there.postgres()));
  }

  /** Looked for once a run, and only if somebody asks. */
  private static final class Containers {
    static final Optional<String> OBSTACLE = images().obstacle(RunningKeycloak.providers());
  }
}
