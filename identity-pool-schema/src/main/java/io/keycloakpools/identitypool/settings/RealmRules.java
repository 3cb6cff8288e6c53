package io.keycloakpools.identitypool.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the password rules of a pool do to those of the realm. */
public enum RealmRules {
  /** Both hold. */
  ADD,
  /** The rules of the realm that the pool has a setting for do not hold in the pool. */
  INSTEAD;

  /** As it is written in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RealmRules> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(RealmRules::word).toList();
  }
}
