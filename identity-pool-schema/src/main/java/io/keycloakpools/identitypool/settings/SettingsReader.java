package io.keycloakpools.identitypool.settings;

import static java.util.stream.Collectors.toSet;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.component.ComponentModel;

/**
 * Text is trimmed; blank is absent. Each setting is read by itself, so that a damaged pool can
 * still be shown, repaired and deleted.
 */
public record SettingsReader(Settings settings) {

  public static SettingsReader of(ComponentModel pool) {
    return new SettingsReader(new Settings(pool.getConfig()::get, text -> text));
  }

  /** More applications than a realm has. */
  private static final int MOST_VALUES = 1000;

  List<String> list(String key) {
    if (settings.list(key).size() > MOST_VALUES) {
      throw Settings.problem(key, "identityPoolSettingTooMany", String.valueOf(MOST_VALUES));
    }
    return all(key);
  }

  public List<String> all(String key) {
    return settings.list(key).stream().distinct().toList();
  }

  public Optional<String> text(String key) {
    return settings.text(key);
  }

  public boolean flag(String key, boolean ifAbsent) {
    return settings.flag(key, ifAbsent);
  }

  public String payloadSchema() {
    return text(PoolSettings.PAYLOAD_SCHEMA).orElse(IdentitySchemas.DEFAULT_PAYLOAD);
  }

  public String metadataSchema() {
    return text(PoolSettings.METADATA_SCHEMA).orElse(IdentitySchemas.DEFAULT_METADATA);
  }

  public PoolSettings.Deletion deletion() {
    return flag(PoolSettings.DELETE_USERS, false)
        ? PoolSettings.Deletion.DELETES_USERS
        : PoolSettings.Deletion.KEEPS_USERS;
  }

  public boolean registers() {
    return flag(PoolSettings.PUBLIC_REGISTRATION_ALLOWED, false);
  }

  Optional<String> choice(String key, List<String> possible) {
    return settings.choice(key, possible);
  }

  public Optional<String> hashing() {
    return choice(PoolSettings.PASSWORD_HASHING, PoolSettings.CHOICES_OF_HASHING)
        .filter(chosen -> !chosen.equals(PoolSettings.REALMS_HASHING));
  }

  /** Unset by versions without this setting, whose rules replaced the realm's. */
  RealmRules realmRules() {
    return choice(PoolSettings.PASSWORD_RULES, RealmRules.words())
        .flatMap(RealmRules::named)
        .orElse(RealmRules.INSTEAD);
  }

  Set<Mechanism> mechanisms() {
    String key = PoolSettings.AUTHENTICATION_MECHANISMS;
    Set<Mechanism> chosen =
        SettingKind.words(list(key)).stream()
            .map(
                word ->
                    Mechanism.named(word)
                        .orElseThrow(() -> Settings.choice(key, word, Mechanism.words())))
            .collect(toSet());
    return chosen.isEmpty() ? Set.of(Mechanism.PASSWORD) : chosen;
  }

  int number(String key, int ifAbsent, int least, int most) {
    return settings.number(key, ifAbsent, least, most);
  }

  PasswordSettings passwords() {
    PasswordSettings unset = PasswordSettings.currentDefaults();
    return new PasswordSettings(
        strength(unset.strength()),
        ofAKind(PoolSettings.PASSWORD_CAPITAL_LETTERS, unset.capitalLetters()),
        ofAKind(PoolSettings.PASSWORD_LOWERCASE_LETTERS, unset.lowercaseLetters()),
        ofAKind(PoolSettings.PASSWORD_DIGITS, unset.digits()),
        ofAKind(PoolSettings.PASSWORD_SPECIAL_CHARACTERS, unset.specialCharacters()),
        number(
            PoolSettings.PASSWORD_MIN_LENGTH,
            unset.minLength(),
            1,
            PasswordSettings.LONGEST_MINIMUM),
        number(
            PoolSettings.PASSWORD_NOT_USED_SINCE,
            unset.notUsedSince(),
            0,
            PasswordSettings.MOST_REMEMBERED));
  }

  private int ofAKind(String key, int ifAbsent) {
    return number(key, ifAbsent, 0, PasswordSettings.MOST_OF_A_KIND);
  }

  private Strength strength(Strength ifAbsent) {
    List<String> words = Arrays.stream(Strength.values()).map(Strength::toString).toList();
    return choice(PoolSettings.PASSWORD_STRENGTH, words).flatMap(Strength::named).orElse(ifAbsent);
  }
}
