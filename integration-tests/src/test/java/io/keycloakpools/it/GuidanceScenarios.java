package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.person.Account;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guides for people who cannot continue: links, texts and console displays. */
public abstract class GuidanceScenarios extends PoolScenarios {

  private static final String PASSWORD_PAGE = "https://acme.example/password?a=1&b=2";
  private static final Map<String, String> CONTACT =
      Map.of(
          "displayName", "Acme Account",
          "passwordChangeUrl", PASSWORD_PAGE,
          "supportLink", "help@acme.example");

  @Test
  void beforeAnythingIsEnteredALinkedUserReadsWhereThePasswordIsChanged() {
    pool(CONTACT);
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.BROWSER, ada);
    Browser browser = realm.browser();

    Page page =
        browser.enter(browser.open(Map.of("kc_action", "UPDATE_PASSWORD")), "ada", ada.password());

    assertThat(page.asks("password-new")).isFalse();
    assertThat(page.text())
        .contains("The password of this account is kept in Acme Account. Please change it there.");
    assertThat(links(page))
        .containsEntry("Change the password in Acme Account", PASSWORD_PAGE)
        .containsEntry("Contact support", "mailto:help@acme.example");
    assertThat(page.send(Map.of("cancel-aia", "true")).url().toString())
        .contains("kc_action_status=cancelled");
  }

  @Test
  void withoutContactTheNameOfThePoolIsShownAndNoLink() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.BROWSER, ada);
    Browser browser = realm.browser();

    Page page =
        browser.enter(browser.open(Map.of("kc_action", "UPDATE_PASSWORD")), "ada", ada.password());

    assertThat(page.text()).contains("kept in pool. Please change it there.");
    assertThat(page.links()).noneMatch(link -> link.startsWith("Change the password"));
  }

  @Test
  void theNameIsLocalizedWhereItIsAReference() {
    realm
        .change(
            Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
        .expectDone();
    realm.rest().post("/localization/de", Map.of("acmeName", "Acme-Konto")).expectDone();
    pool(Map.of("displayName", "${acmeName}", "supportLink", "help@acme.example"));
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.BROWSER, ada);
    Browser browser = realm.browser().language("de");

    Page page =
        browser.enter(browser.open(Map.of("kc_action", "UPDATE_PASSWORD")), "ada", ada.password());

    assertThat(page.text()).contains("liegt bei Acme-Konto. Bitte ändern Sie es dort.");
    assertThat(links(page)).containsEntry("Support kontaktieren", "mailto:help@acme.example");
  }

  @ParameterizedTest
  @CsvSource({
    "passwordChangeUrl, http://acme.example",
    "passwordChangeUrl, javascript:alert(1)",
    "supportLink, call us",
    "displayName, <b>Acme</b>",
  })
  void whatCannotBeShownIsRefusedWhenItIsSaved(String key, String value) {
    Change.Refused refused = tryPool("pool", Map.of(key, value)).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).contains("(" + key + "):").contains("Enter");
  }

  @Test
  void aRefusalOffersTheLinksOfTheRealmAndOfThePool() {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    pool(CONTACT);
    Person ada = inDirectory(Person.named("ada"));
    directory.disable("ada");

    LoginOutcome.Refused refused =
        realm.browser().login("ada", ada.password()).expect(LoginOutcome.Refused.class);

    assertThat(links(refused.page())).containsEntry("Contact support", "mailto:help@acme.example");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message())
        .endsWith("Contact support: mailto:help@acme.example");
  }

  /** With organizations, a separate page asks for the name. */
  @Test
  void whereTheNameComesFirstARefusalKeepsItAndTheLinkForANewPassword() {
    organizations();
    pool(CONTACT);
    Person ada = inDirectory(Person.named("ada"));
    directory.disable("ada");
    Browser browser = realm.browser();

    Page refused = browser.enter(browser.open(), "ada", ada.password());

    assertThat(refused.text()).contains(directory.disabledMessage());
    assertThat(refused.html().select("#kc-attempted-username").attr("value")).isEqualTo("ada");
    assertThat(refused.asks("password")).isTrue();
    assertThat(refused.links()).contains("Forgot Password?");
    assertThat(links(refused)).containsKey("Contact support");

    directory.enable("ada");
    assertThat(refused.submit(Map.of("password", ada.password())).outcome())
        .isInstanceOf(LoginOutcome.SignedIn.class);
  }

  @Test
  void whereTheNameComesFirstAnotherOneCanBeEnteredAfterARefusal() {
    organizations();
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    Person grace = inDirectory(Person.named("grace"));
    directory.disable("ada");
    Browser browser = realm.browser();
    Page refused = browser.enter(browser.open(), "ada", ada.password());

    Page again = browser.get(restart(refused));

    assertThat(again.asks("username")).isTrue();
    assertThat(again.asks("password")).isFalse();
    assertThat(browser.enter(again, "grace", grace.password()).outcome())
        .isInstanceOf(LoginOutcome.SignedIn.class);
  }

  @Test
  void whereTheNameComesFirstAnOutageSaysNothingOfAPassword() {
    organizations();
    linkedPool();
    directory.stop();

    Page page = realm.browser().open().submit(Map.of("username", "never-seen"));

    assertThat(page.text())
        .contains("Signing in is not possible right now. Please try again in a few minutes.")
        .doesNotContain("could not be checked");
    assertThat(page.fields()).containsEntry("username", "never-seen");
  }

  /** Keycloak logs the stack trace of a provider's exception at each look-up. */
  @Test
  void anOutageIsALineInTheLogAndNoStackTrace(KeycloakRuntime keycloak) {
    linkedPool();
    directory.stop();
    ServerLog log = ServerLog.of(realm, keycloak);

    assertThat(signIn(Flow.BROWSER, Person.named("ada@example.com")).message())
        .contains("try again in a few minutes");
    assertThat(realm.users().byEmail("ada@example.com")).isEmpty();

    assertThat(log.text()).contains("UserPoolProvider is unavailable");
    assertThat(log.text().lines().filter(line -> line.startsWith("\tat ")))
        .noneMatch(line -> line.contains("io.keycloakpools"));
  }

  /** Without it, one console showed "no credentials" and the other a date of 1969. */
  @Test
  void thePasswordOfALinkedUserIsShownAsOneThatIsKeptElsewhere() {
    String pool = pool(CONTACT);
    Person ada = inDirectory(Person.named("ada"));
    Flow.Attempt attempt = signedIn(Flow.BROWSER, ada);

    JsonNode shown = realm.users().shownCredentials(imported(ada).getId());
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).path("type").asText()).isEqualTo("password");
    assertThat(shown.get(0).path("userLabel").asText()).isEqualTo("Password kept in Acme Account");
    assertThat(shown.get(0).path("federationLink").asText()).isEqualTo(pool);
    assertThat(shown.get(0).hasNonNull("createdDate")).isFalse();

    Account account = realm.account(attempt.tokens().orElseThrow());
    JsonNode own = account.read("/credentials?type=password").body().get(0);
    assertThat(own.path("userCredentialMetadatas")).hasSize(1);
    JsonNode credential = own.path("userCredentialMetadatas").get(0).path("credential");
    assertThat(credential.path("userLabel").asText()).isEqualTo("Password kept in Acme Account");
    assertThat(credential.hasNonNull("createdDate")).isFalse();
  }

  @Test
  void whoMovedHasThePasswordThatIsStoredHereAndNoOther() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);

    JsonNode shown = realm.users().shownCredentials(imported(ada).getId());

    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).hasNonNull("federationLink")).isFalse();
  }

  @Test
  void whatKeepsADirectGrantFromItsTokenIsNamedInEventAndLog(KeycloakRuntime keycloak) {
    migratingPool();
    Person ada = inDirectory(Person.named("ada").name(null, null));
    ServerLog log = ServerLog.of(realm, keycloak);

    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("not fully set up");

    assertThat(realm.events().last("LOGIN_ERROR").detail("user_pool_required_actions"))
        .isEqualTo("VERIFY_PROFILE");
    assertThat(log.text()).contains("gets no token by direct grant", "VERIFY_PROFILE");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("not fully set up");
    assertThat(realm.events().last("LOGIN_ERROR").detail("user_pool_required_actions"))
        .isEqualTo("VERIFY_PROFILE");
  }

  /** For anybody else the name is unknown, as before. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoProvesTheDirectorysPasswordReadsThatAnotherAccountIsInTheWay(Flow flow) {
    protectFromBruteForce();
    pool(CONTACT);
    String local = realm.users().create("ada", "Local-1!");
    realm.users().change(local, Map.of("email", "other@example.com")).expectDone();
    Person ada = inDirectory(Person.named("ada"));

    assertThat(flow.signIn(realm, ada.email(), "Wrong-ada-1!").message()).contains("Invalid user");
    Flow.Attempt told = flow.signIn(realm, ada.email(), ada.password());

    assertThat(told.signedIn()).isFalse();
    assertThat(told.message())
        .contains("another account here already has your username or e-mail address");
    assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_pool_clash");
    assertThat(realm.users().count()).isEqualTo(1);
    assertThat(realm.users().get(local).getFederationLink()).isNull();
    assertThat(failures(realm.users().get(local))).isZero();
    assertThat(flow.signIn(realm, "ada", "Local-1!").signedIn()).isTrue();
  }

  @Test
  void whoseAddressAnotherAccountHasIsLedToThatAccount() {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    Person ada = inDirectory(Person.named("ada"));
    String local = realm.users().create("countess", "Local-1!");
    realm.users().change(local, Map.of("email", ada.email())).expectDone();
    pool(CONTACT);

    LoginOutcome.Refused refused =
        realm.browser().login("ada", ada.password()).expect(LoginOutcome.Refused.class);

    assertThat(refused.message()).contains("set a new one with \"Forgot Password?\"");
    assertThat(links(refused.page()))
        .containsKey("Set a new password")
        .containsEntry("Contact support", "mailto:help@acme.example");
  }

  private void organizations() {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
  }

  private static Map<String, String> links(Page page) {
    return page.html().select("main a[href]").stream()
        .collect(Collectors.toMap(link -> link.text(), link -> link.attr("href"), (a, b) -> a));
  }

  /** The button beside the name runs a script. */
  private static URI restart(Page page) {
    String script = page.html().select("[onclick*=login-actions/restart]").attr("onclick");
    String url = script.replaceFirst("^.*?'", "").replaceFirst("'.*$", "");
    return page.url().resolve(url);
  }
}
