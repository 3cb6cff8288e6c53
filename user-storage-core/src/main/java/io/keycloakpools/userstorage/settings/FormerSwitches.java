package io.keycloakpools.userstorage.settings;

import static io.keycloakpools.userstorage.settings.Settings.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two switches that the setting {@code stayOrMove} replaced. They still count wherever settings
 * come in, such as in a file, a script or a Terraform plan of an earlier version, and become that
 * setting when they are stored: a form that had loaded them would send them back, and undo what was
 * chosen since.
 *
 * @param follows {@code syncAttributes}, if it is there
 * @param moves {@code justInTimeMigration}, if it is there
 */
public record FormerSwitches(Optional<Boolean> follows, Optional<Boolean> moves) {

  /** Those of a configuration. */
  static FormerSwitches in(Settings settings) {
    return new FormerSwitches(
        settings.text(SharedSettings.SYNC_ATTRIBUTES).map(Boolean::parseBoolean),
        settings.text(SharedSettings.JUST_IN_TIME_MIGRATION).map(Boolean::parseBoolean));
  }

  /** Whether a component has one of them. */
  public static boolean areIn(Map<String, List<String>> config) {
    FormerSwitches switches = in(settings(config));
    return switches.follows().isPresent() || switches.moves().isPresent();
  }

  /** What a configuration says, by the setting and by the switches, which count where they are. */
  public static StayOrMove read(Settings settings) {
    return in(settings).over(chosen(settings));
  }

  /**
   * Replaces the switches of a component that is about to be saved by the setting. Those that are
   * stored already are no news, and give way to a choice that is.
   *
   * @param before the stored configuration; empty if there is none
   * @throws InvalidSettingException when choice and switches are both new and contradict each other
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

  /** None of it is secret. */
  private static Settings settings(Map<String, List<String>> config) {
    return new Settings(config::get, text -> text);
  }
}
