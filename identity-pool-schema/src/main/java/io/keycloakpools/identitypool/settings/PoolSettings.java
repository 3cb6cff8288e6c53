package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;

/**
 * The settings of a pool; docs/console/identity-pools.md describes them.
 *
 * @param mechanisms at least one
 * @param passwordHashing id of the hash provider; empty: the realm's
 * @param otpLength in digits
 * @param otpTtl in seconds
 * @param clients client IDs of the pool's applications
 * @param admittedRole realm role that admits users of no pool
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

  public static final String DESCRIPTION = "description";
  public static final String PAYLOAD_SCHEMA = "payloadSchema";
  public static final String METADATA_SCHEMA = "metadataSchema";
  public static final String AUTHENTICATION_MECHANISMS = "authenticationMechanisms";
  public static final String PUBLIC_REGISTRATION_ALLOWED = "publicRegistrationAllowed";
  public static final String PASSWORD_HASHING = "passwordHashing";
  public static final String PASSWORD_RULES = "passwordRules";
  public static final String PASSWORD_STRENGTH = "passwordStrength";
  public static final String PASSWORD_CAPITAL_LETTERS = "passwordCapitalLetters";
  public static final String PASSWORD_LOWERCASE_LETTERS = "passwordLowercaseLetters";
  public static final String PASSWORD_DIGITS = "passwordDigits";
  public static final String PASSWORD_SPECIAL_CHARACTERS = "passwordSpecialCharacters";
  public static final String PASSWORD_MIN_LENGTH = "passwordMinLength";
  public static final String PASSWORD_NOT_USED_SINCE = "passwordNotUsedSince";
  public static final String OTP_LENGTH = "otpLength";
  public static final String OTP_TTL = "otpTtl";
  public static final String CLIENTS = "clients";
  public static final String ADMITTED_ROLE = "admittedRole";
  public static final String GROUP = "group";
  public static final String DELETE_USERS = "deleteUsers";

  /** Keycloak's own ({@code UserStorageProviderModel}). */
  public static final String ENABLED = "enabled";

  /** A word, because the console's lists cannot be emptied. */
  static final String REALMS_HASHING = "realm";

  static final List<String> CHOICES_OF_HASHING =
      List.of(REALMS_HASHING, "argon2", "bcrypt", "pbkdf2-sha512");

  static final int DEFAULT_OTP_LENGTH = 6;
  static final int DEFAULT_OTP_TTL = 600;

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
    SettingsReader reader = new SettingsReader(new Settings(values, text -> text));
    return new PoolSettings(
        reader.flag(ENABLED, true) ? State.ON : State.OFF,
        reader.text(DESCRIPTION),
        reader.payloadSchema(),
        reader.metadataSchema(),
        reader.mechanisms(),
        reader.flag(PUBLIC_REGISTRATION_ALLOWED, false),
        reader.hashing(),
        reader.passwords(),
        reader.realmRules(),
        reader.number(OTP_LENGTH, DEFAULT_OTP_LENGTH, 4, 10),
        reader.number(OTP_TTL, DEFAULT_OTP_TTL, 30, 86_400),
        Set.copyOf(reader.list(CLIENTS)),
        reader.text(ADMITTED_ROLE),
        reader.text(GROUP),
        reader.deletion());
  }
}
