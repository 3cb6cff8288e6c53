package io.keycloakpools.it.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Content of a document that a later one lacks. The later one may have more, and list order does
 * not count.
 */
final class Losses {

  /** Members that identify the elements of a list; the first present one counts. */
  private static final List<String> NAMES = List.of("id", "alias", "name", "username");

  private static final int LONGEST = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> found = new ArrayList<>();

  private Losses() {}

  static List<String> between(JsonNode before, JsonNode after) {
    Losses losses = new Losses();
    losses.compare("", before, after);
    return List.copyOf(losses.found);
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (after.isMissingNode()) {
      found.add(path + " is missing, it was " + text(before));
    } else if (before.isObject() && after.isObject()) {
      before
          .properties()
          .forEach(
              each ->
                  compare(path + "/" + each.getKey(), each.getValue(), after.path(each.getKey())));
    } else if (before.isArray() && after.isArray()) {
      before.forEach(element -> compareElement(path, element, after));
    } else if (!before.equals(after)) {
      found.add(path + " was " + text(before) + ", and is " + text(after));
    }
  }

  private void compareElement(String path, JsonNode before, JsonNode all) {
    Optional<String> key = NAMES.stream().filter(before::hasNonNull).findFirst();
    if (key.isPresent()) {
      JsonNode name = before.get(key.get());
      JsonNode after =
          all.valueStream()
              .filter(element -> element.path(key.get()).equals(name))
              .findFirst()
              .orElse(MissingNode.getInstance());
      compare(path + "[" + before.path("name").asText(name.asText()) + "]", before, after);
    } else if (all.valueStream().noneMatch(before::equals)) {
      compareDocuments(path, before, all);
    }
  }

  /** Keycloak stores some documents as text, such as the user profile. */
  private void compareDocuments(String path, JsonNode before, JsonNode all) {
    Optional<JsonNode> document = document(before);
    Optional<JsonNode> later =
        all.valueStream().flatMap(each -> document(each).stream()).findFirst();
    if (document.isPresent() && later.isPresent()) {
      compare(path, document.get(), later.get());
    } else {
      found.add(path + " has no more " + text(before) + ", but " + text(all));
    }
  }

  private static Optional<JsonNode> document(JsonNode text) {
    try {
      return Optional.of(JSON.readTree(text.asText())).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode node) {
    String text = node.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
