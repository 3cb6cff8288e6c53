package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.harness.server.ContainerImages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What decides whether tests run in containers, where nobody chose. */
final class RuntimeChoiceIT {
  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> RuntimeChoice.of("podman"))
        .hasMessage("keycloak.runtime can be distribution or container, not podman");
  }

  @Tag("smoke")
  @Test
  @EnabledIfSystemProperty(
      named = "keycloak.runtime",
      matches = "container",
      disabledReason = "There need not be an image")
  void theImageOfThisRunHasTheJarsOfThisBuild() {
    ContainerImages images = RuntimeChoice.images();
    List<Path> jars = RunningKeycloak.providers();

    assertThat(images.obstacle(jars)).isEmpty();
    assertThat(images.obstacle(jars.subList(1, jars.size())))
        .hasValueSatisfying(why -> assertThat(why).contains("has other JARs", "docker/check"));
    assertThat(new ContainerImages("nobody/made-this", images.postgres()).obstacle(jars))
        .hasValueSatisfying(why -> assertThat(why).contains("no image nobody/made-this"));
    assertThat(new ContainerImages(images.keycloak(), "nobody/made-this").obstacle(jars))
        .hasValueSatisfying(why -> assertThat(why).contains("no image nobody/made-this"));
  }
}
