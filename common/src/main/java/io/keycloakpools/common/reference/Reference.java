package io.keycloakpools.common.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * A name and its target.
 *
 * @param setting its key
 * @param name empty if it was lost
 * @param id empty without a target
 */
public record Reference(String setting, String name, String id) {

  /** A character that {@link URLEncoder} always escapes. */
  private static final String NOTHING = "!";

  static Reference lost(String setting) {
    return new Reference(setting, "", "");
  }

  boolean isLost() {
    return name.isEmpty();
  }

  /** Setting, id and name, separated by blanks. */
  String encoded() {
    return setting + " " + (id.isEmpty() ? NOTHING : URLEncoder.encode(id, UTF_8)) + " " + name;
  }

  static Optional<Reference> decoded(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    String id = NOTHING.equals(parts[1]) ? "" : URLDecoder.decode(parts[1], UTF_8);
    return Optional.of(new Reference(parts[0], parts.length == 2 ? "" : parts[2], id));
  }
}
