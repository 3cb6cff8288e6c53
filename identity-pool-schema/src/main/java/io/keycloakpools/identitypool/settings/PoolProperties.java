package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.SettingForm;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/** The settings in the order of the form. */
public final class PoolProperties {

  public static final SettingForm FORM = new SettingForm("identityPoolLabel.", "identityPoolHelp.");

  /** More applications than a realm has. */
  private static final int MOST_VALUES = 1000;

  private PoolProperties() {}

  public static List<ProviderConfigProperty> shown() {
    return Setting.properties(
        PoolSettings.DESCRIPTION,
        PoolSettings.PAYLOAD_SCHEMA,
        PoolSettings.METADATA_SCHEMA,
        PoolSettings.CLIENTS,
        PoolSettings.ADMITTED_ROLE,
        PoolSettings.AUTHENTICATION_MECHANISMS,
        PoolSettings.PUBLIC_REGISTRATION_ALLOWED,
        PoolSettings.PASSWORD_HASHING,
        PoolSettings.PASSWORD_RULES,
        PoolSettings.PASSWORD_STRENGTH,
        PoolSettings.PASSWORD_CAPITAL_LETTERS,
        PoolSettings.PASSWORD_LOWERCASE_LETTERS,
        PoolSettings.PASSWORD_DIGITS,
        PoolSettings.PASSWORD_SPECIAL_CHARACTERS,
        PoolSettings.PASSWORD_MIN_LENGTH,
        PoolSettings.PASSWORD_NOT_USED_SINCE,
        PoolSettings.GROUP,
        PoolSettings.DELETE_USERS);
  }

  /** Accepted and stored, but not offered: one-time codes, by which nobody can sign in yet. */
  public static List<ProviderConfigProperty> hidden() {
    return Setting.properties(PoolSettings.OTP_LENGTH, PoolSettings.OTP_TTL);
  }

  public static List<ProviderConfigProperty> all() {
    return Stream.concat(shown().stream(), hidden().stream()).toList();
  }

  static Setting<List<String>> bounded(Setting<List<String>> list) {
    return list.map(
        values -> {
          if (values.size() > MOST_VALUES) {
            throw list.invalid("identityPoolSettingTooMany", String.valueOf(MOST_VALUES));
          }
          return values;
        });
  }
}
