package io.keycloakpools.identitypool.settings;

import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;

/**
 * The settings of a pool; docs/console/identity-pools.md has what they do.
 *
 * @param state whether it is switched on
 * @param payloadSchema name of the schema for user data
 * @param metadataSchema name of the schema for data about the user
 * @param mechanisms at least one
 * @param publicRegistrationAllowed whether people may register themselves
 * @param passwordHashing id of the hash provider; empty: the realm's
 * @param realmRules what {@code passwords} does to the rules of the realm
 * @param otpLength digits of a one-time code
 * @param otpTtl how long a one-time code is valid, in seconds
 * @param clients client IDs of the applications that the pool serves
 * @param admittedRole realm role with which users of no pool enter the applications
 * @param group path of the group that new users join
 * @param deletion what happens to the users when the pool is deleted
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

  /** A word, because the console cannot choose nothing from a list. */
  static final String REALMS_HASHING = "realm";

  static final List<String> CHOICES_OF_HASHING =
      List.of(REALMS_HASHING, "argon2", "bcrypt", "pbkdf2-sha512");

  static final int DEFAULT_OTP_LENGTH = 6;
  static final int DEFAULT_OTP_TTL = 600;

  /** Whether a pool is switched on. */
  public enum State {
    ON,
    /** Its users cannot sign in and cannot be changed, and nobody joins. */
    OFF
  }

  /** What happens to the users of a pool when it is deleted. */
  public enum Deletion {
    /** As long as there are users, the pool cannot be deleted. */
    KEEPS_USERS,
    /** They are deleted with it. */
    DELETES_USERS
  }

  public PoolSettings {
    mechanisms = Set.copyOf(mechanisms);
    clients = Set.copyOf(clients);
  }

  /** Of a pool whose settings cannot be read: nothing is allowed. */
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
   * The settings of a component, parsed once.
   *
   * @throws InvalidPoolSettingException on a value that is not possible
   */
  public static PoolSettings of(ComponentModel pool) {
    return KeptSettings.of(pool);
  }

  /**
   * Reads settings.
   *
   * @param values all values of a key, or null
   * @throws InvalidPoolSettingException on a value that is not possible
   */
  public static PoolSettings read(Function<String, List<String>> values) {
    SettingsReader reader = new SettingsReader(values);
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
