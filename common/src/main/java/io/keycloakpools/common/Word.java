package io.keycloakpools.common;

import java.util.Locale;

/** Enum constants as settings, events, metrics and JSON show them. */
public final class Word {

  private Word() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static String hyphenated(Enum<?> constant) {
    return of(constant).replace('_', '-');
  }
}
