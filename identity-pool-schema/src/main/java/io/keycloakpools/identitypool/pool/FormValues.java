package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.Imports;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * Stores settings so that the form of the console shows what they mean. The form shows the default
 * of a setting that is not stored, shows one text only where it offers a list, and sends what it
 * shows: whoever saves it untouched must change nothing.
 */
record FormValues(RealmModel realm) {

  /** For a component that is about to be saved, or is stored as an earlier version did. */
  void complete(ComponentModel pool) {
    mechanisms(pool);
    if (SettingsReader.of(pool).text(PoolSettings.PASSWORD_RULES).isEmpty()) {
      pool.put(PoolSettings.PASSWORD_RULES, rules(pool).word());
    }
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

  /**
   * A pool that an earlier version stored, or that comes with a file, keeps its meaning: its rules
   * hold instead of the realm's. Those of a pool that is made now, or whose setting is taken away,
   * add to them.
   */
  private RealmRules rules(ComponentModel pool) {
    Optional<ComponentModel> stored = Optional.ofNullable(pool.getId()).map(realm::getComponent);
    boolean keepsMeaning =
        Imports.isImported(realm, pool)
            || stored
                .filter(it -> SettingsReader.of(it).text(PoolSettings.PASSWORD_RULES).isEmpty())
                .isPresent();
    return keepsMeaning ? RealmRules.INSTEAD : RealmRules.ADD;
  }
}
