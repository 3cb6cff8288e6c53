package io.keycloakpools.userstorage.rest;

import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The words of the contract {@code pools} for the states of an account. */
final class Words {

  static final String USABLE = "usable";
  static final String MUST_CHANGE_PASSWORD = "must_change_password";

  /** What an endpoint can say; the other reasons are Keycloak's own findings. */
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

  private Words() {}

  /** The status that a word names. */
  static Optional<AccountStatus> status(String word) {
    return switch (word) {
      case USABLE -> Optional.of(new AccountStatus.Usable());
      case MUST_CHANGE_PASSWORD -> Optional.of(new AccountStatus.MustChangePassword());
      default -> named(word).map(AccountStatus.Unusable::new);
    };
  }

  /** The reason that a word names; any other word is a refusal as well. */
  static UnusableReason reason(String word) {
    return named(word).orElse(UnusableReason.DENIED);
  }

  private static Optional<UnusableReason> named(String word) {
    return REASONS.stream().filter(reason -> reason.code().equals(word)).findFirst();
  }
}
