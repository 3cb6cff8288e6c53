package io.keycloakpools.identitypool.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How users of a pool prove their identity. */
public enum Mechanism {
  PASSWORD,
  /** One-time code by e-mail. */
  OTP;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Mechanism> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Mechanism::word).toList();
  }

  /** Several in one text. */
  static String text(Collection<Mechanism> some) {
    return Arrays.stream(values())
        .filter(some::contains)
        .map(Mechanism::word)
        .collect(Collectors.joining(","));
  }

  /** Every possible text. */
  static List<String> texts() {
    return List.of(text(List.of(PASSWORD)), text(List.of(OTP)), text(List.of(PASSWORD, OTP)));
  }
}
