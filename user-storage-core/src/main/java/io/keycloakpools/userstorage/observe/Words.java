package io.keycloakpools.userstorage.observe;

import java.util.Locale;

/** Names of enum constants as tags, attributes and JSON show them. */
final class Words {

  /** A tag without a value: every series of a Prometheus metric has the same tags. */
  static final String NONE = "none";

  private Words() {}

  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
