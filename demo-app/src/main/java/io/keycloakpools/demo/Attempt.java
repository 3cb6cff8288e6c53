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
 * One sign-in and what came of it.
 *
 * @param summary in a few words, such as {@code signed in}
 */
record Attempt(String summary) {
  /** No page has this address. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1/nowhere");

  /** At the login page of an application of the demo, in a fresh browser. */
  static Attempt browser(
      DemoServer server, Application application, String username, String password) {
    Browser browser = browser(server, application);
    Page login = browser.get(application.signIn(server.site()));
    return new Attempt(summary(browser.enter(login, username, password)));
  }

  /** A fresh browser, which goes on to the demo's own page where it is sent back. */
  static Browser browser(DemoServer server, Application application) {
    RealmClient client = server.client(application);
    return new Browser(
        new RealmClient(
            client.baseUrl(), client.realm(), client.clientId(), client.secret(), NOWHERE));
  }

  /** At the token endpoint, with the password. */
  static Attempt directGrant(
      DemoServer server, Application application, String username, String password) {
    TokenAnswer answer = new DirectGrant(server.client(application)).login(username, password);
    return new Attempt(answer.ok() ? "signed in" : answer.status() + " " + answer.error());
  }

  /** What a page means, be it Keycloak's or the application's. */
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

  /** What is wrong; what to do stands behind it. */
  private static String sentence(String message) {
    int end = message.indexOf(". ");
    return end < 0 ? message : message.substring(0, end + 1);
  }
}
