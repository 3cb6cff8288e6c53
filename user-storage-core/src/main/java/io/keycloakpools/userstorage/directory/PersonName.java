package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * Names of a person, where known.
 *
 * @param given OIDC {@code given_name}
 * @param family OIDC {@code family_name}
 * @param full OIDC {@code name}
 */
public record PersonName(Optional<String> given, Optional<String> family, Optional<String> full) {

  /** First name; if only a full name exists, all but its last word. */
  public Optional<String> first() {
    return given.isPresent() || family.isPresent() ? given : full.map(PersonName::allButLastWord);
  }

  /** Last name; if only a full name exists, its last word. */
  public Optional<String> last() {
    return given.isPresent() || family.isPresent() ? family : full.flatMap(PersonName::lastWord);
  }

  private static String allButLastWord(String full) {
    String name = full.strip();
    int space = name.lastIndexOf(' ');
    return space < 0 ? name : name.substring(0, space).strip();
  }

  private static Optional<String> lastWord(String full) {
    String name = full.strip();
    int space = name.lastIndexOf(' ');
    return space < 0 ? Optional.empty() : Optional.of(name.substring(space + 1));
  }
}
