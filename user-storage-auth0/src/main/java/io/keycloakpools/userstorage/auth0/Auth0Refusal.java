package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.http.HttpStatus;

/**
 * Maps refusals by {@code POST /oauth/token} ("Standard Error Responses", Authentication API). The
 * status alone never decides: 401 and 403 stand for everything. Only an explicit "wrong password"
 * is one.
 *
 * <p>Rules, Actions and custom database scripts invent codes, so an unknown code refuses the user.
 * OAuth's codes for requests and clients, and other statuses, are outages.
 */
final class Auth0Refusal {

  /** Suspicious IP throttling; the reset of the rate limit does not end it. */
  private static final String TOO_MANY_LOGINS = "too_many_logins";

  /**
   * The block of an account for one address lasts up to 30 days, and a mailed link ends it: a short
   * wait would not help.
   */
  private static final Map<String, UnusableReason> UNUSABLE =
      Map.of(
          "too_many_attempts", UnusableReason.TOO_MANY_ATTEMPTS,
          "blocked_user", UnusableReason.BLOCKED,
          "password_leaked", UnusableReason.LEAKED_PASSWORD,
          "password_change_required", UnusableReason.RESET_REQUIRED,
          "password_expired", UnusableReason.RESET_REQUIRED);

  /** A CAPTCHA cannot be shown here. Older documentation has the second name. */
  private static final Set<String> CAPTCHA =
      Set.of("requires_verification", "requires_validation", "invalid_captcha");

  /** RFC 6749, section 5.2, and extensions. {@code invalid_grant} is about the user. */
  private static final Pattern REQUEST_ERRORS =
      Pattern.compile(
          "invalid_(?!grant$).*|unsupported_.*|unauthorized_client|insufficient_.*|use_dpop_nonce"
              + "|server_error|temporarily_unavailable");

  private static final Set<Integer> SIGN_IN_STATUSES =
      Set.of(
          HttpStatus.SC_BAD_REQUEST,
          HttpStatus.SC_UNAUTHORIZED,
          HttpStatus.SC_FORBIDDEN,
          HttpStatus.SC_CONFLICT,
          HttpStatus.SC_UNPROCESSABLE_ENTITY,
          HttpStatus.SC_LOCKED);

  /**
   * "mfa_required"; "mfa_registration_required" if the user lacks a required factor. The older API
   * adds a prefix. Any other "mfa_…" may mean a failed factor.
   */
  private static final Pattern SECOND_FACTOR =
      Pattern.compile("(a0\\.)?mfa_([a-z]{1,40}_)?required");

  /** "Wrong email or password.", "Wrong username or password.", "Wrong phone number or …". */
  private static final Pattern WRONG_PASSWORD = Pattern.compile("wrong .*password.*");

  /**
   * Actions and Rules run after the password check, so the user may see their text. Custom database
   * scripts run before it and use other codes.
   */
  private static final Set<String> AFTER_PASSWORD_CHECK = Set.of("access_denied", "unauthorized");

  /** Other text may repeat the request. */
  private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

  private Auth0Refusal() {}

  /** The password was right. */
  static boolean asksForSecondFactor(Reply.Answer answer) {
    return SIGN_IN_STATUSES.contains(answer.status())
        && SECOND_FACTOR.matcher(error(answer)).matches();
  }

  static PasswordCheck of(Reply.Answer answer) {
    String error = error(answer);
    if (error.equals("invalid_user_password") || isWrongPassword(answer)) {
      return new PasswordCheck.Rejected();
    }
    if (UNUSABLE.containsKey(error)) {
      return new PasswordCheck.AccountUnusable(UNUSABLE.get(error));
    }
    if (TOO_MANY_LOGINS.equals(error)) {
      return new PasswordCheck.Throttled(answer.retryAfter(Instant.now()));
    }
    if (answer.status() == Reply.Answer.TOO_MANY_REQUESTS || error.equals("too_many_requests")) {
      return new PasswordCheck.Throttled(RateLimit.retryAfter(answer, Instant.now()));
    }
    if (CAPTCHA.contains(error)) {
      return new PasswordCheck.Unavailable(
          Outage.refused(
              "bot detection asks for a CAPTCHA: switch it off for this application's password flow"));
    }
    if (isBlocked(answer)) {
      return new PasswordCheck.AccountUnusable(UnusableReason.BLOCKED);
    }
    if (refusesUser(answer)) {
      return new PasswordCheck.AccountUnusable(UnusableReason.DENIED, error, userMessage(answer));
    }
    return new PasswordCheck.Unavailable(answer.outage(describe(answer)));
  }

  private static String userMessage(Reply.Answer answer) {
    return AFTER_PASSWORD_CHECK.contains(error(answer)) ? answer.text("error_description") : "";
  }

  private static boolean refusesUser(Reply.Answer answer) {
    String error = error(answer);
    return SIGN_IN_STATUSES.contains(answer.status())
        && CODE.matcher(error).matches()
        && !REQUEST_ERRORS.matcher(error).matches()
        && !isInvalidClient(answer);
  }

  static boolean isInvalidClient(Reply.Answer answer) {
    return error(answer).equals("invalid_client")
        || (error(answer).equals("access_denied") && description(answer).equals("unauthorized"));
  }

  static String describe(Reply.Answer answer) {
    String error = answer.body().path("errorCode").asText(error(answer));
    return "HTTP " + answer.status() + (CODE.matcher(error).matches() ? " " + error : "");
  }

  static String error(Reply.Answer answer) {
    return answer.text("error");
  }

  /** In lower case. */
  static String description(Reply.Answer answer) {
    return answer.text("error_description").toLowerCase(Locale.ROOT);
  }

  private static boolean isWrongPassword(Reply.Answer answer) {
    return error(answer).equals("invalid_grant")
        && WRONG_PASSWORD.matcher(description(answer)).matches();
  }

  private static boolean isBlocked(Reply.Answer answer) {
    return Set.of("unauthorized", "invalid_grant").contains(error(answer))
        && description(answer).contains("blocked");
  }
}
