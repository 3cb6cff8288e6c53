package io.keycloakpools.passwordpolicy.rules;

import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line in the console, such as {@code strength=fair minLength=12 digits=1}, with the names of
 * {@link PasswordSettings}.
 */
public final class SettingsText {

  private static final List<String> NAMES =
      List.of(
          "strength",
          "capitalLetters",
          "lowercaseLetters",
          "digits",
          "specialCharacters",
          "minLength",
          "notUsedSince");

  private final Map<String, String> values;

  private SettingsText(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Missing settings are {@link PasswordSettings#currentDefaults()}.
   *
   * @throws IllegalArgumentException with the wrong word and the alternatives
   */
  public static PasswordSettings parse(String line) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : line.strip().split("\\s+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "\"%s\" is not a setting. Enter words such as minLength=12, with spaces between. %s"
                .formatted(word, "The settings are " + String.join(", ", NAMES) + "."));
      }
      if (values.put(name, word.substring(equals + 1)) != null) {
        throw new IllegalArgumentException(name + ": this is set twice. Keep one of them.");
      }
    }
    return new SettingsText(values).settings();
  }

  public static String of(PasswordSettings settings) {
    return String.join(
        " ",
        "strength=" + settings.strength(),
        "capitalLetters=" + settings.capitalLetters(),
        "lowercaseLetters=" + settings.lowercaseLetters(),
        "digits=" + settings.digits(),
        "specialCharacters=" + settings.specialCharacters(),
        "minLength=" + settings.minLength(),
        "notUsedSince=" + settings.notUsedSince());
  }

  private PasswordSettings settings() {
    PasswordSettings defaults = PasswordSettings.currentDefaults();
    return new PasswordSettings(
        strength(defaults.strength()),
        number("capitalLetters", defaults.capitalLetters()),
        number("lowercaseLetters", defaults.lowercaseLetters()),
        number("digits", defaults.digits()),
        number("specialCharacters", defaults.specialCharacters()),
        number("minLength", defaults.minLength()),
        number("notUsedSince", defaults.notUsedSince()));
  }

  private Strength strength(Strength unset) {
    return values.containsKey("strength") ? strength(values.get("strength")) : unset;
  }

  /**
   * Parses a strength.
   *
   * @throws IllegalArgumentException with the possible names
   */
  public static Strength strength(String name) {
    return Strength.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "strength: \"%s\" is not possible. Choose one of %s."
                        .formatted(name, Strength.names())));
  }

  private int number(String name, int unset) {
    if (!values.containsKey(name)) {
      return unset;
    }
    // Nine digits fit into an int; the settings check the bounds.
    if (!values.get(name).matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "%s: \"%s\" is not a whole number. Enter one, such as %s=1."
              .formatted(name, values.get(name), name));
    }
    return Integer.parseInt(values.get(name));
  }
}
