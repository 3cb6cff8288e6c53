package io.keycloakpools.harness.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

record KeycloakCommand(DistributionSettings settings, Ports ports) {
  static Map<String, String> java() {
    return Map.of("JAVA_HOME", System.getProperty("java.home"));
  }

  List<String> line() {
    List<String> line = new ArrayList<>(List.of("sh", "bin/kc.sh", "start", "--optimized"));
    line.add("--http-enabled=true");
    line.add("--http-host=127.0.0.1");
    line.add("--http-port=" + ports.http());
    line.add("--http-management-port=" + ports.management());
    line.add("--hostname-strict=false");
    line.addAll(caches());
    line.add("--shutdown-delay=0s");
    line.add("--shutdown-timeout=2s");
    line.add("--log-level=" + logLevels());
    line.addAll(settings.options());
    return line;
  }

  List<String> export(String realm, Path file) {
    return List.of(
        "sh", "bin/kc.sh", "export", "--optimized", "--realm=" + realm, "--file=" + file);
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(java());
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", settings.admin().username());
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.admin().password());
    environment.put("JAVA_OPTS_APPEND", settings.jvmOptions());
    environment.putAll(settings.environment());
    return environment;
  }

  private List<String> caches() {
    return switch (settings.caches()) {
      case LOCAL -> List.of("--cache=local");
      case CLUSTERED ->
          List.of(
              "--cache=ispn",
              "--cache-embedded-network-bind-address=127.0.0.1",
              "--cache-embedded-network-bind-port=" + ports.cluster());
    };
  }

  private String logLevels() {
    return settings.logLevels().entrySet().stream()
        .map(level -> level.getKey() + ":" + level.getValue())
        .sorted()
        .collect(Collectors.joining(",", "info,", ""));
  }
}
