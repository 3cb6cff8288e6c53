package io.keycloakpools.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.TokenAnswer;
import java.util.Optional;

/** The two ways a password comes to Keycloak. */
public enum Flow {
  /** The login page. */
  BROWSER {
    @Override
    public Attempt signIn(TestRealm realm, String username, String password) {
      Browser browser = realm.browser();
      LoginOutcome outcome = browser.login(username, password);
      if (outcome instanceof LoginOutcome.SignedIn signedIn) {
        return new Attempt(200, "", "", Optional.of(browser.exchange(signedIn)));
      }
      if (outcome instanceof LoginOutcome.RequiredActionPage required) {
        return new Attempt(200, required.page().text(), required.action(), Optional.empty());
      }
      if (outcome instanceof LoginOutcome.Refused refused) {
        return new Attempt(refused.page().status(), refused.message(), "", Optional.empty());
      }
      if (outcome instanceof LoginOutcome.ErrorPage error) {
        return new Attempt(error.status(), error.message(), "", Optional.empty());
      }
      throw new AssertionError("Neither signed in nor refused: " + outcome);
    }
  },
  /** The token endpoint. */
  DIRECT_GRANT {
    @Override
    public Attempt signIn(TestRealm realm, String username, String password) {
      TokenAnswer answer = realm.directGrant().login(username, password);
      return new Attempt(
          answer.status(),
          answer.ok() ? "" : answer.error() + ": " + answer.errorDescription(),
          "",
          answer.ok() ? Optional.of(answer) : Optional.empty());
    }
  };

  /**
   * What came of it.
   *
   * @param status HTTP status of the last answer
   * @param message what the person or the application reads
   * @param requiredAction alias of a required action whose page is shown, or empty
   * @param tokens if the person is in
   */
  public record Attempt(
      int status, String message, String requiredAction, Optional<TokenAnswer> tokens) {

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
