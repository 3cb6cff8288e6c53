package io.keycloakpools.it;

import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a server shows to Prometheus (text format 0.0.4) at one moment.
 *
 * @param lines the samples, one a line
 */
public record PrometheusMetrics(List<String> lines) {

  public static PrometheusMetrics of(KeycloakRuntime keycloak) {
    URI metrics = URI.create(keycloak.managementUrl() + "/metrics");
    String text =
        JsonHttp.text(JsonHttp.request(metrics).header("Accept", "text/plain").build()).body();
    return new PrometheusMetrics(
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList());
  }

  /** The one sample of that name and, among others, those labels. */
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

  /** The samples that say a text anywhere. */
  public List<String> about(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }
}
