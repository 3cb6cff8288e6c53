package io.keycloakpools.it;

import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A server's metrics (Prometheus text format 0.0.4) at one moment.
 *
 * @param lines one sample each
 */
public record PrometheusMetrics(List<String> lines) {

  public static PrometheusMetrics of(KeycloakRuntime keycloak) {
    URI metrics = URI.create(keycloak.managementUrl() + "/metrics");
    String text =
        JsonHttp.text(JsonHttp.request(metrics).header("Accept", "text/plain").build()).body();
    return new PrometheusMetrics(
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList());
  }

  /** The one sample with this name and at least these labels. */
  OptionalDouble value(String name, Map<String, String> labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{"))
        .filter(
            line ->
                labels.entrySet().stream()
                    .allMatch(
                        label -> line.contains(label.getKey() + "=\"" + label.getValue() + "\"")))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst();
  }

  public List<String> about(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }
}
