package io.keycloakpools.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.TokenAnswer;
import java.time.Duration;
import java.util.Optional;

public enum Flow {
  BROWSER {
    @Override
    public Attempt signIn(TestRealm realm, String username, String password) {
      Browser browser = realm.browser();
      LoginOutcome outcome = browser.login(username, password);
      if (outcome instanceof LoginOutcome.SignedIn signedIn) {
        return browser(outcome, 200, "").with(browser.exchange(signedIn));
      }
      if (outcome instanceof LoginOutcome.RequiredActionPage required) {
        return browser(outcome, 200, required.page().text()).with(required.action());
      }
      if (outcome instanceof LoginOutcome.Refused refused) {
        return browser(outcome, refused.page().status(), refused.message());
      }
      if (outcome instanceof LoginOutcome.ErrorPage error) {
        return browser(outcome, error.status(), error.message());
      }
      throw new AssertionError("Neither signed in nor refused: " + outcome);
    }

    private static Attempt browser(LoginOutcome outcome, int status, String message) {
      return new Attempt(
          status, message, "", Optional.empty(), outcome.elapsed(), Optional.empty());
    }
  },
  DIRECT_GRANT {
    @Override
    public Attempt signIn(TestRealm realm, String username, String password) {
      TokenAnswer answer = realm.directGrant().login(username, password);
      return new Attempt(
          answer.status(),
          answer.ok() ? "" : answer.error() + ": " + answer.errorDescription(),
          "",
          answer.ok() ? Optional.of(answer) : Optional.empty(),
          answer.elapsed(),
          answer.retryAfter());
    }
  };

  /**
   * The result of a sign-in.
   *
   * @param status HTTP status of the last answer
   * @param message for the person or the application
   * @param requiredAction alias of the page shown, or empty
   * @param tokens present after a sign-in
   * @param elapsed time to answer the password
   * @param retryAfter header of a direct grant's answer
   */
  public record Attempt(
      int status,
      String message,
      String requiredAction,
      Optional<TokenAnswer> tokens,
      Duration elapsed,
      Optional<String> retryAfter) {

    Attempt with(TokenAnswer given) {
      return new Attempt(status, message, requiredAction, Optional.of(given), elapsed, retryAfter);
    }

    Attempt with(String action) {
      return new Attempt(status, message, action, tokens, elapsed, retryAfter);
    }

    public boolean signedIn() {
      return tokens.isPresent();
    }

    public JsonNode claims() {
      return tokens
          .orElseThrow(() -> new AssertionError("Not signed in: " + this))
          .accessTokenClaims();
    }
  }

  public abstract Attempt signIn(TestRealm realm, String username, String password);
}
