package io.keycloakpools.userstorage.rest;

import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Account states of the contract {@code pools}. */
final class PoolsAccountStates {

  static final String USABLE = "usable";
  static final String MUST_CHANGE_PASSWORD = "must_change_password";

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{1,64}");

  /** Keycloak itself finds the other reasons. */
  static final Set<UnusableReason> REASONS =
      EnumSet.of(
          UnusableReason.DISABLED,
          UnusableReason.UNCONFIRMED,
          UnusableReason.RESET_REQUIRED,
          UnusableReason.BLOCKED,
          UnusableReason.LEAKED_PASSWORD,
          UnusableReason.EXTERNAL,
          UnusableReason.TEMPORARY_PASSWORD_EXPIRED,
          UnusableReason.DENIED,
          UnusableReason.IDENTITY_CHANGED);

  private PoolsAccountStates() {}

  static Optional<AccountStatus> status(String word) {
    return switch (word) {
      case USABLE -> Optional.of(new AccountStatus.Usable());
      case MUST_CHANGE_PASSWORD -> Optional.of(new AccountStatus.MustChangePassword());
      default -> reason(word).map(AccountStatus.Unusable::new);
    };
  }

  /** Logs a word of the endpoint only if it looks like one: it may be anything. */
  static String forLog(String word) {
    return WORD.matcher(word).matches() ? ": " + word : "";
  }

  /** An unknown word refuses as well. */
  static PasswordCheck unusable(String word) {
    return reason(word)
        .map(PasswordCheck.AccountUnusable::new)
        .orElseGet(() -> new PasswordCheck.AccountUnusable(UnusableReason.DENIED, word));
  }

  private static Optional<UnusableReason> reason(String word) {
    return REASONS.stream().filter(reason -> reason.code().equals(word)).findFirst();
  }
}
