package io.keycloakpools.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir private Path folder;

  @BeforeEach
  void build() throws IOException {
    Files.createDirectory(folder.resolve("providers"));
    Files.writeString(folder.resolve("providers/core.jar"), "");
    Files.writeString(folder.resolve("providers/cognito.jar"), "");
    Files.writeString(folder.resolve("keycloak-zip"), folder.resolve("keycloak.zip") + "\n");
  }

  @Test
  void zipAndJarsAreFound() throws IOException {
    Path zip = Files.createFile(folder.resolve("keycloak.zip"));
    Installation found = Installation.in(folder);
    assertThat(found.keycloakZip()).isEqualTo(zip);
    assertThat(found.providers())
        .containsExactly(
            folder.resolve("providers/cognito.jar"), folder.resolve("providers/core.jar"));
  }

  @Test
  void aLocalRepositoryThatWasCleanedIsAProblem() {
    assertThatThrownBy(() -> Installation.in(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Keycloak's zip is gone from " + folder.resolve("keycloak.zip"));
  }
}
