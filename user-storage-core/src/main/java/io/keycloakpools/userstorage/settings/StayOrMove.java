package io.keycloakpools.userstorage.settings;

import java.util.List;

/** Whether the users of a directory stay there; the setting {@code stayOrMove}. */
public enum StayOrMove {

  /** The password stays in the directory, and the data here follows it at each sign-in. */
  STAY(true, false),

  /** The password stays in the directory; the data is copied once, and edited here. */
  STAY_COPIED_ONCE(false, false),

  /** The password is stored here at the first sign-in, with the data of that day. */
  MOVE_AT_FIRST_SIGN_IN(true, true),

  /**
   * The same, with the data that was copied when the user was looked up. Both {@link
   * FormerSwitches} could say so; the form does not offer it.
   */
  MOVE_COPIED_ONCE(false, true);

  private final boolean follows;
  private final boolean moves;

  StayOrMove(boolean follows, boolean moves) {
    this.follows = follows;
    this.moves = moves;
  }

  static StayOrMove of(boolean follows, boolean moves) {
    if (moves) {
      return follows ? MOVE_AT_FIRST_SIGN_IN : MOVE_COPIED_ONCE;
    }
    return follows ? STAY : STAY_COPIED_ONCE;
  }

  /** What the form offers, the default first. */
  static List<String> offered() {
    return List.of(word(STAY), word(STAY_COPIED_ONCE), word(MOVE_AT_FIRST_SIGN_IN));
  }

  private static String word(StayOrMove one) {
    return Choices.word(one);
  }

  /** Whether the data of imported users follows the directory. */
  boolean follows() {
    return follows;
  }

  /** Whether users move here at their first sign-in. */
  boolean moves() {
    return moves;
  }
}
