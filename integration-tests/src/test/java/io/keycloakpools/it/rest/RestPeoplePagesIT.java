package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.keycloakpools.harness.chromium.Accessibility;
import io.keycloakpools.harness.chromium.AdminConsole;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.InChromium;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.TestDirectory;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pages for people who cannot continue, in a browser; screenshots are in {@code
 * target/screenshots}.
 */
@InChromium
class RestPeoplePagesIT extends PoolScenarios {

  private static final Map<String, String> CONTACT =
      Map.of(
          "displayName", "Acme Account",
          "passwordChangeUrl", "https://acme.example/password",
          "supportLink", "help@acme.example");

  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedRest();
  }

  @Test
  void aRefusalHasLinks(Chromium chromium) {
    pool(CONTACT);
    leaked("ada");
    try (Window window = chromium.open("en")) {
      Page page = window.login(realm.web());
      enter(page, "ada");
      window.screenshot("refused-change-elsewhere");

      assertThat(href(page, "Change the password in Acme Account"))
          .isEqualTo("https://acme.example/password");
      assertThat(href(page, "Contact support")).isEqualTo("mailto:help@acme.example");
      assertThat(page.locator("#username").inputValue()).isEqualTo("ada");
      assertThat(Accessibility.problems(page)).isEmpty();
      assertThat(window.scriptErrors()).isEmpty();
    }
  }

  @Test
  void theLinkForANewPasswordLeadsToIt(Chromium chromium) {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    pool(Map.of("justInTimeMigration", "true", "displayName", "Acme Account"));
    leaked("ada");
    try (Window window = chromium.open("en")) {
      Page page = window.login(realm.web());
      enter(page, "ada");
      window.screenshot("refused-set-a-new-one");
      page.locator(".kc-feedback-text a").filter(text("Set a new password")).click();
      page.waitForURL("**/login-actions/reset-credentials**");

      assertThat(page.locator("#username").count()).isEqualTo(1);
    }
  }

  @Test
  void whereTheNameComesFirstARefusalKeepsTheName(Chromium chromium) {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
    pool(CONTACT);
    leaked("ada");
    try (Window window = chromium.open("en")) {
      Page page = window.login(realm.web());
      page.locator("#username").fill("ada");
      page.locator("#kc-login").click();
      page.locator("#password").fill("Old-ada-1!");
      page.locator("#kc-login").click();
      page.locator(".kc-feedback-text a").first().waitFor();
      window.screenshot("refused-identity-first");

      assertThat(page.locator("#kc-attempted-username").inputValue()).isEqualTo("ada");
      assertThat(page.getByText("Forgot Password?").count()).isEqualTo(1);
      // Keycloak's own page shows the typed name in a field without a label.
      assertThat(Accessibility.problems(page))
          .allMatch(
              problem ->
                  problem.contains("kc-attempted-username")
                      || problem.equals("A label for nothing: username"));
    }
  }

  @Test
  void whereTheNameComesFirstAnOutageKeepsTheNameAndTheForm(Chromium chromium) {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
    pool(CONTACT);
    inDirectory(Person.named("ada"));
    directory.stop();
    try (Window window = chromium.open("en")) {
      Page page = window.login(realm.web());
      page.locator("#username").fill("ada");
      page.locator("#kc-login").click();
      page.getByText("Signing in is not possible right now").waitFor();
      window.screenshot("outage-identity-first");

      assertThat(page.locator("body").innerText())
          .contains("Please try again in a few minutes.")
          .doesNotContain("could not be checked");
      assertThat(page.locator("#username").inputValue()).isEqualTo("ada");
      assertThat(page.locator("#password").count()).isZero();
      assertThat(Accessibility.problems(page)).isEmpty();
      assertThat(window.scriptErrors()).isEmpty();

      directory.start();
      page.locator("#kc-login").click();
      page.locator("#password").fill("Old-ada-1!");
      page.locator("#kc-login").click();
      window.waitUntilBackAt(realm.web());
    }
    assertThat(attribute(imported(Person.named("ada")), STATUS)).containsExactly("linked");
  }

  @Test
  void theAccountConsoleShowsThePasswordWithoutADateAndLeadsToTheRightPlace(
      Chromium chromium, KeycloakRuntime keycloak) {
    pool(CONTACT);
    inDirectory(Person.named("ada"));
    try (Window window = chromium.open("en")) {
      Page page = window.go(URI.create(keycloak.baseUrl() + signingIn()));
      page.locator("#username").fill("ada");
      page.locator("#password").fill("Old-ada-1!");
      page.locator("#kc-login").click();
      page.getByText("Password kept in Acme Account").waitFor();
      window.screenshot("account-console-signing-in");
      assertThat(page.locator("body").innerText()).doesNotContain("1969", "1970", "Created");

      page.getByTestId("password/credential-list").getByText("Update").click();
      page.locator("#user-pool-text").waitFor();
      window.screenshot("password-kept-elsewhere");
      assertThat(page.locator("#user-pool-text").innerText()).contains("kept in Acme Account");
      assertThat(href(page, "Change the password in Acme Account"))
          .isEqualTo("https://acme.example/password");
      assertThat(page.locator("input[type=password]").count()).isZero();
      assertThat(Accessibility.problems(page)).isEmpty();
    }
  }

  @Test
  void theAdminConsoleDoesNotSayThatThereAreNoCredentials(
      Chromium chromium, KeycloakRuntime keycloak) {
    pool(CONTACT);
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    try (Window window = chromium.open("en")) {
      AdminConsole console =
          AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());
      console.user(imported(ada).getId());
      Page page = window.page();
      page.getByTestId("credentials").click();
      page.locator("table").first().waitFor();
      window.screenshot("admin-console-credentials");

      String shown = page.locator("main").innerText();
      assertThat(shown).contains("password").doesNotContain("No credentials", "1969", "1970");
      assertThat(page.getByTestId("deleteDropdownItem").count()).isZero();
    }
  }

  private String signingIn() {
    return "/realms/" + realm.name() + "/account/account-security/signing-in";
  }

  private void leaked(String name) {
    inDirectory(Person.named(name));
    ((SimulatedRest) directory)
        .simulator()
        .users()
        .update(name, user -> user.status("leaked_password"));
  }

  private static void enter(Page page, String name) {
    page.locator("#username").fill(name);
    page.locator("#password").fill("Old-" + name + "-1!");
    page.locator("#kc-login").click();
    page.locator(".kc-feedback-text a").first().waitFor();
  }

  private static String href(Page page, String label) {
    return page.locator("a").filter(text(label)).getAttribute("href");
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
