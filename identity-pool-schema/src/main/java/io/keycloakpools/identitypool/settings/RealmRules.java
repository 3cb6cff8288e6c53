package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

public enum RealmRules {
  ADD,
  INSTEAD;

  public String word() {
    return Word.of(this);
  }

  static Optional<RealmRules> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(RealmRules::word).toList();
  }
}
