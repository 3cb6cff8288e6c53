package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.reference.PoolGroup;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.SettingForm;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The settings of a pool; docs/console/identity-pools.md describes them.
 *
 * @param mechanisms at least one
 * @param passwordHashing id of the hash provider; empty: the realm's
 * @param otpLength in digits
 * @param otpTtl in seconds
 * @param clients client IDs of the pool's applications
 * @param group path of the group that new users join
 */
public record PoolSettings(
    State state,
    Optional<String> description,
    String payloadSchema,
    String metadataSchema,
    Set<Mechanism> mechanisms,
    boolean publicRegistrationAllowed,
    Optional<String> passwordHashing,
    PasswordSettings passwords,
    RealmRules realmRules,
    int otpLength,
    int otpTtl,
    Set<String> clients,
    Optional<String> admittedRole,
    Optional<String> group,
    Deletion deletion) {

  private static final SettingForm FORM = PoolProperties.FORM;

  /** A word, because the console's lists cannot be emptied. */
  private static final String REALMS_HASHING = "realm";

  private static final PasswordSettings UNSET = PasswordSettings.currentDefaults();

  /** Keycloak's own ({@code UserStorageProviderModel}), which it shows itself. */
  public static final Setting<State> ENABLED =
      FORM.flag("enabled", true).map(on -> on ? State.ON : State.OFF);

  public static final Setting<Optional<String>> DESCRIPTION = FORM.text("description");

  /** Text, because lists have the same options in every realm ({@code ServerInfoAdminResource}). */
  public static final Setting<String> PAYLOAD_SCHEMA =
      FORM.text("payloadSchema", IdentitySchemas.DEFAULT_PAYLOAD);

  public static final Setting<String> METADATA_SCHEMA =
      FORM.text("metadataSchema", IdentitySchemas.DEFAULT_METADATA);

  public static final Setting<Set<String>> CLIENTS =
      PoolProperties.bounded(FORM.list("clients")).map(Set::copyOf);
  public static final Setting<Optional<String>> ADMITTED_ROLE = FORM.role("admittedRole");
  public static final Setting<Set<Mechanism>> AUTHENTICATION_MECHANISMS =
      PoolProperties.bounded(
              FORM.setting(
                  "authenticationMechanisms",
                  ProviderConfigProperty.LIST_TYPE,
                  Mechanism.PASSWORD.word(),
                  Settings::list))
          .offering(Mechanism.texts())
          .map(Mechanism::read);
  public static final Setting<Boolean> PUBLIC_REGISTRATION_ALLOWED =
      FORM.flag("publicRegistrationAllowed", false);

  public static final Setting<Optional<String>> PASSWORD_HASHING =
      FORM.choice(
              "passwordHashing",
              REALMS_HASHING,
              List.of(REALMS_HASHING, "argon2", "bcrypt", "pbkdf2-sha512"))
          .map(word -> word.filter(chosen -> !chosen.equals(REALMS_HASHING)));

  /** Unset by versions without this setting, whose rules replaced the realm's. */
  public static final Setting<RealmRules> PASSWORD_RULES =
      FORM.choice("passwordRules", RealmRules.ADD.word(), RealmRules.words())
          .map(word -> word.flatMap(RealmRules::named).orElse(RealmRules.INSTEAD));

  public static final Setting<Strength> PASSWORD_STRENGTH =
      FORM.choice(
              "passwordStrength",
              UNSET.strength().toString(),
              Arrays.stream(Strength.values()).map(Strength::toString).toList())
          .map(word -> word.flatMap(Strength::named).orElse(UNSET.strength()));
  public static final Setting<Integer> PASSWORD_CAPITAL_LETTERS =
      ofAKind("passwordCapitalLetters", UNSET.capitalLetters());
  public static final Setting<Integer> PASSWORD_LOWERCASE_LETTERS =
      ofAKind("passwordLowercaseLetters", UNSET.lowercaseLetters());
  public static final Setting<Integer> PASSWORD_DIGITS = ofAKind("passwordDigits", UNSET.digits());
  public static final Setting<Integer> PASSWORD_SPECIAL_CHARACTERS =
      ofAKind("passwordSpecialCharacters", UNSET.specialCharacters());
  public static final Setting<Integer> PASSWORD_MIN_LENGTH =
      FORM.number("passwordMinLength", UNSET.minLength())
          .between(1, PasswordSettings.LONGEST_MINIMUM);
  public static final Setting<Integer> PASSWORD_NOT_USED_SINCE =
      FORM.number("passwordNotUsedSince", UNSET.notUsedSince())
          .between(0, PasswordSettings.MOST_REMEMBERED);

  public static final Setting<Optional<String>> GROUP = FORM.group(PoolGroup.SETTING);
  public static final Setting<Deletion> DELETE_USERS =
      FORM.flag("deleteUsers", false).map(on -> on ? Deletion.DELETES_USERS : Deletion.KEEPS_USERS);

  public static final Setting<Integer> OTP_LENGTH = FORM.number("otpLength", 6).between(4, 10);
  public static final Setting<Integer> OTP_TTL = FORM.number("otpTtl", 600).between(30, 86_400);

  public enum State {
    ON,
    OFF
  }

  public enum Deletion {
    KEEPS_USERS,
    DELETES_USERS
  }

  public PoolSettings {
    mechanisms = Set.copyOf(mechanisms);
    clients = Set.copyOf(clients);
  }

  public static PoolSettings unreadable() {
    PoolSettings unset = read(key -> null);
    return new PoolSettings(
        State.OFF,
        unset.description(),
        unset.payloadSchema(),
        unset.metadataSchema(),
        Set.of(),
        false,
        unset.passwordHashing(),
        unset.passwords(),
        RealmRules.ADD,
        unset.otpLength(),
        unset.otpTtl(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Deletion.KEEPS_USERS);
  }

  /**
   * Parses the settings of a component once.
   *
   * @throws InvalidSettingException on an invalid value
   */
  public static PoolSettings of(ComponentModel pool) {
    return KeptSettings.of(pool);
  }

  /**
   * Parses settings.
   *
   * @param values all values of a key, or null
   * @throws InvalidSettingException on an invalid value
   */
  public static PoolSettings read(Function<String, List<String>> values) {
    Settings settings = new Settings(values, text -> text);
    return new PoolSettings(
        settings.get(ENABLED),
        settings.get(DESCRIPTION),
        settings.get(PAYLOAD_SCHEMA),
        settings.get(METADATA_SCHEMA),
        settings.get(AUTHENTICATION_MECHANISMS),
        settings.get(PUBLIC_REGISTRATION_ALLOWED),
        settings.get(PASSWORD_HASHING),
        passwords(settings),
        settings.get(PASSWORD_RULES),
        settings.get(OTP_LENGTH),
        settings.get(OTP_TTL),
        settings.get(CLIENTS),
        settings.get(ADMITTED_ROLE),
        settings.get(GROUP),
        settings.get(DELETE_USERS));
  }

  private static PasswordSettings passwords(Settings settings) {
    return new PasswordSettings(
        settings.get(PASSWORD_STRENGTH),
        settings.get(PASSWORD_CAPITAL_LETTERS),
        settings.get(PASSWORD_LOWERCASE_LETTERS),
        settings.get(PASSWORD_DIGITS),
        settings.get(PASSWORD_SPECIAL_CHARACTERS),
        settings.get(PASSWORD_MIN_LENGTH),
        settings.get(PASSWORD_NOT_USED_SINCE));
  }

  private static Setting<Integer> ofAKind(String key, int unset) {
    return FORM.number(key, unset).between(0, PasswordSettings.MOST_OF_A_KIND);
  }
}
