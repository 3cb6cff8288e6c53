package io.keycloakpools.harness.server;

import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;

/**
 * What a {@link ContainerRuntime} runs.
 *
 * @param keycloak the image of {@code docker/Dockerfile}, built for PostgreSQL
 * @param postgres the official image {@code postgres}, or one that takes the same variables
 */
public record ContainerImages(String keycloak, String postgres) {
  /**
   * Looks whether the engine has Keycloak's image, for no registry does.
   *
   * @throws IllegalStateException when no engine answers, or it has no such image
   */
  void check() {
    try {
      DockerClientFactory.instance().client().inspectImageCmd(keycloak).exec();
    } catch (NotFoundException e) {
      throw new IllegalStateException(
          "Docker has no image " + keycloak + ". Build it as docs/docker.md says.", e);
    }
  }
}
