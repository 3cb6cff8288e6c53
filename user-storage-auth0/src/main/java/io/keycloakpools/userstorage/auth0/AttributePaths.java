package io.keycloakpools.userstorage.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values by path, such as {@code app_metadata.plan.name}. An array of objects gives none, because
 * it would mix their values.
 */
final class AttributePaths {

  /** Auth0 does not limit the depth of metadata. */
  private static final int MAX_DEPTH = 10;

  private static final int MAX_VALUES = 1000;

  private final Map<String, List<String>> found = new LinkedHashMap<>();

  private AttributePaths() {}

  static Map<String, List<String>> of(JsonNode user) {
    AttributePaths paths = new AttributePaths();
    paths.walk("", user, 0);
    return paths.found;
  }

  private void walk(String path, JsonNode node, int depth) {
    if (node.isObject() && depth < MAX_DEPTH) {
      node.properties()
          .forEach(
              member ->
                  walk(
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getValue(),
                      depth + 1));
    } else if (node.isArray()) {
      put(path, values(node));
    } else if (node.isValueNode() && !node.isNull()) {
      put(path, List.of(node.asText()));
    }
  }

  private void put(String path, List<String> values) {
    if (!values.isEmpty() && found.size() < MAX_VALUES) {
      found.putIfAbsent(path, values);
    }
  }

  private static List<String> values(JsonNode array) {
    List<String> values = new ArrayList<>();
    for (JsonNode each : array) {
      if (each.isValueNode() && !each.isNull() && values.size() < MAX_VALUES) {
        values.add(each.asText());
      }
    }
    return values;
  }
}
