package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.harness.server.DistributionRuntime;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kc.sh build} names a JAR that is missing, or of another version than ours. */
class StartCheckIT {

  private static final String REMEDY =
      "All JARs of Keycloak Pools must be of one version: copy those that you need from one release"
          + " to providers/, remove the others, and run kc.sh build.";

  @TempDir private Path folder;

  @Test
  void aMissingCommonJarIsNamed() {
    List<Path> jars = others("common").toList();

    assertThatThrownBy(() -> build(jars))
        .hasMessageContaining("kc.sh build ")
        .hasMessageContaining(
            file("identity-pool-schema")
                + ", "
                + file("password-policy")
                + ", "
                + file("user-storage-auth0")
                + ", "
                + file("user-storage-cognito")
                + ", "
                + file("user-storage-core")
                + ", "
                + file("user-storage-rest")
                + " cannot work without "
                + file("common")
                + ", which is missing or too old to tell its version. "
                + REMEDY);
  }

  @Test
  void anOlderCommonJarAndAMissingCoreAreNamed() throws IOException {
    List<Path> jars = List.of(older(jar("common")), jar("user-storage-rest"));

    assertThatThrownBy(() -> build(jars))
        .hasMessageContaining("kc.sh build ")
        .hasMessageContaining(
            file("user-storage-rest")
                + " cannot work without "
                + file("common")
                + ", but keycloak-pools-common-0.0.1.jar is there.")
        .hasMessageContaining(
            file("user-storage-rest")
                + " cannot work without "
                + file("user-storage-core")
                + ", which is missing")
        .hasMessageContaining(REMEDY);
  }

  private static void build(List<Path> jars) {
    DistributionRuntime.builder(Path.of(System.getProperty("keycloak.dist.zip")))
        .providers(jars)
        .build()
        .prepare();
  }

  private Path older(Path jar) throws IOException {
    Path older = Files.copy(jar, folder.resolve("keycloak-pools-common-0.0.1.jar"));
    try (FileSystem content = FileSystems.newFileSystem(older)) {
      Files.writeString(
          content.getPath("META-INF", "keycloak-pools.properties"),
          "name=keycloak-pools-common\nversion=0.0.1\nneeds=\n");
    }
    return older;
  }

  private static Stream<Path> others(String module) {
    return RunningKeycloak.providers().stream().filter(jar -> !jar.equals(jar(module)));
  }

  private static String file(String module) {
    return jar(module).getFileName().toString();
  }

  private static Path jar(String module) {
    return RunningKeycloak.providers().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("keycloak-pools-" + module + "-"))
        .findFirst()
        .orElseThrow();
  }
}
