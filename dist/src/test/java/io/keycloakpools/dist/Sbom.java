package io.keycloakpools.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of components in the form of CycloneDX 1.6. */
final class Sbom {

  /**
   * A JAR of ours, or a library.
   *
   * @param licences SPDX identifiers, or names where there is none
   * @param sha256 in hexadecimal digits
   */
  record Component(String group, String name, String version, Set<String> licences, String sha256) {

    boolean ours() {
      return group.equals("io.keycloakpools");
    }

    String fileName() {
      return name + "-" + version + ".jar";
    }

    String coordinates() {
      return group + ":" + name + ":" + version;
    }
  }

  private final Map<String, Component> components = new HashMap<>();
  private final Map<String, List<String>> dependencies = new HashMap<>();

  private Sbom() {}

  static Sbom read(Path file) {
    Sbom sbom = new Sbom();
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      root.required("components")
          .forEach(node -> sbom.components.put(node.required("bom-ref").asText(), component(node)));
      root.required("dependencies")
          .forEach(
              node ->
                  sbom.dependencies.put(
                      node.required("ref").asText(),
                      node.path("dependsOn").valueStream().map(JsonNode::asText).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sbom;
  }

  private static Component component(JsonNode node) {
    Set<String> licences = new HashSet<>();
    for (JsonNode licence : node.path("licenses")) {
      licences.add(
          licence.has("expression")
              ? licence.get("expression").asText()
              : licence.path("license").path("id").asText(licence.at("/license/name").asText()));
    }
    return new Component(
        node.required("group").asText(),
        node.required("name").asText(),
        node.required("version").asText(),
        licences,
        node.path("hashes")
            .valueStream()
            .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
            .map(hash -> hash.path("content").asText())
            .findAny()
            .orElse(""));
  }

  Collection<Component> components() {
    return components.values();
  }

  /** The libraries that a JAR of ours is said to contain. */
  Set<Component> librariesOf(Component jar) {
    Set<Component> libraries = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(keysOf(jar));
    while (!open.isEmpty()) {
      for (String next : dependencies.getOrDefault(open.pop(), List.of())) {
        if (libraries.add(components.get(next))) {
          open.push(next);
        }
      }
    }
    return libraries;
  }

  private List<String> keysOf(Component jar) {
    return components.entrySet().stream()
        .filter(entry -> entry.getValue().equals(jar))
        .map(Map.Entry::getKey)
        .toList();
  }
}
