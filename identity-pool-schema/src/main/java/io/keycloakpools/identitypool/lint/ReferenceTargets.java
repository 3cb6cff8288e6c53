package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.schema.Keywords;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class ReferenceTargets {

  private final JsonNode document;
  private final Map<String, String> anchors = new HashMap<>();

  ReferenceTargets(JsonNode document) {
    this.document = document;
    collectAnchors(document, "");
  }

  private void collectAnchors(JsonNode schema, String pointer) {
    if (schema.path("$anchor").isTextual()) {
      anchors.put(schema.get("$anchor").textValue(), pointer);
    }
    for (Keywords.Child child : Keywords.children(schema)) {
      collectAnchors(child.schema(), child.pointer(pointer));
    }
  }

  /**
   * Returns the pointer of the target.
   *
   * @param pointer of the schema with the reference, for errors
   */
  String find(String reference, String pointer) throws Expansion.Refused {
    if (!reference.startsWith("#")) {
      throw new Expansion.Refused(pointer, "identityLintRefRemote", reference);
    }
    String fragment = decoded(reference.substring(1)).orElse("?");
    String target =
        fragment.isEmpty() || fragment.startsWith("/") ? fragment : anchors.get(fragment);
    if (target == null || !isSchema(target)) {
      throw new Expansion.Refused(pointer, "identityLintRefMissing", reference);
    }
    return target;
  }

  /** The target must be a schema, not a value of an enumeration that looks like one. */
  private boolean isSchema(String target) {
    JsonNode node = document;
    String rest = target;
    while (!rest.isEmpty()) {
      String found = null;
      for (Keywords.Child child : Keywords.children(node)) {
        String place = child.pointer("");
        if (rest.equals(place) || rest.startsWith(place + "/")) {
          found = place;
          node = child.schema();
          break;
        }
      }
      if (found == null) {
        return false;
      }
      rest = rest.substring(found.length());
    }
    return node.isObject() || node.isBoolean();
  }

  private static Optional<String> decoded(String fragment) {
    try {
      return Optional.of(URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
