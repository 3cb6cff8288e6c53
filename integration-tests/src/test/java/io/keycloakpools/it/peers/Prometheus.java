package io.keycloakpools.it.peers;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.ChildProcess;
import io.keycloakpools.harness.Folders;
import io.keycloakpools.harness.FreePorts;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.Logs;
import io.keycloakpools.harness.Readiness;
import io.keycloakpools.harness.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prometheus as a child process, its data in a folder of the run. */
public final class Prometheus implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ChildProcess process;
  private final URI url;
  private final Path folder;

  private Prometheus(ChildProcess process, URI url, Path folder) {
    this.process = process;
    this.url = url;
    this.folder = folder;
  }

  public static Optional<Path> installed() {
    return SearchPath.find("prometheus");
  }

  /**
   * Starts it and waits for an answer.
   *
   * @param metrics read every second, as the rules are evaluated
   * @param rules text of a rule file
   */
  public static Prometheus start(Path executable, URI metrics, String rules) {
    try {
      Path folder = Files.createTempDirectory("prometheus-");
      Files.writeString(folder.resolve("rules.yml"), rules);
      Files.writeString(folder.resolve("prometheus.yml"), configuration(metrics));
      return started(executable, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Prometheus started(Path executable, Path folder) throws IOException {
    URI url = URI.create("http://127.0.0.1:" + FreePorts.any());
    List<String> command =
        List.of(
            executable.toString(),
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=data",
            "--web.listen-address=" + url.getAuthority());
    Path log = folder.resolve("prometheus.log");
    ChildProcess process = ChildProcess.start(command, Map.of(), folder, log);
    Readiness readiness =
        new Readiness(
            process, () -> JsonHttp.text(JsonHttp.request(url.resolve("/-/ready")).build()));
    if (readiness.await(TIMEOUT) != Readiness.Result.READY) {
      process.kill();
      throw new IllegalStateException("Prometheus does not answer:\n" + Logs.tail(log));
    }
    return new Prometheus(process, url, folder);
  }

  /** JSON is YAML. */
  private static String configuration(URI metrics) {
    return Json.write(
        Map.of(
            "global", Map.of("scrape_interval", "1s", "evaluation_interval", "1s"),
            "rule_files", List.of("rules.yml"),
            "scrape_configs",
                List.of(
                    Map.of(
                        "job_name",
                        "keycloak",
                        "metrics_path",
                        metrics.getPath(),
                        "static_configs",
                        List.of(Map.of("targets", List.of(metrics.getAuthority())))))));
  }

  /** Values of all series for a PromQL query now, in Prometheus's format (with {@code NaN}). */
  public List<String> values(String question) {
    return get("/api/v1/query", Map.of("query", question))
        .path("result")
        .valueStream()
        .map(series -> series.at("/value/1").asText())
        .toList();
  }

  /** A label's values in a selector's series: Grafana's label_values. */
  public List<String> labelValues(String selector, String label) {
    return get("/api/v1/label/" + label + "/values", Map.of("match[]", selector))
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  public List<String> brokenRules() {
    return get("/api/v1/rules", Map.of()).findValues("rules").stream()
        .flatMap(JsonNode::valueStream)
        .filter(rule -> rule.path("health").asText().equals("err"))
        .map(JsonNode::toString)
        .toList();
  }

  private JsonNode get(String path, Map<String, String> parameters) {
    URI question = url.resolve(path + "?" + JsonHttp.encode(parameters));
    JsonNode answer = JsonHttp.send(JsonHttp.request(question).build()).body();
    if (!answer.path("status").asText().equals("success")) {
      throw new IllegalArgumentException(parameters + ": " + answer);
    }
    return answer.path("data");
  }

  @Override
  public void close() {
    process.stop(GRACE);
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
