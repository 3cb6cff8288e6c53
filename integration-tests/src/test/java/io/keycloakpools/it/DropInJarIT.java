package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's class path is flat: our JARs must not bring classes that others may bring. */
class DropInJarIT {

  private static final String SHADED = "/shaded/";
  private static final Set<String> KEYCLOAK = classesOfKeycloak();

  static Iterable<Path> providers() {
    return RunningKeycloak.providers();
  }

  @ParameterizedTest
  @CsvSource({
    "auth0,Auth0UserPoolProviderFactory",
    "cognito,CognitoUserPoolProviderFactory",
    "rest,RestUserPoolProviderFactory"
  })
  void everyAdapterBringsItsPoolAndTheCoreBringsNone(String adapter, String factory)
      throws IOException {
    String service = "META-INF/services/org.keycloak.storage.UserStorageProviderFactory";
    assertThat(text(jar("user-storage-" + adapter), service).strip())
        .isEqualTo("io.keycloakpools.userstorage." + adapter + "." + factory);
    assertThat(text(jar("user-storage-core"), service)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth0", "rest"})
  void whatUsesTheLibrariesOfKeycloakBringsNone(String module) throws IOException {
    String own = "io/keycloakpools/userstorage/" + module + "/";
    assertThat(classes(jar("user-storage-" + module)))
        .isNotEmpty()
        .allMatch(name -> name.startsWith(own))
        .noneMatch(name -> name.contains(SHADED));
    assertThat(ownSize(jar("user-storage-" + module))).isLessThan(300 * 1024);
  }

  @Test
  void theCommonJarIsSmallAndBringsNoLibraryAndOneProvider() throws IOException {
    assertThat(classes(jar("common")))
        .allMatch(name -> name.startsWith("io/keycloakpools/common/"));
    assertThat(Files.size(jar("common"))).isLessThan(140 * 1024);
    try (ZipFile zip = new ZipFile(jar("common").toFile())) {
      assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .filteredOn(name -> name.startsWith("META-INF/services/"))
          .containsExactly(
              "META-INF/services/org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory");
    }
  }

  /** The circuit breaker's library, which Keycloak lacks. */
  @Test
  void theCoreBringsOneLibrary() throws IOException {
    Path jar = jar("user-storage-core");
    assertThat(classes(jar)).allMatch(name -> name.startsWith("io/keycloakpools/userstorage/"));
    assertThat(ownSize(jar)).isLessThan(480 * 1024);
    assertThat(classes(jar))
        .filteredOn(name -> name.contains(SHADED))
        .isNotEmpty()
        .allMatch(name -> name.contains(SHADED + "resilience4j/"));
  }

  /** The strength meter with its word lists. */
  @Test
  void thePasswordPolicyBringsOneLibraryAndItsLicence() throws IOException {
    Path jar = jar("password-policy");
    assertThat(classes(jar))
        .filteredOn(name -> name.contains(SHADED))
        .isNotEmpty()
        .allMatch(name -> name.contains(SHADED + "zxcvbn/"));
    assertThat(text(jar, "META-INF/LICENSE-zxcvbn4j.txt")).contains("Nulab");
    assertThat(ownSize(jar)).isLessThan(300 * 1024);
    assertThat(Files.size(jar)).isLessThan(1024 * 1024);
  }

  /** The JSON Schema validator, its date parser, and linear regular expressions. */
  @Test
  void theIdentityPoolsBringThreeLibraries() throws IOException {
    Path jar = jar("identity-pool-schema");
    assertThat(classes(jar))
        .filteredOn(name -> name.contains(SHADED))
        .isNotEmpty()
        .allMatch(name -> name.matches(".*" + SHADED + "(networknt|re2j|itu)/.*"));
    assertThat(text(jar, "META-INF/LICENSE-re2j.txt")).contains("The Go Authors");
    assertThat(text(jar, "draft/2020-12/schema")).isNotEmpty();
    assertThat(ownSize(jar)).isLessThan(600 * 1024);
  }

  /** Compressed bytes, without third-party code. */
  private static long ownSize(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.getName().contains(SHADED))
          .mapToLong(ZipEntry::getCompressedSize)
          .sum();
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void everyClassIsOurs(Path jar) throws IOException {
    assertThat(classes(jar)).isNotEmpty().allMatch(name -> name.startsWith("io/keycloakpools/"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noClassIsShippedByKeycloakOrByAnotherOfOurJars(Path jar) throws IOException {
    Set<String> others = new HashSet<>(KEYCLOAK);
    for (Path other : RunningKeycloak.providers()) {
      if (!other.equals(jar)) {
        others.addAll(classes(other));
      }
    }
    assertThat(others).hasSizeGreaterThan(10_000);
    others.retainAll(classes(jar));
    assertThat(others).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noServiceFileNamesAClassThatIsNotThere(Path jar) throws IOException {
    List<String> named = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().startsWith("META-INF/services/") || entry.isDirectory()) {
          continue;
        }
        text(jar, entry.getName())
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(name -> named.add(name.replace('.', '/') + ".class"));
      }
    }
    assertThat(named).isNotEmpty();
    assertThat(classes(jar)).containsAll(named);
  }

  /** See the module start-check, of which each JAR that needs another one has a copy. */
  @ParameterizedTest
  @MethodSource("providers")
  void everyJarDeclaresItselfAndChecksThatOthersAreThere(Path jar) throws IOException {
    Properties declared = new Properties();
    declared.load(new StringReader(text(jar, "META-INF/keycloak-pools.properties")));
    String name = declared.getProperty("name");
    assertThat(jar.getFileName().toString())
        .isEqualTo(name + "-" + declared.getProperty("version") + ".jar");
    if (name.equals("keycloak-pools-common")) {
      assertThat(declared.getProperty("needs")).isEmpty();
    } else {
      assertThat(declared.getProperty("needs").split(" ")).contains("keycloak-pools-common");
      assertThat(text(jar, "META-INF/services/org.keycloak.provider.Spi").lines())
          .filteredOn(spi -> spi.endsWith(".startcheck.StartCheck"))
          .hasSize(1);
    }
  }

  private static Path jar(String module) {
    List<Path> named =
        RunningKeycloak.providers().stream()
            .filter(jar -> jar.getFileName().toString().startsWith("keycloak-pools-" + module))
            .toList();
    assertThat(named).as("JARs of " + module).hasSize(1);
    return named.get(0);
  }

  private static String text(Path jar, String file) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(file);
      if (entry == null) {
        return "";
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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

  private static Set<String> classesOfKeycloak() {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
