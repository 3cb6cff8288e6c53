package io.keycloakpools.common.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * A name in a setting, and what it means.
 *
 * @param setting key of the setting
 * @param name as the setting has it; empty if a name was lost
 * @param id of what it means; empty if there was nothing of that name
 */
public record Reference(String setting, String name, String id) {

  /** Not among the characters that {@link URLEncoder} leaves as they are. */
  private static final String NOTHING = "!";

  /** A name of that setting was lost. */
  static Reference lost(String setting) {
    return new Reference(setting, "", "");
  }

  boolean isLost() {
    return name.isEmpty();
  }

  /** As it is stored: setting, id and name, with a blank between them. */
  String encoded() {
    return setting + " " + (id.isEmpty() ? NOTHING : URLEncoder.encode(id, UTF_8)) + " " + name;
  }

  /** Empty for text of any other form. */
  static Optional<Reference> decoded(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    String id = NOTHING.equals(parts[1]) ? "" : URLDecoder.decode(parts[1], UTF_8);
    return Optional.of(new Reference(parts[0], parts.length == 2 ? "" : parts[2], id));
  }
}
