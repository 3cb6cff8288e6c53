package io.keycloakpools.userstorage.settings;

import static io.keycloakpools.common.settings.Settings.problem;

import io.keycloakpools.common.settings.Choices;
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
        settings.text(SharedSettings.SYNC_ATTRIBUTES).map(Boolean::parseBoolean),
        settings.text(SharedSettings.JUST_IN_TIME_MIGRATION).map(Boolean::parseBoolean));
  }

  public static boolean areIn(Map<String, List<String>> config) {
    FormerSwitches switches = in(settings(config));
    return switches.follows().isPresent() || switches.moves().isPresent();
  }

  /** Reads the setting; switches override it where present. */
  public static StayOrMove read(Settings settings) {
    return in(settings).over(chosen(settings));
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
    Settings settings = settings(next);
    FormerSwitches sent = in(settings).without(in(settings(before)));
    Optional<String> choice = settings.text(SharedSettings.STAY_OR_MOVE);
    boolean isNew =
        choice.isPresent() && !choice.equals(settings(before).text(SharedSettings.STAY_OR_MOVE));
    StayOrMove base = isNew ? chosen(settings) : read(settings(before));
    StayOrMove meant = sent.over(base);
    if (isNew && meant != base) {
      throw problem(
          SharedSettings.STAY_OR_MOVE, "userPoolSettingFormerSwitches", choice.get(), sent.words());
    }
    next.put(SharedSettings.STAY_OR_MOVE, new ArrayList<>(List.of(Choices.word(meant))));
    next.remove(SharedSettings.SYNC_ATTRIBUTES);
    next.remove(SharedSettings.JUST_IN_TIME_MIGRATION);
  }

  private static StayOrMove chosen(Settings settings) {
    return settings.choice(SharedSettings.STAY_OR_MOVE, StayOrMove.class, StayOrMove.STAY);
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
    follows.ifPresent(on -> words.add(SharedSettings.SYNC_ATTRIBUTES + "=" + on));
    moves.ifPresent(on -> words.add(SharedSettings.JUST_IN_TIME_MIGRATION + "=" + on));
    return String.join(", ", words);
  }

  /** None of these settings is secret. */
  private static Settings settings(Map<String, List<String>> config) {
    return new Settings(config::get, text -> text);
  }
}
