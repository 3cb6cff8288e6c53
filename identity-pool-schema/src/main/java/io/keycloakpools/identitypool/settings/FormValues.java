package io.keycloakpools.identitypool.settings;

import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * Stores settings so that the form of the console shows what they mean. The form shows the default
 * of a setting that is not stored, shows one text only where it offers a list, and sends what it
 * shows: whoever saves it untouched must change nothing.
 */
public record FormValues(RealmModel realm) {

  /** For a component that is about to be saved, or is stored as an earlier version did. */
  public void complete(ComponentModel pool) {
    mechanisms(pool);
    stored(pool)
        .filter(stored -> lacksRules(pool))
        .ifPresent(
            stored -> {
              // Those of an earlier version, which had no such setting, replace the realm's.
              RealmRules rules = lacksRules(stored) ? RealmRules.INSTEAD : RealmRules.ADD;
              pool.put(PoolSettings.PASSWORD_RULES, rules.word());
            });
  }

  /**
   * For a component that was created just now, and did not come with a file: a file keeps the
   * meaning that it had in an earlier version, see {@code PoolRealms}.
   *
   * @return whether something was missing
   */
  public static boolean completeNew(ComponentModel pool) {
    boolean missing = lacksRules(pool);
    if (missing) {
      pool.put(PoolSettings.PASSWORD_RULES, RealmRules.ADD.word());
    }
    return missing;
  }

  private static boolean lacksRules(ComponentModel pool) {
    return SettingsReader.of(pool).text(PoolSettings.PASSWORD_RULES).isEmpty();
  }

  private Optional<ComponentModel> stored(ComponentModel pool) {
    return Optional.ofNullable(pool.getId()).map(realm::getComponent);
  }

  /** Stored as several values, the list of the form could show none of them. */
  private static void mechanisms(ComponentModel pool) {
    String key = PoolSettings.AUTHENTICATION_MECHANISMS;
    List<String> words = SettingKind.words(SettingsReader.of(pool).all(key));
    if (!words.isEmpty() && Mechanism.words().containsAll(words)) {
      pool.put(
          key, Mechanism.text(words.stream().map(Mechanism::named).map(Optional::get).toList()));
    }
  }
}
