package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.rules.Verdict.Followup;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a right password has written. */
public final class SignInWrite {

  private SignInWrite() {}

  /**
   * Whether a sign-in has something to write. Nothing is written for linked users whose data did
   * not change: a transaction and a row lock cost more than the sign-in itself.
   *
   * @param migrates whether the user moves now
   * @param then what the user must do next
   * @param refusalStored whether an earlier refusal is still stored
   * @param upToDate whether the stored data are those of the directory; asked last, because it
   *     reads the database
   */
  public static boolean isDue(
      boolean migrates, Followup then, boolean refusalStored, BooleanSupplier upToDate) {
    return migrates || then != Followup.NOTHING || refusalStored || !upToDate.getAsBoolean();
  }

  /**
   * Whether a user may sign in although the directory gave no data: only a linked user of a pool
   * whose users stay. Others must be written first.
   */
  public static boolean isDispensable(Optional<LinkStatus> status, boolean migrates) {
    return status.filter(LinkStatus.LINKED::equals).isPresent() && !migrates;
  }

  /**
   * Whether the realm's user profile is checked: only where the directory no longer overwrites the
   * user's data, so that a correction made here lasts.
   */
  public static boolean isProfileDue(boolean migrates, boolean syncsAttributes) {
    return migrates || !syncsAttributes;
  }
}
