package io.keycloakpools.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminRest;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.representations.idm.UserRepresentation;

/** Registers at the shop as a person would, and compares what comes of it with what should. */
final class IdentityPoolCheck {
  private static final String NAME = "mary";
  private static final String PASSWORD = "Seven-green-kettles-1";
  private static final String NONE = "none";
  private static final String HEADING = "sample user data schema";
  private static final String EASY =
      "This password cannot be used. It is too easy to guess. It is one of the 10 most common"
          + " passwords. Add another word or two. Uncommon words are better.";
  private static final String OTHER_APPLICATION =
      "error page 400: Your account cannot be used at this application."
          + " Please sign out and sign in with another account.";

  private final TestRealm realm;
  private final AdminRest rest;
  private final Transcript transcript;

  IdentityPoolCheck(TestRealm realm, Transcript transcript) {
    this.realm = realm;
    this.rest = realm.rest();
    this.transcript = transcript;
  }

  void run() {
    transcript.heading(
        "Identity pool " + DemoIdentityPools.CUSTOMERS + ": people register at the shop");
    // With it, Keycloak may refuse a sign-in while it still counts the one before
    // (DefaultBlockingBruteForceProtector).
    realm.change(Map.of("bruteForceProtected", false)).expectDone();
    schema();
    registration();
    signIns();
    closedRegistration();
    stricterSchema();
  }

  private void schema() {
    transcript.step("The example of the guide, as it stands there");
    Change saved =
        rest.post(
            "/identity-schemas",
            Map.of("name", "Guide", "kind", "payload", "schema", DemoIdentityPools.guideSchema()));
    transcript.expect(
        "saving it",
        "refused: 27:2 There is a comma before the closing \"}\". Remove the comma.",
        saved instanceof Change.Refused refused ? "refused: " + refused.errorMessage() : "saved");
    JsonNode findings =
        rest.call(
                "POST",
                "/identity-schemas/lint",
                Map.of("kind", "payload", "schema", DemoIdentityPools.readableSchema()))
            .body();
    transcript.expect("without the comma", "error 35:5 /required/3", text(findings.path(0)));
    transcript.expect("and", "warning 26:5 /properties/custom/minLength", text(findings.path(1)));

    transcript.step("Mended");
    JsonNode mended = schemaOfPool();
    transcript.expect("schema", DemoIdentityPools.SCHEMA, mended.path("name").asText());
    transcript.expect("findings", "0", Integer.toString(mended.path("findings").size()));
    transcript.expect("used by", "[\"Customers\"]", mended.path("pools").toString());
  }

  private static String text(JsonNode finding) {
    return "%s %s:%s %s"
        .formatted(
            finding.path("severity").asText(),
            finding.path("line").asText(),
            finding.path("column").asText(),
            finding.path("pointer").asText());
  }

  private void registration() {
    Browser browser = browser(DemoIdentityPools.SHOP);
    Page page = browser.register();
    transcript.step("The registration page");
    transcript.expect("heading", HEADING, page.title());
    transcript.expect(
        "by the link of the demo",
        HEADING,
        browser(DemoIdentityPools.SHOP)
            .get(DemoIdentityPools.registration(realm.web().baseUrl()))
            .title());
    transcript.expect(
        "fields",
        "username, password, password-confirm, lastName, firstName, name, email",
        String.join(", ", page.fields().keySet()));
    transcript.expect("box to tick, custom", "yes", page.asks("custom") ? "yes" : "no");

    transcript.step("Filled in with mistakes");
    Map<String, String> wrong = filledIn();
    wrong.put("name", "");
    wrong.put("email", "nobody");
    wrong.put("password", "password");
    wrong.put("password-confirm", "password");
    page = page.submit(wrong);
    transcript.expect("beside name", "Please fill in this field.", error(page, "name"));
    transcript.expect("beside email", "Invalid email address.", error(page, "email"));
    transcript.expect("beside password", EASY, error(page, "password"));
    transcript.expect("in Keycloak", "no", user().isPresent() ? "yes" : "no");

    transcript.step("Filled in rightly");
    page = page.submit(filledIn());
    transcript.expect("registration page", Person.SIGNED_IN, Attempt.summary(page.outcome()));
    UserRepresentation mary = user().orElseThrow();
    transcript.expect("pool", DemoIdentityPools.CUSTOMERS, mary.firstAttribute("identityPool"));
    transcript.expect("name", "Mary Somerville", mary.firstAttribute("name"));
    transcript.expect("custom", "false", mary.firstAttribute("custom"));

    transcript.step("On to the portal, with the session of the shop");
    transcript.expect(
        "portal",
        OTHER_APPLICATION,
        Attempt.summary(browser.at(client(DemoIdentityPools.PORTAL)).open().outcome()));
  }

