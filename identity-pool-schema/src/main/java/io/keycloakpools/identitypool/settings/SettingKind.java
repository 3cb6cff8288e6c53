package io.keycloakpools.identitypool.settings;

import java.util.Arrays;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

public enum SettingKind {
  TEXT,
  TEXTS,
  /** Words, which the console's form stores in one text. */
  WORDS,
  NUMBER,
  FLAG;

  public static SettingKind of(ProviderConfigProperty setting) {
    if (setting.getName().equals(PoolSettings.AUTHENTICATION_MECHANISMS.key())) {
      return WORDS;
    }
    if (setting.getType().equals(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)) {
      return TEXTS;
    }
    if (setting.getType().equals(ProviderConfigProperty.INTEGER_TYPE)) {
      return NUMBER;
    }
    return setting.getType().equals(ProviderConfigProperty.BOOLEAN_TYPE) ? FLAG : TEXT;
  }

  public static List<String> words(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split("[,\\s]+")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
