package io.keycloakpools.passwordpolicy.hash;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.util.Optional;

/** Fields by path, such as {@code hash.value}. */
record JsonFields(JsonNode object) {

  boolean has(String path) {
    JsonNode node = at(path);
    return !node.isMissingNode() && !node.isNull();
  }

  String text(String path) {
    return optionalText(path).orElseThrow(() -> new RefusedHashException(Reason.MISSING, path));
  }

  /** Empty text counts as absent. */
  Optional<String> optionalText(String path) {
    if (!has(path)) {
      return Optional.empty();
    }
    JsonNode node = at(path);
    if (!node.isTextual()) {
      throw Encodings.malformed(path);
    }
    HashBounds.length(path, node.textValue().length(), 0, HashBounds.MAX_TEXT);
    return Optional.of(node.textValue()).filter(text -> !text.isEmpty());
  }

  int number(String path) {
    if (!has(path)) {
      throw new RefusedHashException(Reason.MISSING, path);
    }
    JsonNode node = at(path);
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw Encodings.malformed(path);
    }
    return node.intValue();
  }

  int number(String path, int absent) {
    return has(path) ? number(path) : absent;
  }

  private JsonNode at(String path) {
    return object.at("/" + path.replace('.', '/'));
  }
}
