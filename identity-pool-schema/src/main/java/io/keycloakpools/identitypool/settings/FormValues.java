package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * Makes the console's form show settings correctly. It shows the default of an unset setting and a
 * single text where it offers a list, and sends what it shows: saving an untouched form must change
 * nothing.
 */
public record FormValues(RealmModel realm) {

  public void complete(ComponentModel pool) {
    mechanisms(pool);
    stored(pool)
        .filter(stored -> lacksRules(pool))
        .ifPresent(
            stored -> {
              // The rules of an earlier version, without this setting, replace the realm's.
              RealmRules rules = lacksRules(stored) ? RealmRules.INSTEAD : RealmRules.ADD;
              pool.put(PoolSettings.PASSWORD_RULES.key(), rules.word());
            });
  }

  /**
   * Not for an import, which keeps the meaning of an earlier version: see {@code PoolRealms}.
   *
   * @return whether a setting was missing
   */
  public static boolean completeNew(ComponentModel pool) {
    boolean missing = lacksRules(pool);
    if (missing) {
      pool.put(PoolSettings.PASSWORD_RULES.key(), RealmRules.ADD.word());
    }
    return missing;
  }

  private static boolean lacksRules(ComponentModel pool) {
    return Settings.of(pool.getConfig()).text(PoolSettings.PASSWORD_RULES.key()).isEmpty();
  }

  private Optional<ComponentModel> stored(ComponentModel pool) {
    return Optional.ofNullable(pool.getId()).map(realm::getComponent);
  }

  /** The form's list could show none of several values. */
  private static void mechanisms(ComponentModel pool) {
    String key = PoolSettings.AUTHENTICATION_MECHANISMS.key();
    List<String> words = SettingKind.words(Settings.of(pool.getConfig()).list(key));
    if (!words.isEmpty() && Mechanism.words().containsAll(words)) {
      pool.put(
          key, Mechanism.text(words.stream().map(Mechanism::named).map(Optional::get).toList()));
    }
  }
}
