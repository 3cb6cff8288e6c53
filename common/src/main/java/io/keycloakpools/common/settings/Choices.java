package io.keycloakpools.common.settings;

import io.keycloakpools.common.Word;
import java.util.Arrays;
import java.util.List;

public final class Choices {

  private Choices() {}

  public static List<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Word::hyphenated).toList();
  }
}
