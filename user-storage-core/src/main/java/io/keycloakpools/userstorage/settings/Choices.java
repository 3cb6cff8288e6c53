package io.keycloakpools.userstorage.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enum constants as an admin reads them: lower case, words joined by hyphens. */
public final class Choices {

  private Choices() {}

  /** The word for a constant. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for all constants of a type, in their order. */
  public static List<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Choices::word).toList();
  }
}
