package io.keycloakpools.it.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An earlier version of the pack.
 *
 * @param keycloak its distribution
 * @param providers its JARs
 */
record PreviousVersion(Path keycloak, List<Path> providers) {

  /** A folder with Keycloak's zip, and the JARs in {@code providers/}. */
  private static final String PROPERTY = "keycloakpools.previous";

  /** The version built by {@code dist/check-upgrade}. */
  static PreviousVersion given() {
    Path folder =
        Optional.ofNullable(System.getProperty(PROPERTY))
            .map(Path::of)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        PROPERTY + " names no folder with an earlier version: dist/check-upgrade"));
    List<Path> zips = files(folder, ".zip");
    List<Path> jars = files(folder.resolve("providers"), ".jar");
    if (zips.size() != 1 || jars.isEmpty()) {
      throw new IllegalStateException(
          folder
              + " should have one zip, and JARs in providers/, but has "
              + zips
              + " and "
              + jars);
    }
    return new PreviousVersion(zips.get(0), jars);
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
