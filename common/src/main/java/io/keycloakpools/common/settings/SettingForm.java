package io.keycloakpools.common.settings;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.GROUP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.INTEGER_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MAP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MULTIVALUED_STRING_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.PASSWORD;
import static org.keycloak.provider.ProviderConfigProperty.ROLE_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import io.keycloakpools.common.Word;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Creates the settings of one form. Labels and help texts are message keys. The console translates
 * keys without braces, shows other text unchanged ({@code DynamicComponents}), and never translates
 * options.
 *
 * @param labels prefix of label keys
 * @param helps prefix of help keys
 */
public record SettingForm(String labels, String helps) {

  public Setting<Optional<String>> text(String key) {
    return setting(key, STRING_TYPE, null, Settings::text);
  }

  public Setting<String> text(String key, String unset) {
    return setting(key, STRING_TYPE, unset, (settings, own) -> settings.text(own).orElse(unset));
  }

  /** The console masks the value, which may refer to the vault. */
  public Setting<Optional<String>> secret(String key) {
    return setting(key, PASSWORD, null, Settings::secret)
        .shown(property -> property.setSecret(true));
  }

  public Setting<Optional<URI>> url(String key) {
    return setting(key, STRING_TYPE, null, Settings::url);
  }

  public Setting<Optional<URI>> host(String key) {
    return setting(key, STRING_TYPE, null, Settings::host);
  }

  public Setting<Boolean> flag(String key, boolean unset) {
    return setting(key, BOOLEAN_TYPE, unset, (settings, own) -> settings.flag(own, unset));
  }

  public Unbounded number(String key, int unset) {
    return new Unbounded(this, key, unset);
  }

  /** A whole number that has no bounds yet. */
  public record Unbounded(SettingForm form, String key, int unset) {

    public Setting<Integer> between(int least, int most) {
      return form.setting(
          key, INTEGER_TYPE, unset, (settings, own) -> settings.number(own, unset, least, most));
    }
  }

  public <E extends Enum<E>> Setting<E> choice(String key, Class<E> type, E unset) {
    return setting(
            key,
            LIST_TYPE,
            Word.hyphenated(unset),
            (settings, own) -> settings.choice(own, type, unset))
        .offering(Choices.words(type));
  }

  /**
   * One of some words.
   *
   * @param shown selected while the setting is unset; without it, the console preselects the first
   */
  public Setting<Optional<String>> choice(String key, String shown, List<String> options) {
    return setting(key, LIST_TYPE, shown, (settings, own) -> settings.choice(own, options))
        .offering(options);
  }

  public Setting<List<String>> list(String key) {
    return setting(key, MULTIVALUED_STRING_TYPE, null, Settings::list);
  }

  public Setting<Map<String, String>> map(String key) {
    return setting(key, MAP_TYPE, null, Settings::map);
  }

  public Setting<Optional<String>> group(String key) {
    return setting(key, GROUP_TYPE, null, Settings::text);
  }

  public Setting<Optional<String>> role(String key) {
    return setting(key, ROLE_TYPE, null, Settings::text);
  }

  /**
   * A setting of any other kind.
   *
   * @param type of the {@link ProviderConfigProperty}
   * @param shown in the form while the setting is unset, or null
   * @param reader receives the key
   */
  public <T> Setting<T> setting(
      String key, String type, Object shown, BiFunction<Settings, String, T> reader) {
    return new Setting<>(
        key,
        () -> new ProviderConfigProperty(key, labels + key, helps + key, type, shown),
        settings -> reader.apply(settings, key));
  }
}
