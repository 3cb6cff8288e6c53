package io.keycloakpools.harness.server;

import io.keycloakpools.harness.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The home folder of one run: its own configuration and data, and links to what never changes.
 *
 * <p>{@code kc.sh} takes the folder above its own, links resolved, for the home; so the script is a
 * copy.
 */
record RunHome(Path folder) {
  private static final List<String> LINKED = List.of("lib", "providers", "themes");

  static RunHome create(Path built, Optional<Path> dataFolder) throws IOException {
    Path home = Files.createTempDirectory("keycloak-run-").toRealPath();
    Files.createDirectory(home.resolve("bin"));
    Files.copy(built.resolve("bin/kc.sh"), home.resolve("bin/kc.sh"));
    Files.copy(built.resolve("version.txt"), home.resolve("version.txt"));
    Folders.copy(built.resolve("conf"), home.resolve("conf"));
    for (String name : LINKED) {
      Files.createSymbolicLink(home.resolve(name), built.resolve(name).toAbsolutePath());
    }
    if (dataFolder.isPresent()) {
      Files.createDirectories(dataFolder.get());
      Files.createSymbolicLink(home.resolve("data"), dataFolder.get());
    }
    return new RunHome(home);
  }

  Path log() {
    return folder.resolve("keycloak.log");
  }

  void delete() throws IOException {
    Folders.delete(folder);
  }
}
