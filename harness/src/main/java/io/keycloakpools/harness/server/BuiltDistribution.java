package io.keycloakpools.harness.server;

import io.keycloakpools.harness.BuildCache;
import io.keycloakpools.harness.CacheKey;
import io.keycloakpools.harness.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distribution after {@code kc.sh build}, in the cache; never written to again. */
final class BuiltDistribution {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** A program that runs for a minute is done before its optimized code pays. */
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private final DistributionSettings settings;

  BuiltDistribution(DistributionSettings settings) {
    this.settings = settings;
  }

  Path folder(BuildCache cache) throws IOException {
    String name = key();
    if (cache.has(name)) {
      return cache.folder(name, this::build);
    }
    int jars = settings.providers().size();
    settings
        .progress()
        .accept("Building Keycloak with " + jars + " provider JARs, once per change");
    Instant begin = Instant.now();
    Path folder = cache.folder(name, this::build);
    long seconds = Duration.between(begin, Instant.now()).toSeconds();
    settings.progress().accept("Keycloak is built after " + seconds + " s");
    return folder;
  }

  String key() throws IOException {
    CacheKey key = CacheKey.of("keycloak").addFile(settings.zip());
    for (Path jar :
        settings.providers().stream().sorted(Comparator.comparing(Path::getFileName)).toList()) {
      key.addFile(jar);
    }
    settings.buildOptions().stream().sorted().forEach(key::add);
    return key.folderName();
  }

  private void build(Path folder) throws IOException {
    Zip.unpackWithoutTopFolder(settings.zip(), folder);
    for (Path jar : settings.providers()) {
      Files.copy(jar, folder.resolve("providers").resolve(jar.getFileName()));
    }
    List<String> command = new ArrayList<>(List.of("sh", "bin/kc.sh", "build"));
    command.addAll(settings.buildOptions());
    Map<String, String> environment = new HashMap<>(KeycloakCommand.java());
    environment.put("JAVA_OPTS_APPEND", QUICK_COMPILER);
    ChildProcess.run(command, environment, folder, folder.resolve("build.log"), LIMIT);
  }
}
