package io.keycloakpools.harness.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DistributionRuntimeTest {
  @TempDir Path folder;

  @Test
  void thePasswordIsInTheEnvironmentOnly() {
    DistributionSettings settings = settings(List.of(), List.of("--db=dev-mem"));
    AdminAccount admin = settings.admin();
    KeycloakCommand command = new KeycloakCommand(settings, Ports.random());

    assertThat(command.environment()).containsValue(admin.password());
    assertThat(command.line()).noneMatch(word -> word.contains(admin.password()));
    assertThat(admin.toString()).doesNotContain(admin.password());
  }

  @Test
  void settingsBecomeOptionsOfTheStart() {
    Ports ports = Ports.random();
    KeycloakCommand command = new KeycloakCommand(settings(List.of(), List.of()), ports);

    assertThat(command.line())
        .contains(
            "--http-port=" + ports.http(),
            "--http-management-port=" + ports.management(),
            "--log-level=info,a.b:debug",
            "--tracing-enabled=false");
    assertThat(command.environment()).containsEntry("JAVA_OPTS_APPEND", "-Xmx1g");
  }

  @Test
  void aServerOnTheDataOfAnotherHasItsAdministrator() {
    AdminAccount admin = AdminAccount.random();

    assertThat(DistributionRuntime.builder(Path.of("keycloak.zip")).admin(admin).settings().admin())
        .isEqualTo(admin);
  }

  @Test
  void aNodeOfAClusterListensForOthersOnThisMachineOnly() {
    DistributionRuntimeBuilder builder =
        DistributionRuntime.builder(Path.of("keycloak.zip"))
            .database(new Database("jdbc:postgresql://127.0.0.1:5432/db", "owner", "secret"))
            .nodeOfCluster(AdminAccount.random());
    Ports ports = Ports.random();
    KeycloakCommand command = new KeycloakCommand(builder.settings(), ports);

    assertThat(builder.settings().buildOptions()).contains("--db=postgres");
    assertThat(command.line())
        .contains(
            "--cache=ispn",
            "--cache-embedded-network-bind-address=127.0.0.1",
            "--cache-embedded-network-bind-port=" + ports.cluster())
        .doesNotContain("--cache=local")
        .noneMatch(word -> word.contains("secret"));
    assertThat(command.environment())
        .containsEntry("KC_DB_USERNAME", "owner")
        .containsEntry("KC_DB_PASSWORD", "secret");
  }

  @Test
  void theKeyDependsOnJarsAndBuildOptionsButNotOnTheirOrder() throws IOException {
    Path zip = Files.writeString(folder.resolve("keycloak.zip"), "zip");
    Path a = Files.writeString(folder.resolve("a.jar"), "a");
    Path b = Files.writeString(folder.resolve("b.jar"), "b");

    String key = key(zip, List.of(a, b), List.of("--x", "--y"));
    assertThat(key(zip, List.of(b, a), List.of("--y", "--x"))).isEqualTo(key);
    assertThat(key(zip, List.of(a), List.of("--x", "--y"))).isNotEqualTo(key);
    assertThat(key(zip, List.of(a, b), List.of("--x"))).isNotEqualTo(key);
  }

  @Test
  void aHomeOwnsItsConfigurationAndLinksTheRest() throws IOException {
    Path built = Files.createDirectory(folder.resolve("built"));
    for (String name : List.of("bin", "conf", "lib", "providers", "themes")) {
      Files.writeString(Files.createDirectory(built.resolve(name)).resolve("file"), name);
    }
    Files.writeString(built.resolve("bin/kc.sh"), "");
    Files.writeString(built.resolve("version.txt"), "");

    RunHome home = RunHome.create(built, Optional.of(folder.resolve("data")));
    Files.writeString(home.folder().resolve("conf/file"), "changed");
    Files.writeString(home.folder().resolve("data/h2"), "kept");
    assertThat(home.folder().resolve("lib/file")).hasContent("lib");
    home.delete();

    assertThat(home.folder()).doesNotExist();
    assertThat(built.resolve("conf/file")).hasContent("conf");
    assertThat(built.resolve("lib/file")).hasContent("lib");
    assertThat(folder.resolve("data/h2")).hasContent("kept");
  }

  @Test
  void theTopFolderOfTheZipIsLeftOutAndNothingLandsOutside() throws IOException {
    Zip.unpackWithoutTopFolder(zip("good.zip", "keycloak-1/bin/kc.sh"), folder.resolve("good"));
    Path evil = zip("evil.zip", "keycloak-1/../../evil");

    assertThat(folder.resolve("good/bin/kc.sh")).hasContent("text");
    assertThatThrownBy(() -> Zip.unpackWithoutTopFolder(evil, folder.resolve("bad")))
        .isInstanceOf(IOException.class);
  }

  private Path zip(String name, String entry) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write("text".getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String key(Path zip, List<Path> jars, List<String> options) throws IOException {
    return new BuiltDistribution(settings(zip, jars, options)).key();
  }

  private static DistributionSettings settings(List<Path> jars, List<String> buildOptions) {
    return settings(Path.of("keycloak.zip"), jars, buildOptions);
  }

  private static DistributionSettings settings(
      Path zip, List<Path> jars, List<String> buildOptions) {
    return new DistributionSettings(
        zip,
        jars,
        buildOptions,
        List.of("--tracing-enabled=false"),
        Map.of(),
        Map.of("a.b", "debug"),
        "-Xmx1g",
        AdminAccount.random(),
        Caches.LOCAL,
        Optional.empty(),
        Optional.empty(),
        Duration.ofMinutes(1),
        line -> {});
  }
}
