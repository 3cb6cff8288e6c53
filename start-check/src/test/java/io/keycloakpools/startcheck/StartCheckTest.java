package io.keycloakpools.startcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.provider.Spi;

final class StartCheckTest {

  @TempDir private Path folder;

  @Test
  void jarsSayWhatTheyAreAndNeed() throws IOException {
    try (URLClassLoader jars =
        new URLClassLoader(
            new URL[] {
              jar("a", "name=a\nversion=1.0\nneeds=\n"),
              jar("b", "name=b\nversion=1.1\nneeds=a c\n"),
              jar("c", "name=c\nversion=1.1\n")
            },
            null)) {
      assertThat(DeclaredJar.on(jars))
          .containsExactly(
              new DeclaredJar("a", "1.0", List.of()),
              new DeclaredJar("b", "1.1", List.of("a", "c")),
              new DeclaredJar("c", "1.1", List.of()));
    }
  }

  @Test
  void thisModuleIsDeclaredByMaven() throws IOException {
    assertThat(DeclaredJar.on(StartCheck.class.getClassLoader()))
        .singleElement()
        .satisfies(
            jar -> {
              assertThat(jar.file()).matches("keycloak-pools-start-check-\\d.*\\.jar");
              assertThat(jar.needs()).isEmpty();
            });
  }

  @Test
  void keycloakFindsAnSpiWithoutProviders() {
    assertThat(ServiceLoader.load(Spi.class))
        .filteredOn(StartCheck.class::isInstance)
        .singleElement()
        .satisfies(
            spi -> {
              assertThat(spi.getName()).isEqualTo("keycloak-pools-start-check");
              assertThat(ServiceLoader.load(spi.getProviderFactoryClass())).isEmpty();
            });
  }

  private URL jar(String name, String declaration) throws IOException {
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.resolve("META-INF"));
    Files.writeString(jar.resolve("META-INF/keycloak-pools.properties"), declaration);
    return jar.toUri().toURL();
  }
}
