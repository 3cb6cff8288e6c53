package io.keycloakpools.userstorage.observe;

import java.util.Locale;

final class Words {

  /** Every series of a Prometheus metric has the same tags, even without a value. */
  static final String NONE = "none";

  private Words() {}

  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
