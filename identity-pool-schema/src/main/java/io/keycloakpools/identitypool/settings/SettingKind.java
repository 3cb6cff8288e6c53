package io.keycloakpools.identitypool.settings;

import java.util.Arrays;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

/** What the value of a setting is, however the console asks for it. */
public enum SettingKind {
  TEXT,
  TEXTS,
  /** Words, which the form of the console keeps in one text. */
  WORDS,
  NUMBER,
  FLAG;

  /** Of a setting of {@link PoolProperties#all}. */
  public static SettingKind of(ProviderConfigProperty setting) {
    if (setting.getName().equals(PoolSettings.AUTHENTICATION_MECHANISMS)) {
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

  /** Words that are values of their own, or together in one, with commas or spaces between. */
  public static List<String> words(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split("[,\\s]+")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
