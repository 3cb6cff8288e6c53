package io.keycloakpools.dist;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The zip has what it says, and says what it has. */
@DisabledIfSystemProperty(
    named = "keycloakpools.build",
    matches = "offline=true",
    disabledReason = "the list of the content is made only by a build that is not offline")
class DistributionTest {

  /** SPDX identifiers; a library under another licence is a decision, not an accident. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "ISC",
          "MIT",
          "MIT-0",
          "Unlicense",
          // BSD-3-Clause with the name of Google: META-INF/LICENSE-re2j.txt.
          "Go License");

  private static final Path ZIP = Path.of(System.getProperty("keycloakpools.zip"));

  @TempDir private static Path folder;

  private static Path content;
  private static Sbom sbom;
  private static Map<String, Jar> ours;
  private static Map<String, Jar> libraries;

  @BeforeAll
  static void unzip() throws IOException {
    String name = ZIP.getFileName().toString().replaceFirst("\\.zip$", "");
    try (FileSystem zip = FileSystems.newFileSystem(ZIP)) {
      Path root = zip.getPath("/");
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve(root.relativize(path).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy);
        }
      }
    }
    content = folder.resolve(name);
    sbom = Sbom.read(content.resolve(name + ".cdx.json"));
    try (Stream<Path> providers = Files.list(content.resolve("providers"))) {
      ours = byFileName(providers);
    }
    libraries =
        byFileName(
            Arrays.stream(
                    Files.readString(Path.of(System.getProperty("keycloakpools.libraries")))
                        .strip()
                        .split(File.pathSeparator))
                .map(Path::of));
  }

  @Test
  void theZipHasTheDropInJarsAndTheirPapers() throws IOException {
    assertThat(files())
        .map(name -> name.replaceFirst("-\\d.*\\.(jar|cdx\\.json)$", ".$1"))
        .containsExactlyInAnyOrder(
            "LICENSE",
            "NOTICE",
            "README.md",
            "SHA256SUMS",
            "THIRD-PARTY.txt",
            "keycloak-pools.cdx.json",
            "providers/keycloak-pools-common.jar",
            "providers/keycloak-pools-identity-pool-schema.jar",
            "providers/keycloak-pools-password-policy.jar",
            "providers/keycloak-pools-user-storage-auth0.jar",
            "providers/keycloak-pools-user-storage-cognito.jar",
            "providers/keycloak-pools-user-storage-core.jar",
            "providers/keycloak-pools-user-storage-rest.jar");
    assertThat(text("README.md")).doesNotContain("${");
  }

  /** In the form that {@code sha256sum -c} reads. */
  @Test
  void everyFileHasItsChecksum() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String file : files()) {
      if (!file.equals("SHA256SUMS")) {
        expected.put(file, sha256(content.resolve(file)));
      }
    }
    assertThat(checksums(text("SHA256SUMS"))).isEqualTo(expected);
    assertThat(checksums(Files.readString(ZIP.resolveSibling(ZIP.getFileName() + ".sha256"))))
        .isEqualTo(Map.of(ZIP.getFileName().toString(), sha256(ZIP)));
  }

  @Test
  void theListNamesTheJarsByTheirChecksums() throws IOException {
    Map<String, String> listed =
        sbom.components().stream()
            .filter(Sbom.Component::ours)
            .collect(toMap(jar -> "providers/" + jar.fileName(), Sbom.Component::sha256));
    Map<String, String> checksums = checksums(text("SHA256SUMS"));
    checksums.keySet().removeIf(name -> !name.startsWith("providers/"));
    assertThat(listed).isEqualTo(checksums);
  }

  @Test
  void whatIsInsideAJarIsWhatTheListSays() {
    for (Sbom.Component component : ours()) {
      Map<String, Set<String>> classes =
          sbom.librariesOf(component).stream()
              .collect(
                  toMap(
                      Sbom.Component::coordinates,
                      library -> libraries.get(library.fileName()).classes()));
      Set<String> foreign =
          ours.get(component.fileName()).classes().stream()
              .map(Relocations::original)
              .flatMap(Optional::stream)
              .collect(toSet());

      assertThat(classes.values().stream().flatMap(Set::stream).collect(toSet()))
          .as("classes of the libraries that are listed for %s", component.name())
          .containsAll(foreign);
      assertThat(classes)
          .as("libraries in %s", component.name())
          .allSatisfy((library, own) -> assertThat(own).as(library).containsAnyElementsOf(foreign));
    }
    assertThat(sbom.components().stream().filter(component -> !component.ours()))
        .hasSizeGreaterThan(30);
  }

  @Test
  void everyLicenceIsAllowed() {
    assertThat(sbom.components())
        .allSatisfy(
            component ->
                assertThat(component.licences())
                    .as(component.coordinates())
                    .isNotEmpty()
                    .isSubsetOf(ALLOWED));
  }

  @Test
  void thirdPartiesAreNamedOnceMoreForPeople() throws IOException {
    Set<String> named = new TreeSet<>();
    text("THIRD-PARTY.txt")
        .lines()
        .filter(line -> line.contains(" - http"))
        .map(line -> line.replaceFirst(".*\\(([^ ()]+) - http.*", "$1"))
        .forEach(named::add);
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            sbom.components().stream()
                .filter(component -> !component.ours())
                .map(Sbom.Component::coordinates)
                .toList());
  }

  @Test
  void eachJarHasItsPapers() {
    for (Sbom.Component component : ours()) {
      Jar jar = ours.get(component.fileName());
      assertThat(jar.papers())
          .as(component.name())
          .containsEntry("META-INF/LICENSE", text("LICENSE"))
          .containsEntry("META-INF/NOTICE", text("NOTICE"));
      sbom.librariesOf(component)
          .forEach(
              library ->
                  assertThat(jar.notices())
                      .as("notices of %s", library.coordinates())
                      .containsAll(libraries.get(library.fileName()).notices()));
    }
    // Those that ask for their text beside each copy.
    assertPaper("password-policy", "META-INF/LICENSE-zxcvbn4j.txt", "Nulab");
    assertPaper("identity-pool-schema", "META-INF/LICENSE-re2j.txt", "The Go Authors");
    assertPaper("identity-pool-schema", "META-INF/LICENSE-unicode.txt", "Unicode, Inc.");
    assertPaper("user-storage-cognito", "META-INF/FastDoubleParser-LICENSE", "Randelshofer");
  }

  private static void assertPaper(String module, String name, String holder) {
    assertThat(ours.values())
        .filteredOn(jar -> jar.fileName().startsWith("keycloak-pools-" + module))
        .singleElement()
        .satisfies(jar -> assertThat(jar.papers().get(name)).contains(holder));
  }

  private static Set<Sbom.Component> ours() {
    return sbom.components().stream().filter(Sbom.Component::ours).collect(toSet());
  }

  private static Map<String, Jar> byFileName(Stream<Path> jars) {
    return jars.filter(file -> file.toString().endsWith(".jar"))
        .map(Jar::read)
        .collect(toMap(Jar::fileName, Function.identity()));
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(content)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> content.relativize(path).toString())
          .collect(toSet());
    }
  }

  private static Map<String, String> checksums(String text) {
    return text.lines()
        .map(line -> line.split("  ", 2))
        .collect(toMap(parts -> parts[1], parts -> parts[0], (a, b) -> a + b, TreeMap::new));
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String file) {
    try {
      return Files.readString(content.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
