package io.keycloakpools.identitypool.pool;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the users of a pool prove who they are. */
public enum Mechanism {
  PASSWORD,
  /** One-time code by e-mail. */
  OTP;

  /** As it is written in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Mechanism> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Mechanism::word).toList();
  }
}
