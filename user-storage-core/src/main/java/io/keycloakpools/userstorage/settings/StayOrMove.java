package io.keycloakpools.userstorage.settings;

import io.keycloakpools.common.Word;
import java.util.List;

/** Setting {@code stayOrMove}. */
public enum StayOrMove {

  /** The password stays there; the data follows the directory at each sign-in. */
  STAY(true, false),

  /** The password stays there; the data is copied once and edited here. */
  STAY_COPIED_ONCE(false, false),

  /** The password moves here at the first sign-in, with the data of that day. */
  MOVE_AT_FIRST_SIGN_IN(true, true),

  /**
   * As above, with the data of the look-up. Both {@link FormerSwitches} could select it; the form
   * does not offer it.
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

  /** The default comes first. */
  static List<String> offered() {
    return List.of(word(STAY), word(STAY_COPIED_ONCE), word(MOVE_AT_FIRST_SIGN_IN));
  }

  private static String word(StayOrMove one) {
    return Word.hyphenated(one);
  }

  boolean follows() {
    return follows;
  }

  boolean moves() {
    return moves;
  }
}
