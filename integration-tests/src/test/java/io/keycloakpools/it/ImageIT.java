package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.ContainerConfig;
import io.keycloakpools.it.container.ContainerImages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.DockerClientFactory;

@Tag("smoke")
@EnabledIfSystemProperty(
    named = "keycloak.runtime",
    matches = "container",
    disabledReason = "There need not be an image")
final class ImageIT {
  private final ContainerImages images = RuntimeChoice.images();

  /** Decides whether tests run in containers by default. */
  @Test
  void hasTheJarsOfThisBuild() {
    List<Path> jars = RunningKeycloak.providers();

    assertThat(images.obstacle(jars)).isEmpty();
    assertThat(images.obstacle(jars.subList(1, jars.size())))
        .hasValueSatisfying(why -> assertThat(why).contains("has other JARs", "docker/check"));
    assertThat(new ContainerImages("nobody/made-this", images.postgres()).obstacle(jars))
        .hasValueSatisfying(why -> assertThat(why).contains("no image nobody/made-this"));
    assertThat(new ContainerImages(images.keycloak(), "nobody/made-this").obstacle(jars))
        .hasValueSatisfying(why -> assertThat(why).contains("no image nobody/made-this"));
  }

  @Test
  void runsWithoutRootAsItWasBuiltAndTellsOfItself() {
    ContainerConfig config =
        DockerClientFactory.instance()
            .client()
            .inspectImageCmd(images.keycloak())
            .exec()
            .getConfig();

    assertThat(config.getUser()).isEqualTo("1000");
    assertThat(config.getCmd()).containsExactly("start", "--optimized");
    assertThat(config.getHealthcheck().getTest()).last().asString().contains("/health/ready");
    assertThat(config.getLabels())
        .containsEntry("org.opencontainers.image.title", "Keycloak Pools")
        .containsEntry("org.opencontainers.image.licenses", "Apache-2.0")
        .containsKeys(
            "org.opencontainers.image.version",
            "org.opencontainers.image.revision",
            "org.opencontainers.image.base.name");
  }
}
