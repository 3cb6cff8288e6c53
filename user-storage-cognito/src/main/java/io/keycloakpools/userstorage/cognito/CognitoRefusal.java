package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Maps exceptions of InitiateAuth and AdminInitiateAuth (API references, "Errors") by error code:
 * some arrive as the SDK's base class. Only an explicit "wrong password" is one.
 *
 * <p>An unknown code about a user refuses the user. Any other is an outage: AWS has dozens of codes
 * for keys, permissions, settings and triggers, and adds more.
 */
final class CognitoRefusal {

  private static final Map<String, UnusableReason> UNUSABLE =
      Map.of(
          "UserNotConfirmedException", UnusableReason.UNCONFIRMED,
          "PasswordResetRequiredException", UnusableReason.RESET_REQUIRED);

  /** Emulators use the second; the reference does not list it. */
  private static final Set<String> WRONG =
      Set.of("UserNotFoundException", "InvalidPasswordException");

  /**
   * An expired temporary password; the second text is the older one: "…, it must be reset by an
   * administrator."
   */
  private static final Set<String> EXPIRED =
      Set.of("temporary password has expired", "user account has expired");

  private static final int BAD_REQUEST = 400;

  private static final Set<String> THROTTLED =
      Set.of(
          "TooManyRequestsException", "TooManyFailedAttemptsException", "LimitExceededException");

  /**
   * Such as {@code UserLambdaValidationException} of a trigger. Codes for user pools and import
   * jobs begin alike.
   */
  private static final Pattern USER_ERRORS =
      Pattern.compile(
          "(User(?!Pool|Import)|Password|Alias|CodeMismatch|ExpiredCode)" + "[A-Za-z]*Exception");

  private CognitoRefusal() {}

  static PasswordCheck of(SdkException exception) {
    if (!(exception instanceof AwsServiceException refused) || refused.awsErrorDetails() == null) {
      return new PasswordCheck.Unavailable(SdkFailures.outage(exception));
    }
    String code = SdkFailures.code(refused);
    if ("NotAuthorizedException".equals(code)) {
      return notAuthorized(code, String.valueOf(refused.awsErrorDetails().errorMessage()));
    }
    if (WRONG.contains(code)) {
      return new PasswordCheck.Rejected();
    }
    if (UNUSABLE.containsKey(code)) {
      return new PasswordCheck.AccountUnusable(UNUSABLE.get(code));
    }
    if (THROTTLED.contains(code) || refused.isThrottlingException()) {
      return new PasswordCheck.Throttled(Optional.empty());
    }
    if (refused.statusCode() == BAD_REQUEST && USER_ERRORS.matcher(code).matches()) {
      return new PasswordCheck.AccountUnusable(UnusableReason.DENIED, code);
    }
    return new PasswordCheck.Unavailable(SdkFailures.outage(exception));
  }

  /**
   * Only the text tells this exception's seven meanings apart. An unknown text is not a wrong
   * password.
   */
  private static PasswordCheck notAuthorized(String code, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.startsWith("incorrect username or password")) {
      return new PasswordCheck.Rejected();
    }
    if (text.startsWith("user is disabled")) {
      return new PasswordCheck.AccountUnusable(UnusableReason.DISABLED);
    }
    if (text.startsWith("password attempts exceeded")) {
      return new PasswordCheck.Throttled(Optional.empty());
    }
    if (EXPIRED.stream().anyMatch(text::startsWith)) {
      return new PasswordCheck.AccountUnusable(UnusableReason.TEMPORARY_PASSWORD_EXPIRED);
    }
    if (SdkFailures.isAboutSecretHash(message)) {
      return new PasswordCheck.Unavailable(
          Outage.refused("the app client secret is wrong or missing"));
    }
    return new PasswordCheck.AccountUnusable(UnusableReason.DENIED, code);
  }
}
