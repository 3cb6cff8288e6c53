package io.keycloakpools.harness.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

record DistributionSettings(
    Path zip,
    List<Path> providers,
    List<String> buildOptions,
    List<String> options,
    Map<String, String> environment,
    Map<String, String> logLevels,
    String jvmOptions,
    AdminAccount admin,
    Caches caches,
    Optional<Path> dataFolder,
    Optional<Path> logFile,
    Duration startTimeout,
    Consumer<String> progress) {
  @Override
  public String toString() {
    return "Settings[" + zip.getFileName() + ", providers=" + providers + "]";
  }
}
