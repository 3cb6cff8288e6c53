package io.keycloakpools.userstorage.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.validate.validators.OptionsValidator;

/**
 * Shows pools' names where users have their ids, so that a rename changes the profile's
 * configuration and no user. Migrated users, who have no federation link, show the name too.
 */
record PoolLabels(UPAttribute attribute) {

  private static final String LABELS = "inputOptionLabels";
  private static final String INPUT_TYPE = "inputType";

  /** Includes deleted pools, whose migrated users stay; the oldest of these are dropped. */
  private static final int MOST = 200;

  /** Takes the names by component id; true if anything changed. */
  boolean show(Map<String, String> names) {
    Map<String, Object> annotations = new HashMap<>();
    if (attribute.getAnnotations() != null) {
      annotations.putAll(attribute.getAnnotations());
    }
    Map<String, String> before = new LinkedHashMap<>();
    if (annotations.get(LABELS) instanceof Map<?, ?> labels) {
      labels.forEach((id, label) -> before.put(String.valueOf(id), String.valueOf(label)));
    }
    Map<String, String> labels = new LinkedHashMap<>(before);
    names.forEach((id, name) -> labels.put(id, name + " (" + id + ")"));
    List<String> gone = labels.keySet().stream().filter(id -> !names.containsKey(id)).toList();
    gone.stream().limit(Math.max(0, labels.size() - MOST)).forEach(labels::remove);
    if (labels.equals(before)) {
      return false;
    }
    annotations.put(LABELS, labels);
    annotations.putIfAbsent(INPUT_TYPE, "select");
    attribute.setAnnotations(annotations);
    attribute.addValidation(
        OptionsValidator.ID,
        new HashMap<>(Map.of(OptionsValidator.KEY_OPTIONS, new ArrayList<>(labels.keySet()))));
    return true;
  }
}
