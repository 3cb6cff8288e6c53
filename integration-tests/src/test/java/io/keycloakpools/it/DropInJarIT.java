package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keycloak's class path is flat: a JAR of ours must not bring a class that somebody else may bring.
 */
class DropInJarIT {

  static Iterable<Path> providers() {
    return RunningKeycloak.providers();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void everyClassIsOurs(Path jar) throws IOException {
    assertThat(classes(jar)).isNotEmpty().allMatch(name -> name.startsWith("io/keycloakpools/"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noClassIsShippedByKeycloakOrByAnotherOfOurJars(Path jar) throws IOException {
    Set<String> others = classesOfKeycloak();
    for (Path other : RunningKeycloak.providers()) {
      if (!other.equals(jar)) {
        others.addAll(classes(other));
      }
    }
    assertThat(others).hasSizeGreaterThan(10_000);
    assertThat(classes(jar)).doesNotContainAnyElementsOf(others);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noServiceFileNamesAClassThatIsNotThere(Path jar) throws IOException {
    Set<String> classes = classes(jar);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().startsWith("META-INF/services/") || entry.isDirectory()) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .forEach(name -> assertThat(classes).contains(name.replace('.', '/') + ".class"));
        }
      }
    }
  }

  private static Set<String> classes(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> classesOfKeycloak() throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipFile distribution = new ZipFile(System.getProperty("keycloak.dist.zip"))) {
      for (ZipEntry jar : distribution.stream().toList()) {
        if (!jar.getName().endsWith(".jar")) {
          continue;
        }
        ZipInputStream content = new ZipInputStream(distribution.getInputStream(jar));
        for (ZipEntry entry = content.getNextEntry();
            entry != null;
            entry = content.getNextEntry()) {
          if (entry.getName().endsWith(".class")) {
            names.add(entry.getName());
          }
        }
      }
    }
    return names;
  }
}
