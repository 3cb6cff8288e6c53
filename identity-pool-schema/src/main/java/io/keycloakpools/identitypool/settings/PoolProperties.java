package io.keycloakpools.identitypool.settings;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.GROUP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.INTEGER_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MULTIVALUED_STRING_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.ROLE_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import io.keycloakpools.common.FormProperties;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The settings as the admin console shows them. Labels and helps are message keys, which the
 * console looks up.
 *
 * <p>Schemas and clients are texts, because lists have the same options in every realm ({@code
 * ServerInfoAdminResource}); the error names the possible values.
 */
public final class PoolProperties {

  private static final FormProperties FORM =
      new FormProperties("identityPoolLabel.", "identityPoolHelp.");

  private PoolProperties() {}

  public static List<ProviderConfigProperty> shown() {
    return Stream.of(schemas(), signIn(), passwords(), users()).flatMap(List::stream).toList();
  }

  /** Accepted and stored, but not offered: one-time codes, by which nobody can sign in yet. */
  public static List<ProviderConfigProperty> hidden() {
    return List.of(
        number(PoolSettings.OTP_LENGTH, PoolSettings.DEFAULT_OTP_LENGTH),
        number(PoolSettings.OTP_TTL, PoolSettings.DEFAULT_OTP_TTL));
  }

  public static List<ProviderConfigProperty> all() {
    return Stream.concat(shown().stream(), hidden().stream()).toList();
  }

  private static List<ProviderConfigProperty> schemas() {
    return List.of(
        property(PoolSettings.DESCRIPTION, STRING_TYPE, null),
        property(PoolSettings.PAYLOAD_SCHEMA, STRING_TYPE, IdentitySchemas.DEFAULT_PAYLOAD),
        property(PoolSettings.METADATA_SCHEMA, STRING_TYPE, IdentitySchemas.DEFAULT_METADATA));
  }

  private static List<ProviderConfigProperty> signIn() {
    return List.of(
        property(PoolSettings.CLIENTS, MULTIVALUED_STRING_TYPE, null),
        property(PoolSettings.ADMITTED_ROLE, ROLE_TYPE, null),
        FORM.choice(
            PoolSettings.AUTHENTICATION_MECHANISMS, Mechanism.PASSWORD.word(), Mechanism.texts()),
        property(PoolSettings.PUBLIC_REGISTRATION_ALLOWED, BOOLEAN_TYPE, false));
  }

  private static List<ProviderConfigProperty> passwords() {
    PasswordSettings unset = PasswordSettings.currentDefaults();
    return List.of(
        FORM.choice(
            PoolSettings.PASSWORD_HASHING,
            PoolSettings.REALMS_HASHING,
            PoolSettings.CHOICES_OF_HASHING),
        FORM.choice(PoolSettings.PASSWORD_RULES, RealmRules.ADD.word(), RealmRules.words()),
        FORM.choice(
            PoolSettings.PASSWORD_STRENGTH,
            unset.strength().toString(),
            Arrays.stream(Strength.values()).map(Strength::toString).toList()),
        number(PoolSettings.PASSWORD_CAPITAL_LETTERS, unset.capitalLetters()),
        number(PoolSettings.PASSWORD_LOWERCASE_LETTERS, unset.lowercaseLetters()),
        number(PoolSettings.PASSWORD_DIGITS, unset.digits()),
        number(PoolSettings.PASSWORD_SPECIAL_CHARACTERS, unset.specialCharacters()),
        number(PoolSettings.PASSWORD_MIN_LENGTH, unset.minLength()),
        number(PoolSettings.PASSWORD_NOT_USED_SINCE, unset.notUsedSince()));
  }

  private static List<ProviderConfigProperty> users() {
    return List.of(
        property(PoolSettings.GROUP, GROUP_TYPE, null),
        property(PoolSettings.DELETE_USERS, BOOLEAN_TYPE, false));
  }

  public static ProviderConfigProperty property(String key, String type, Object unset) {
    return FORM.property(key, type, unset);
  }

  private static ProviderConfigProperty number(String key, int unset) {
    return property(key, INTEGER_TYPE, unset);
  }
}
