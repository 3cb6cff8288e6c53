package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Application;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.TokenAnswer;
import java.net.URI;

/**
 * One sign-in and its outcome.
 *
 * @param summary a few words, such as {@code signed in}
 */
record Attempt(String summary) {
  private static final URI NOWHERE = URI.create("http://127.0.0.1/nowhere");

  static Attempt browser(
      DemoServer server, Application application, String username, String password) {
    Browser browser = browser(server, application);
    Page login = browser.get(application.signIn(server.site()));
    return new Attempt(summary(browser.enter(login, username, password)));
  }

  /** A fresh browser that opens the demo's own page when it is redirected there. */
  static Browser browser(DemoServer server, Application application) {
    RealmClient client = server.client(application);
    return new Browser(
        new RealmClient(
            client.baseUrl(), client.realm(), client.clientId(), client.secret(), NOWHERE));
  }

  static Attempt directGrant(
      DemoServer server, Application application, String username, String password) {
    TokenAnswer answer = new DirectGrant(server.client(application)).login(username, password);
    return new Attempt(answer.ok() ? "signed in" : answer.status() + " " + answer.error());
  }

  /** The page is Keycloak's or the application's. */
  static String summary(Page page) {
    return page.title().startsWith("Signed in at ") ? Person.SIGNED_IN : summary(page.outcome());
  }

  private static String summary(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.SignedIn) {
      return "signed in";
    }
    if (outcome instanceof LoginOutcome.RequiredActionPage required) {
      return "asked for " + required.action();
    }
    if (outcome instanceof LoginOutcome.Refused refused) {
      return "refused: " + sentence(refused.message());
    }
    if (outcome instanceof LoginOutcome.ErrorPage error) {
      return "error page " + error.status() + ": " + sentence(error.message());
    }
    return outcome.toString();
  }

  private static String sentence(String message) {
    int end = message.indexOf(". ");
    return end < 0 ? message : message.substring(0, end + 1);
  }
}
