package io.keycloakpools.userstorage.settings;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two switches replaced by {@code stayOrMove}. Files, scripts and Terraform plans of earlier
 * versions may contain them. Saving converts them, because a form that had loaded them would send
 * them back and undo later choices.
 *
 * @param follows {@code syncAttributes}, if present
 * @param moves {@code justInTimeMigration}, if present
 */
public record FormerSwitches(Optional<Boolean> follows, Optional<Boolean> moves) {

  static FormerSwitches in(Settings settings) {
    return new FormerSwitches(
        settings.get(SharedSettings.SYNC_ATTRIBUTES),
        settings.get(SharedSettings.JUST_IN_TIME_MIGRATION));
  }

  public static boolean areIn(Map<String, List<String>> config) {
    FormerSwitches switches = in(Settings.of(config));
    return switches.follows().isPresent() || switches.moves().isPresent();
  }

  /** Reads the setting; switches override it where present. */
  public static StayOrMove read(Settings settings) {
    return in(settings).over(settings.get(SharedSettings.STAY_OR_MOVE));
  }

  /**
   * Replaces the switches before a component is saved. Stored switches yield to a new choice.
   *
   * @param before the stored configuration; may be empty
   * @throws InvalidSettingException if a new choice contradicts new switches
   */
  public static void replace(Map<String, List<String>> before, Map<String, List<String>> next) {
    if (!areIn(next)) {
      return;
    }
    Settings stored = Settings.of(before);
    Settings settings = Settings.of(next);
    FormerSwitches sent = in(settings).without(in(stored));
    String key = SharedSettings.STAY_OR_MOVE.key();
    Optional<String> choice = settings.text(key);
    boolean isNew = choice.isPresent() && !choice.equals(stored.text(key));
    StayOrMove base = isNew ? settings.get(SharedSettings.STAY_OR_MOVE) : read(stored);
    StayOrMove meant = sent.over(base);
    if (isNew && meant != base) {
      throw SharedSettings.STAY_OR_MOVE.invalid(
          "userPoolSettingFormerSwitches", choice.get(), sent.words());
    }
    next.put(key, new ArrayList<>(List.of(Word.hyphenated(meant))));
    next.remove(SharedSettings.SYNC_ATTRIBUTES.key());
    next.remove(SharedSettings.JUST_IN_TIME_MIGRATION.key());
  }

  private StayOrMove over(StayOrMove choice) {
    return StayOrMove.of(follows.orElse(choice.follows()), moves.orElse(choice.moves()));
  }

  private FormerSwitches without(FormerSwitches stored) {
    return new FormerSwitches(
        follows.equals(stored.follows) ? Optional.empty() : follows,
        moves.equals(stored.moves) ? Optional.empty() : moves);
  }

  private String words() {
    List<String> words = new ArrayList<>();
    follows.ifPresent(on -> words.add(SharedSettings.SYNC_ATTRIBUTES.key() + "=" + on));
    moves.ifPresent(on -> words.add(SharedSettings.JUST_IN_TIME_MIGRATION.key() + "=" + on));
    return String.join(", ", words);
  }
}
