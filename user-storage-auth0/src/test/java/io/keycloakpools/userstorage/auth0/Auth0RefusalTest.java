package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Json;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Auth0RefusalTest {

  static final PasswordCheck REJECTED = new PasswordCheck.Rejected();
  static final PasswordCheck THROTTLED = new PasswordCheck.Throttled(Optional.empty());
  private static final PasswordCheck CAPTCHA =
      new PasswordCheck.Unavailable(
          Outage.refused(
              "bot detection asks for a CAPTCHA: switch it off for this application's password"
                  + " flow"));

  static Stream<Arguments> answers() {
    PasswordCheck blocked = unusable(UnusableReason.BLOCKED);
    PasswordCheck guessed = unusable(UnusableReason.TOO_MANY_ATTEMPTS);
    PasswordCheck reset = unusable(UnusableReason.RESET_REQUIRED);
    PasswordCheck leaked = unusable(UnusableReason.LEAKED_PASSWORD);
    return Stream.of(
        Arguments.of(403, "invalid_grant", "Wrong email or password.", REJECTED),
        Arguments.of(401, "invalid_grant", "Wrong email or password.", REJECTED),
        Arguments.of(400, "invalid_grant", "Wrong username or password.", REJECTED),
        Arguments.of(403, "invalid_grant", "WRONG EMAIL OR PASSWORD", REJECTED),
        Arguments.of(403, "invalid_grant", "Wrong phone number or password.", REJECTED),
        Arguments.of(400, "invalid_user_password", "Wrong email or password.", REJECTED),
        Arguments.of(401, "invalid_user_password", "", REJECTED),
        Arguments.of(429, "too_many_attempts", "Your account has been blocked after …", guessed),
        Arguments.of(401, "too_many_attempts", "Your account has been blocked", guessed),
        Arguments.of(429, "too_many_logins", "", THROTTLED),
        Arguments.of(429, "too_many_requests", "Rate limit exceeded.", THROTTLED),
        Arguments.of(403, "too_many_requests", "", THROTTLED),
        Arguments.of(429, "something_else", "user is blocked", THROTTLED),
        Arguments.of(429, "", "", THROTTLED),
        Arguments.of(401, "unauthorized", "user is blocked", blocked),
        Arguments.of(403, "unauthorized", "User is blocked.", blocked),
        Arguments.of(403, "invalid_grant", "user is blocked", blocked),
        Arguments.of(401, "blocked_user", "", blocked),
        Arguments.of(401, "password_leaked", "This login has been blocked because …", leaked),
        Arguments.of(403, "password_leaked", "", leaked),
        Arguments.of(401, "requires_verification", "Suspicious request", CAPTCHA),
        Arguments.of(400, "requires_validation", "", CAPTCHA),
        Arguments.of(400, "invalid_captcha", "", CAPTCHA),
        Arguments.of(401, "password_change_required", "", reset),
        Arguments.of(401, "password_expired", "", reset),
        Arguments.of(
            403,
            "access_denied",
            "Please verify your email.",
            told("access_denied", "Please verify your email.")),
        Arguments.of(401, "access_denied", "", denied("access_denied")),
        Arguments.of(
            403,
            "access_denied",
            "Unauthorized: not on the list",
            told("access_denied", "Unauthorized: not on the list")),
        Arguments.of(
            401,
            "unauthorized",
            "Please verify your email.",
            told("unauthorized", "Please verify your email.")),
        Arguments.of(403, "unauthorized", "wrong password", told("unauthorized", "wrong password")),
        Arguments.of(
            403, "invalid_grant", "Wrong email or verification code.", denied("invalid_grant")),
        Arguments.of(403, "invalid_grant", "", denied("invalid_grant")),
        Arguments.of(401, "expired_token", "mfa_token is expired", denied("expired_token")),
        Arguments.of(403, "something_new", "Wrong email or password.", denied("something_new")),
        Arguments.of(400, "not_a_customer", "From a script", denied("not_a_customer")),
        Arguments.of(401, "mfa_invalid_code", "", denied("mfa_invalid_code")),
        Arguments.of(409, "merge_first", "", denied("merge_first")),
        Arguments.of(422, "too_young", "", denied("too_young")),
        Arguments.of(423, "frozen", "", denied("frozen")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anAnswerMeans(int status, String error, String description, PasswordCheck expected) {
    assertThat(Auth0Refusal.of(answer(status, error, description))).isEqualTo(expected);
  }

  /** Errors of the application, the tenant or Auth0 are not wrong passwords. */
  @ParameterizedTest
  @CsvSource({
    "401, access_denied, Unauthorized",
    "403, access_denied, unauthorized",
    "401, invalid_client, Wrong password",
    "403, unauthorized_client, Grant type 'password' not allowed for the client.",
    "400, invalid_request, the connection was not found",
    "400, invalid_scope, Scope must be an array or a string",
    "501, unsupported_grant_type, Unsupported grant type",
    "503, temporarily_unavailable, The service is temporarily unavailable",
    "500, server_error, Authorization server not configured with default connection.",
    "400, invalid_something_new, Wrong email or password.",
    "400, invalid_grant_type, ''",
    "401, unsupported_something_new, ''",
    "403, insufficient_scope, ''",
    "400, use_dpop_nonce, ''",
    "400, temporarily_unavailable, ''",
    "403, server_error, ''",
    "302, something_new, ''",
    "404, something_new, ''",
    "405, something_new, ''",
    "500, something_new, ''",
    "502, blocked_by_a_firewall, ''",
  })
  void anErrorThatSaysNothingOfThePasswordIsNoAnswer(int status, String error, String text) {
    assertThat(Auth0Refusal.of(answer(status, error, text)))
        .isEqualTo(new PasswordCheck.Unavailable(outage(status, "HTTP " + status + " " + error)));
  }

  private static Outage outage(int status, String reason) {
    return status <= 500 ? Outage.refused(reason) : Outage.down(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "'Wrong email or password.'",
        "{'error_description':'Wrong email or password.'}",
        "{'error':null,'error_description':'Wrong email or password.'}",
        "{'error':{'code':'invalid_grant'},'error_description':'Wrong email or password.'}",
        "{'error':['invalid_grant'],'error_description':'Wrong email or password.'}",
        "{'error':'Invalid_Grant','error_description':'Wrong email or password.'}",
        "{'message':'Wrong email or password.','statusCode':403}",
      })
  void whatIsNoErrorOfTheTokenEndpointIsNoAnswer(String body) {
    for (int status : new int[] {200, 400, 401, 403, 404, 500, 502}) {
      assertThat(Auth0Refusal.of(new Reply.Answer(status, Map.of(), json(body))))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"p4ss Word!", "P4SS", "a-b", "ä"})
  void whatIsNoErrorCodeIsNotRepeated(String error) {
    assertThat(Auth0Refusal.of(answer(400, error, error)))
        .isEqualTo(new PasswordCheck.Unavailable(Outage.refused("HTTP 400")));
  }

  @Test
  void aLongErrorCodeIsNotRepeated() {
    assertThat(Auth0Refusal.describe(answer(400, "x".repeat(64), ""))).hasSize(73);
    assertThat(Auth0Refusal.describe(answer(400, "x".repeat(65), ""))).isEqualTo("HTTP 400");
  }

  @Test
  void theManagementApisErrorsAreDescribedByTheirCode() {
    assertThat(
            Auth0Refusal.describe(
                new Reply.Answer(
                    403,
                    Map.of(),
                    json("{'error':'Forbidden','errorCode':'insufficient_scope','message':'x'}"))))
        .isEqualTo("HTTP 403 insufficient_scope");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aSecondFactorIsToldByTheErrorAndNotByTheStatus(int status) {
    assertThat(Auth0Refusal.asksForSecondFactor(answer(status, "mfa_required", ""))).isTrue();
    assertThat(Auth0Refusal.asksForSecondFactor(answer(status, "mfa_registration_required", "")))
        .isTrue();
    assertThat(Auth0Refusal.asksForSecondFactor(answer(status, "a0.mfa_registration_required", "")))
        .isTrue();
    assertThat(Auth0Refusal.asksForSecondFactor(answer(status, "mfa_enrollment_required", "")))
        .isTrue();
    assertThat(Auth0Refusal.asksForSecondFactor(answer(status, "invalid_grant", "mfa_required")))
        .isFalse();
    assertThat(Auth0Refusal.asksForSecondFactor(answer(status, "mfa_invalid_code", ""))).isFalse();
    assertThat(Auth0Refusal.asksForSecondFactor(answer(500, "mfa_required", ""))).isFalse();
  }

  static Stream<Arguments> waits() {
    long inAnHour = Instant.now().plusSeconds(3600).getEpochSecond();
    return Stream.of(
        Arguments.of(Map.of("retry-after", "7"), Duration.ofSeconds(7)),
        Arguments.of(
            Map.of("retry-after", "7", "x-ratelimit-reset", "" + inAnHour), Duration.ofSeconds(7)),
        Arguments.of(
            Map.of("retry-after", "soon", "x-ratelimit-reset", "" + inAnHour), Duration.ofHours(1)),
        Arguments.of(Map.of("x-ratelimit-reset", "" + inAnHour), Duration.ofHours(1)),
        Arguments.of(Map.of("x-ratelimit-reset", "1"), Duration.ZERO));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void throttlingSaysHowLong(Map<String, String> headers, Duration expected) {
    PasswordCheck check = Auth0Refusal.of(new Reply.Answer(429, headers, json("{}")));

    assertThat(((PasswordCheck.Throttled) check).retryAfter().orElseThrow())
        .isBetween(expected.dividedBy(2), expected);
  }

  @Test
  void protectionAgainstGuessingIsNotOverWithTheRateLimit() {
    long soon = Instant.now().plusSeconds(1).getEpochSecond();
    Map<String, String> headers = Map.of("x-ratelimit-reset", Long.toString(soon));

    assertThat(
            Auth0Refusal.of(
                new Reply.Answer(429, headers, Json.tree(Map.of("error", "too_many_logins")))))
        .isEqualTo(THROTTLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-", "99999999999999999999", "9999999999999", "1e9", "NaN"})
  void throttlingWithGarbageSaysNothing(String header) {
    Map<String, String> headers = Map.of("retry-after", header, "x-ratelimit-reset", header);

    assertThat(Auth0Refusal.of(new Reply.Answer(429, headers, json("{}")))).isEqualTo(THROTTLED);
  }

  private static PasswordCheck denied(String code) {
    return new PasswordCheck.AccountUnusable(UnusableReason.DENIED, code);
  }

  /** A refusal after the password check, with a text for the user. */
  private static PasswordCheck told(String code, String text) {
    return new PasswordCheck.AccountUnusable(UnusableReason.DENIED, code, text);
  }

  private static PasswordCheck unusable(UnusableReason reason) {
    return new PasswordCheck.AccountUnusable(reason);
  }

  private static Reply.Answer answer(int status, String error, String description) {
    return new Reply.Answer(
        status, Map.of(), Json.tree(Map.of("error", error, "error_description", description)));
  }
}
