package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.List;

/**
 * What a person reads who cannot sign in, and where they can go from there.
 *
 * @param messageKey of the text
 * @param steps in the order in which they are offered; what a realm or pool does not have is left
 *     out when they are shown
 */
public record NextSteps(String messageKey, List<Step> steps) {

  /** Something to click. */
  public enum Step {
    /** Set a new password here: Keycloak's "forgot password". */
    RESET,
    /** Change the password in the directory. */
    CHANGE,
    /** Sign in with an identity provider. */
    PROVIDERS,
    /** Ask for help. */
    SUPPORT
  }

  private static final String REFUSED = "userPoolRefused.";

  /**
   * After a refusal.
   *
   * @param resetHelps whether a password that is set here lets the person in: they move, and the
   *     realm has "forgot password"
   */
  public static NextSteps after(UnusableReason reason, boolean resetHelps) {
    String key = REFUSED + reason.code();
    return switch (reason) {
      case RESET_REQUIRED,
          LEAKED_PASSWORD,
          TEMPORARY_PASSWORD,
          TEMPORARY_PASSWORD_EXPIRED,
          TOO_MANY_ATTEMPTS ->
          resetHelps
              ? new NextSteps(key + "_reset", List.of(Step.RESET, Step.SUPPORT))
              : new NextSteps(key, List.of(Step.CHANGE, Step.SUPPORT));
      case EXTERNAL -> new NextSteps(key, List.of(Step.PROVIDERS, Step.SUPPORT));
      case DISABLED,
          UNCONFIRMED,
          BLOCKED,
          SECOND_FACTOR,
          DENIED,
          IDENTITY_CHANGED,
          UNKNOWN_TENANT,
          WRONG_CLIENT,
          IDENTITY_POOL_CLOSED ->
          new NextSteps(key, List.of(Step.SUPPORT));
    };
  }

  /**
   * For somebody who cannot be imported, because an account of the realm is in the way: it may be
   * their own.
   *
   * @param canReset whether the realm has "forgot password"
   */
  public static NextSteps clash(boolean canReset) {
    return canReset
        ? new NextSteps("userPoolClash_reset", List.of(Step.RESET, Step.SUPPORT))
        : new NextSteps("userPoolClash", List.of(Step.SUPPORT));
  }

  /** For somebody who wants to set a password that is kept elsewhere. */
  public static NextSteps passwordElsewhere() {
    return new NextSteps("userPoolPasswordIsElsewhere", List.of(Step.CHANGE, Step.SUPPORT));
  }

  /** The same with the words of the directory about a denial. */
  public NextSteps told() {
    return new NextSteps(messageKey + "_told", steps);
  }
}
