package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recorded answers of Auth0, where they are at hand. */
final class Recordings {

  /**
   * A request and its answer.
   *
   * @param path the path with the query
   * @param request the body of the request
   */
  record Interaction(
      String method, String path, String request, int status, String contentType, JsonNode body) {}

  private Recordings() {}

  static List<Interaction> of(String name) throws IOException {
    Path file = Contract.folder().resolve("recordings").resolve(name + ".yaml");
    List<Interaction> all = new ArrayList<>();
    for (JsonNode each : new YAMLMapper().readTree(file.toFile()).path("interactions")) {
      URI uri = URI.create(each.path("request").path("url").asText());
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      JsonNode response = each.path("response");
      all.add(
          new Interaction(
              each.path("request").path("method").asText(),
              uri.getRawPath() + query,
              each.path("request").path("body").asText(),
              response.path("code").asInt(),
              response.path("headers").path("Content-Type").path(0).asText(),
              Reply.json(response.path("body").asText())));
    }
    return all;
  }

  static Interaction first(String name, String method, String partOfPath) throws IOException {
    return of(name).stream()
        .filter(each -> each.method().equals(method) && each.path().contains(partOfPath))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the names and types of all members, without those that are named. */
  static Map<String, String> shape(JsonNode node, String... without) {
    Map<String, String> shape = new TreeMap<>();
    collect("", node, shape);
    for (String each : without) {
      shape.keySet().removeIf(path -> path.contains(each));
    }
    return shape;
  }

  private static void collect(String path, JsonNode node, Map<String, String> shape) {
    shape.put(path, node.getNodeType().toString());
    if (node.isArray()) {
      node.forEach(each -> collect(path + "[]", each, shape));
    }
    node.properties().forEach(each -> collect(path + "." + each.getKey(), each.getValue(), shape));
  }
}
