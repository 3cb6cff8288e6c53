package io.keycloakpools.harness.cognito;

import io.keycloakpools.harness.BuildCache;
import io.keycloakpools.harness.CacheKey;
import io.keycloakpools.harness.ChildProcess;
import io.keycloakpools.harness.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A pinned npm project whose {@code node_modules} are installed into the cache. */
record NodeProject(Path folder) {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc");

  /** The folder with {@code node_modules}: the project's own if there is one. */
  Path installed(BuildCache cache) throws IOException {
    if (Files.isDirectory(folder.resolve("node_modules"))) {
      return folder;
    }
    return cache.folder(key(), this::install);
  }

  String key() throws IOException {
    return CacheKey.of("npm").addFile(folder.resolve("package-lock.json")).folderName();
  }

  private void install(Path target) throws IOException {
    for (String name : FILES) {
      if (Files.exists(folder.resolve(name))) {
        Files.copy(folder.resolve(name), target.resolve(name));
      }
    }
    run(
        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        target,
        target.resolve("npm-ci.log"));
  }

  static void run(List<String> command, Path folder, Path log) throws IOException {
    ChildProcess process = ChildProcess.start(command, Map.of(), folder, log);
    if (!process.endsWithin(LIMIT)) {
      process.kill();
      throw new IOException(String.join(" ", command) + " takes longer than " + LIMIT);
    }
    process.stop(Duration.ZERO);
    if (process.exitCode() != 0) {
      throw new IOException(String.join(" ", command) + " failed:\n" + Logs.tail(log));
    }
  }
}
