package io.keycloakpools.identitypool.settings;

import static java.util.stream.Collectors.toSet;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public enum Mechanism {
  PASSWORD,
  OTP;

  public String word() {
    return Word.of(this);
  }

  static Optional<Mechanism> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static Set<Mechanism> read(List<String> values) {
    Set<Mechanism> chosen =
        SettingKind.words(values).stream()
            .map(word -> named(word).orElseThrow(() -> unknown(word)))
            .collect(toSet());
    return chosen.isEmpty() ? Set.of(PASSWORD) : chosen;
  }

  private static InvalidSettingException unknown(String word) {
    return Settings.choice(PoolSettings.AUTHENTICATION_MECHANISMS.key(), word, words());
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Mechanism::word).toList();
  }

  static String text(Collection<Mechanism> some) {
    return Arrays.stream(values())
        .filter(some::contains)
        .map(Mechanism::word)
        .collect(Collectors.joining(","));
  }

  static List<String> texts() {
    return List.of(text(List.of(PASSWORD)), text(List.of(OTP)), text(List.of(PASSWORD, OTP)));
  }
}
