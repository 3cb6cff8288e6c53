package io.keycloakpools.it.peers;

import io.keycloakpools.harness.BuildCache;
import io.keycloakpools.harness.CacheKey;
import io.keycloakpools.harness.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pinned npm project with {@code node_modules} in the cache. */
record NodeProject(Path folder) {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc");

  /** The folder with {@code node_modules}: the project's own if it has one. */
  Path installed(BuildCache cache) throws IOException {
    if (Files.isDirectory(folder.resolve("node_modules"))) {
      return folder;
    }
    return cache.folder(key(), this::install);
  }

  /** The obstacle in a sentence; empty if it can run. Installs it if necessary. */
  Optional<String> unavailable() {
    try {
      nodeVersion();
    } catch (IOException e) {
      return Optional.of("Node.js is not there: " + e.getMessage());
    }
    try {
      Path unused = installed(BuildCache.ofUser());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(folder.getFileName() + " cannot be installed: " + e.getMessage());
    }
  }

  String key() throws IOException {
    return CacheKey.of("npm").addFile(folder.resolve("package-lock.json")).folderName();
  }

  private static void nodeVersion() throws IOException {
    Path log = Files.createTempFile("node-version", ".log");
    try {
      ChildProcess.run(List.of("node", "--version"), Map.of(), log.getParent(), log, LIMIT);
    } finally {
      Files.delete(log);
    }
  }

  private void install(Path target) throws IOException {
    for (String name : FILES) {
      if (Files.exists(folder.resolve(name))) {
        Files.copy(folder.resolve(name), target.resolve(name));
      }
    }
    ChildProcess.run(
        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        Map.of(),
        target,
        target.resolve("npm-ci.log"),
        LIMIT);
  }
}
