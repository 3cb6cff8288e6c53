package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Application;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.Page;
import java.net.URI;
import java.util.Map;

final class MailCheck {
  private static final String DOROTHY = "dorothy";
  private static final String MARY = "mary.jackson@example.com";
  private static final String NEW_PASSWORD = "Eleven-blue-lanterns-1";

  private final DemoServer server;
  private final Transcript transcript;

  MailCheck(DemoServer server, Transcript transcript) {
    this.server = server;
    this.transcript = transcript;
  }

  void run() {
    transcript.heading("User pool " + DemoPool.OLD_SHOP + ": dorothy moves into Customers");
    move();
    forgottenPassword();
    transcript.heading("Identity pool " + DemoIdentityPools.STAFF + ": people are invited");
    invitation();
  }

  private void move() {
    Browser browser = Attempt.browser(server, Application.SHOP);
    Page page = browser.get(Application.SHOP.signIn(server.site()));
    page = browser.enter(page, DOROTHY, Person.PASSWORD);
    transcript.expect("asked for", "yes", page.asks("terms") ? "yes" : "no");
    page = page.submit(Map.of("terms", "true"));
    transcript.expect("heading", "Signed in at the shop as dorothy", page.title());
  }

  private void forgottenPassword() {
    transcript.step("Forgotten password");
    Browser browser = Attempt.browser(server, Application.SHOP);
    Page page = browser.get(Application.SHOP.signIn(server.site()));
    page = page.asks("password") ? page : page.submit(Map.of("username", DOROTHY));
    page = page.follow("/login-actions/reset-credentials");
    if (page.asks("username")) {
      Page unused = page.submit(Map.of("username", DOROTHY));
    }
    page = password(newest(browser, DOROTHY + "@example.com").follow("action-token"));
    // Keycloak takes the users of a pool for federated, and these sign in once more
    // (ResetCredentialEmail, "Force login after reset").
    transcript.expect("heading", "Account updated", page.title());
    page = page.follow(Application.SHOP.page(server.site()).toString());
    transcript.expect("back at", "The shop", page.title());
    page = page.follow(Application.SHOP.signIn(server.site()).toString());
    page = browser.enter(page, DOROTHY, NEW_PASSWORD);
    transcript.expect("heading", "Signed in at the shop as dorothy", page.title());
  }

  private void invitation() {
    transcript.expect(
        "invitation",
        "sent",
        server.invite("Mary", "Jackson", MARY) instanceof Change.Refused refused
            ? refused.errorMessage()
            : "sent");
    Browser browser = Attempt.browser(server, Application.PORTAL);
    Page page = newest(browser, MARY).follow("action-token");
    Page unused = password(page.asks("password-new") ? page : page.follow("action-token"));
    transcript.expect(
        "portal",
        Person.SIGNED_IN,
        Attempt.browser(server, Application.PORTAL, MARY, NEW_PASSWORD).summary());
  }

  private Page newest(Browser browser, String recipient) {
    Page list = browser.get(URI.create(server.site() + "/mail"));
    transcript.expect("newest e-mail to", recipient, list.html().select("tbody td").first().text());
    return list.follow("/mail/");
  }

  private static Page password(Page form) {
    return form.submit(Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
  }
}