  private void signIns() {
    transcript.step("Later sign-ins");
    transcript.expect("shop, login page", Person.SIGNED_IN, login(DemoIdentityPools.SHOP));
    transcript.expect("shop, direct grant", Person.SIGNED_IN, grant(DemoIdentityPools.SHOP));
    transcript.expect("portal, login page", OTHER_APPLICATION, login(DemoIdentityPools.PORTAL));
    transcript.expect("portal, direct grant", "400 invalid_grant", grant(DemoIdentityPools.PORTAL));
  }

  private void closedRegistration() {
    transcript.step("Registration at the portal, whose pool is closed");
    Page page = browser(DemoIdentityPools.PORTAL).open();
    transcript.expect(
        "link to it",
        NONE,
        page.links().stream().filter("Register"::equals).findAny().orElse(NONE));
    transcript.expect(
        "asked for all the same",
        "error page 400: Registration not allowed",
        Attempt.summary(
            browser(DemoIdentityPools.PORTAL).open(Map.of("prompt", "create")).outcome()));
  }

  private void stricterSchema() {
    transcript.step("The schema is to demand a phone number");
    JsonNode schema = schemaOfPool();
    Map<String, Object> change =
        Map.of(
            "schema",
            DemoIdentityPools.mendedSchema()
                .replace("\"custom\": {", "\"phone_number\": {\"type\": \"string\"}, \"custom\": {")
                .replace("\"email\"\n]", "\"email\", \"phone_number\"\n]"),
            "version",
            schema.path("version"));
    String path = "/identity-schemas/" + schema.path("id").asText();
    JsonNode impact = rest.call("PUT", path + "?dryRun=true", change).body().path("impact");
    transcript.expect(
        "users who would fail",
        "1 of 1",
        impact.path("newlyFailing").asText() + " of " + impact.path("examined").asText());
    transcript.expect(
        "saving it",
        "refused with 409",
        rest.put(path, change) instanceof Change.Refused refused
            ? "refused with " + refused.status()
            : "saved");
  }

  private JsonNode schemaOfPool() {
    String id =
        rest.read("/identity-schemas")
            .valueStream()
            .filter(each -> each.path("name").asText().equals(DemoIdentityPools.SCHEMA))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    return rest.read("/identity-schemas/" + id);
  }

  private static Map<String, String> filledIn() {
    return new LinkedHashMap<>(
        Map.of(
            "username", NAME,
            "password", PASSWORD,
            "password-confirm", PASSWORD,
            "firstName", "Mary",
            "lastName", "Somerville",
            "name", "Mary Somerville",
            "email", "mary@example.com"));
  }

  private static String error(Page page, String field) {
    return page.fieldError(field).orElse(NONE);
  }

  private String login(String client) {
    return Attempt.summary(browser(client).login(NAME, PASSWORD));
  }

  private String grant(String client) {
    return Attempt.directGrant(new DirectGrant(client(client)), NAME, PASSWORD).summary();
  }

  private Browser browser(String client) {
    return new Browser(client(client));
  }

  private RealmClient client(String id) {
    return realm.client(id, Optional.empty());
  }

  private Optional<UserRepresentation> user() {
    return realm.users().all().stream().filter(user -> user.getUsername().equals(NAME)).findFirst();
  }
}
