package io.keycloakpools.common.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enum constants in lower case with hyphens. */
public final class Choices {

  private Choices() {}

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Choices::word).toList();
  }
}
