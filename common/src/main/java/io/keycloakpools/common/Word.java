package io.keycloakpools.common;

import java.util.Locale;

/** Enum constants as settings, events, metrics and JSON show them. */
public final class Word {

  private Word() {}

  /** Lower case, words joined by underscores. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Lower case, words joined by hyphens. */
  public static String hyphenated(Enum<?> constant) {
    return of(constant).replace('_', '-');
  }
}
