package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.List;

/**
 * Message for a person who cannot sign in, with next steps in display order. The page omits
 * unavailable steps.
 */
public record NextSteps(String messageKey, List<Step> steps) {

  public enum Step {
    /** Keycloak's "forgot password". */
    RESET,
    /** Change the password in the directory. */
    CHANGE,
    PROVIDERS,
    SUPPORT
  }

  private static final String REFUSED = "userPoolRefused.";

  /**
   * Steps after a refusal.
   *
   * @param resetHelps whether a new password here lets the person in: they move, and the realm has
   *     "forgot password"
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

  /** A local account, possibly the person's own, prevents the import. */
  public static NextSteps clash(boolean canReset) {
    return canReset
        ? new NextSteps("userPoolClash_reset", List.of(Step.RESET, Step.SUPPORT))
        : new NextSteps("userPoolClash", List.of(Step.SUPPORT));
  }

  public static NextSteps passwordElsewhere() {
    return new NextSteps("userPoolPasswordIsElsewhere", List.of(Step.CHANGE, Step.SUPPORT));
  }

  /** Selects the message with the directory's own words. */
  public NextSteps told() {
    return new NextSteps(messageKey + "_told", steps);
  }
}
