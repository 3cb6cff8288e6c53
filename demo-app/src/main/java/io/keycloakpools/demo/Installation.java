package io.keycloakpools.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The build's output for the demo, in {@code target/demo}.
 *
 * @param keycloakZip the distribution, in the local Maven repository
 */
record Installation(Path keycloakZip, List<Path> providers, Path folder) {
  static final String FOLDER_PROPERTY = "keycloakpools.demo";

  static Installation built() {
    String folder = System.getProperty(FOLDER_PROPERTY);
    if (folder == null) {
      throw new Problem("Start the demo with the script ./demo at the root of the project.");
    }
    return in(Path.of(folder));
  }

  static Installation in(Path folder) {
    try (var jars = Files.list(folder.resolve("providers"))) {
      Path zip = Path.of(Files.readString(folder.resolve("keycloak-zip")).strip());
      if (!Files.isRegularFile(zip)) {
        throw new Problem("Keycloak's zip is gone from " + zip + ". Delete " + folder + ".");
      }
      return new Installation(zip, jars.sorted().toList(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The build left nothing to run in " + folder, e);
    }
  }
}
