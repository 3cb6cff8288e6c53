package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Application;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.representations.idm.UserRepresentation;

final class IdentityPoolCheck {
  private static final String NAME = "mary";
  private static final String PASSWORD = "Seven-green-kettles-1";
  private static final String NONE = "none";
  private static final String HEADING = "Open your account at the shop";
  private static final String EASY =
      "This password cannot be used. It is too easy to guess. It is one of the 10 most common"
          + " passwords. Add another word or two. Uncommon words are better.";
  private static final String OTHER_APPLICATION =
      "error page 400: Your account cannot be used at this application.";

  private final TestRealm realm;
  private final DemoServer server;
  private final Transcript transcript;

  IdentityPoolCheck(TestRealm realm, DemoServer server, Transcript transcript) {
    this.realm = realm;
    this.server = server;
    this.transcript = transcript;
  }

  void run() {
    transcript.heading(
        "Identity pool " + DemoIdentityPools.CUSTOMERS + ": people register at the shop");
    // With it, Keycloak may refuse a sign-in while it still counts the one before
    // (DefaultBlockingBruteForceProtector).
    realm.change(Map.of("bruteForceProtected", false)).expectDone();
    SchemaCheck schemas = new SchemaCheck(realm.rest(), transcript);
    schemas.lint();
    registration();
    signIns();
    closedRegistration();
    schemas.demandMore();
  }

  private void registration() {
    Browser browser = browser(Application.SHOP);
    Page page = browser.get(Application.SHOP.register(server.site()));
    transcript.step("The registration page");
    transcript.expect("heading", HEADING, page.title());
    transcript.expect(
        "from the login page",
        HEADING,
        open(browser(Application.SHOP), Application.SHOP)
            .follow("/login-actions/registration")
            .title());
    transcript.expect(
        "in German",
        "Ihr Konto im Shop",
        browser(Application.SHOP)
            .language("de")
            .get(Application.SHOP.register(server.site()))
            .title());
    transcript.expect(
        "fields",
        "username, password, password-confirm, firstName, lastName, email, phone_number, newsletter, terms",
        String.join(", ", page.fields().keySet()));
    transcript.expect("box to tick, terms", "yes", page.asks("terms") ? "yes" : "no");

    transcript.step("Filled in with mistakes");
    Map<String, String> wrong = filledIn();
    wrong.put("phone_number", "none");
    wrong.put("email", "nobody");
    wrong.put("password", "password");
    wrong.put("password-confirm", "password");
    page = page.submit(wrong);
    transcript.expect(
        "beside phone",
        "Please enter a valid telephone number, like +1 202 555 0100.",
        error(page, "phone_number"));
    transcript.expect("beside email", "Invalid email address.", error(page, "email"));
    transcript.expect("beside password", EASY, error(page, "password"));
    transcript.expect("in Keycloak", "no", user().isPresent() ? "yes" : "no");

    transcript.step("Filled in rightly");
    page = page.submit(filledIn());
    transcript.expect("registration page", Person.SIGNED_IN, Attempt.summary(page));
    transcript.expect("heading", "Signed in at the shop as mary", page.title());
    transcript.expect("claim given_name", "Mary", claim(page, "given_name"));
    transcript.expect("claim identity_pool", "Customers", claim(page, "identity_pool"));
    UserRepresentation mary = user().orElseThrow();
    transcript.expect("pool", DemoIdentityPools.CUSTOMERS, mary.firstAttribute("identityPool"));
    transcript.expect("terms", "true", mary.firstAttribute("terms"));
    transcript.expect("newsletter", "false", mary.firstAttribute("newsletter"));

    transcript.step("On with the session of the shop");
    transcript.expect(
        "office", Person.SIGNED_IN, Attempt.summary(open(browser, Application.OFFICE)));
    transcript.expect(
        "portal", OTHER_APPLICATION, Attempt.summary(open(browser, Application.PORTAL)));

    transcript.step("Signed out");
    page = browser.get(Application.SHOP.page(server.site())).follow("Sign out");
    transcript.expect("page of the demo", "You are signed out", page.title());
    transcript.expect(
        "office asks", "yes", open(browser, Application.OFFICE).asks("username") ? "yes" : "no");
  }

  private static String claim(Page page, String name) {
    return page.html().select("th:matchesOwn(^" + name + "$) + td").text();
  }

  private void signIns() {
    transcript.step("Later sign-ins");
    transcript.expect("shop, login page", Person.SIGNED_IN, login(Application.SHOP));
    transcript.expect("shop, direct grant", Person.SIGNED_IN, grant(Application.SHOP));
    transcript.expect("portal, login page", OTHER_APPLICATION, login(Application.PORTAL));
    transcript.expect("portal, direct grant", "400 invalid_grant", grant(Application.PORTAL));
  }

  private void closedRegistration() {
    transcript.step("Registration at the portal, whose pool is closed");
    Page page = open(browser(Application.PORTAL), Application.PORTAL);
    transcript.expect(
        "link to it",
        NONE,
        page.links().stream().filter("Register"::equals).findAny().orElse(NONE));
    transcript.expect(
        "asked for all the same",
        "error page 400: Registration not allowed",
        Attempt.summary(
            browser(Application.PORTAL).get(URI.create(registration(Application.PORTAL)))));
  }

  private static Map<String, String> filledIn() {
    return new LinkedHashMap<>(
        Map.of(
            "username", NAME,
            "password", PASSWORD,
            "password-confirm", PASSWORD,
            "firstName", "Mary",
            "lastName", "Somerville",
            "email", "mary@example.com",
            "phone_number", "+1 202 555 0100",
            "terms", "true"));
  }

  private static String error(Page page, String field) {
    return page.fieldError(field).orElse(NONE);
  }

  private String login(Application application) {
    return Attempt.browser(server, application, NAME, PASSWORD).summary();
  }

  private String grant(Application application) {
    return Attempt.directGrant(server, application, NAME, PASSWORD).summary();
  }

  private Browser browser(Application application) {
    return Attempt.browser(server, application);
  }

  private Page open(Browser browser, Application application) {
    return browser.get(application.signIn(server.site()));
  }

  /** Opens the registration page of an application without a link to it. */
  private String registration(Application application) {
    return open(browser(application), application)
        .url()
        .toString()
        .replace("/auth?", "/registrations?");
  }

  private Optional<UserRepresentation> user() {
    return realm.users().all().stream().filter(user -> user.getUsername().equals(NAME)).findFirst();
  }
}
