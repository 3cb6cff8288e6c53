package io.keycloakpools.demo;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.TokenAnswer;

/**
 * One sign-in and what came of it.
 *
 * @param summary in a few words, such as {@code signed in}
 */
record Attempt(String summary) {

  /** At the login page, in a fresh browser. */
  static Attempt browser(TestRealm realm, String username, String password) {
    return new Attempt(summary(realm.browser().login(username, password)));
  }

  /** At the token endpoint, with the password. */
  static Attempt directGrant(TestRealm realm, String username, String password) {
    return directGrant(realm.directGrant(), username, password);
  }

  /** The same for another application. */
  static Attempt directGrant(DirectGrant application, String username, String password) {
    TokenAnswer answer = application.login(username, password);
    return new Attempt(answer.ok() ? "signed in" : answer.status() + " " + answer.error());
  }

  static String summary(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.SignedIn) {
      return "signed in";
    }
    if (outcome instanceof LoginOutcome.RequiredActionPage required) {
      return "asked for " + required.action();
    }
    if (outcome instanceof LoginOutcome.Refused refused) {
      return "refused: " + refused.message();
    }
    if (outcome instanceof LoginOutcome.ErrorPage error) {
      return "error page " + error.status() + ": " + error.message();
    }
    return outcome.toString();
  }
}
