package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.chromium.Accessibility;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.it.InChromium;
import io.keycloakpools.it.RunningKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts on a pool's pages: before a mistake, after it, and at a wrong application. */
@InChromium
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoolPagesIT {

  private static final String FILL_IN = "Please fill in this field.";

  private ClubRealm club;

  @BeforeAll
  void open(AdminApi admin) {
    club = ClubRealm.create(admin);
  }

  @AfterAll
  void close() {
    club.close();
  }

  @Test
  void theRegistrationPageSaysHowAValueIsEntered(Chromium chromium) {
    try (Window window = chromium.open("en")) {
      Page page = window.register(club.web());
      window.screenshot("registration-empty");

      assertThat(hint(page, "instruments")).isEqualTo("Enter one value on each line.");
      assertThat(hint(page, "settings")).isEqualTo("Enter JSON, such as {\"key\": \"value\"}.");
      assertThat(hint(page, "rooms")).startsWith("To choose several, hold Ctrl");
      assertThat(hint(page, "appointment")).isEqualTo("Time zone: Europe/Berlin");
      assertThat(page.locator("#appointment").getAttribute("type")).isEqualTo("datetime-local");
      assertThat(page.locator("#birthdate").getAttribute("type")).isEqualTo("date");
      assertThat(page.locator("input[type=checkbox][name=interests]").count()).isEqualTo(3);
      assertThat(page.getByLabel("Send me the newsletter").isChecked()).isTrue();
      assertThat(page.locator("#password-rules li").allInnerTexts())
          .containsExactly(
              "at least 10 characters",
              "at most 200 characters",
              "at least one digit",
              "hard to guess: no common password, and no name, date or row of keys by itself",
              "not the username");
      assertThat(page.locator("#password").getAttribute("aria-describedby"))
          .isEqualTo("password-rules");
      assertThat(page.locator("#password").getAttribute("autocomplete")).isEqualTo("new-password");
      assertThat(Accessibility.problems(page)).isEmpty();
      assertThat(window.scriptErrors()).isEmpty();
    }
  }

  @Test
  void linksInTheTextsOfASchemaLeadThere(Chromium chromium) {
    try (Window window = chromium.open("en")) {
      Page page = window.register(club.web());

      Locator terms = page.locator("label[for=terms] a").first();
      assertThat(terms.getAttribute("href")).isEqualTo("https://club.example/terms?a=1&b=2");
      assertThat(terms.getAttribute("rel")).isEqualTo("noopener noreferrer");
      assertThat(terms.innerText()).startsWith("terms");
      assertThat(page.locator("label[for=terms] a").last().getAttribute("href"))
          .isEqualTo("mailto:board@club.example");
      assertThat(page.locator("#help-code a").getAttribute("href"))
          .isEqualTo("https://club.example/card");
      assertThat(page.locator("#kc-page-title a").getAttribute("href"))
          .isEqualTo("https://club.example/");
      assertThat(page.locator("label[for=terms]").innerText()).startsWith("I accept the terms");
    }
  }

  @Test
  void errorsStandAtTheFieldsThatAreEmptyOrWrong(Chromium chromium) {
    try (Window window = chromium.open("en")) {
      Page page = window.register(club.web());
      page.locator("#code").fill("ab1");
      page.locator("#password").fill("short");
      page.locator("#password-confirm").fill("short");
      submit(window);
      window.screenshot("registration-with-errors");

      assertThat(FieldError.of(page, "terms")).isEqualTo("Please tick this box.");
      assertThat(FieldError.of(page, "code")).isEqualTo("Enter the three letters on your card.");
      assertThat(FieldError.of(page, "address.street")).isEmpty();
      assertThat(FieldError.of(page, "address.postal_code")).isEqualTo(FILL_IN);
      assertThat(FieldError.of(page, "address.country")).isEqualTo(FILL_IN);
      assertThat(FieldError.of(page, "pin")).isEqualTo(FILL_IN);
      assertThat(page.locator("#password").getAttribute("aria-describedby"))
          .isEqualTo("password-rules input-error-password");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("username");
      assertThat(Accessibility.problems(page)).isEmpty();
    }
  }

  @Test
  void theySpeakGerman(Chromium chromium) {
    try (Window window = chromium.open("de")) {
      Page page = window.register(club.web());
      page.locator("#code").fill("ab1");
      submit(window);
      window.screenshot("registration-with-errors-de");

      assertThat(FieldError.of(page, "terms")).isEqualTo("Bitte kreuzen Sie dieses Kästchen an.");
      assertThat(FieldError.of(page, "code"))
          .isEqualTo("Geben Sie die drei Buchstaben Ihrer Karte ein.");
      assertThat(hint(page, "instruments")).isEqualTo("Geben Sie in jeder Zeile einen Wert ein.");
      assertThat(page.locator("#password-rules").innerText())
          .contains("Regeln für das Passwort:", "mindestens 10 Zeichen", "mindestens eine Ziffer");
    }
  }

  @Test
  void whatIsEnteredIsKeptAsTheSchemaSays(Chromium chromium) {
    try (Window window = chromium.openWithoutScripts("en")) {
      Page page = window.register(club.web());
      page.locator("#username").fill("ada");
      page.locator("#email").fill("ada@example.org");
      page.locator("#firstName").fill("Ada");
      page.locator("#lastName").fill("Lovelace");
      page.locator("#password").fill(ClubRealm.PASSWORD);
      page.locator("#password-confirm").fill(ClubRealm.PASSWORD);
      page.locator("[id='address.postal_code']").fill("W1");
      page.locator("[id='address.country']").fill("England");
      page.locator("#appointment").fill("2026-07-31T12:00");
      page.locator("#instruments").fill("piano\nflute");
      page.locator("#settings").fill("{\"dark\": true}");
      page.getByLabel("go", new Page.GetByLabelOptions().setExact(true)).press("Space");
      page.locator("#rooms").selectOption(new String[] {"north", "south"});
      page.locator("#pin").fill("1815");
      page.locator("#newsletter").press("Space");
      page.locator("#terms").press("Space");
      submit(window);
      window.waitUntilBackAt(club.web());
    }
    String id = club.realm().users().byUsername("ada").orElseThrow().getId();
    assertThat(club.attributes(id))
        .containsAllEntriesOf(
            Map.of(
                "appointment", List.of("2026-07-31T12:00:00+02:00"),
                "instruments", List.of("piano", "flute"),
                "settings", List.of("{\"dark\": true}"),
                "interests", List.of("go"),
                "rooms", List.of("north", "south"),
                "pin", List.of("1815"),
                "newsletter", List.of("false"),
                "terms", List.of("true")));
  }

  @Test
  void whoLacksDataCompletesThemOnThePoolsOwnPage(Chromium chromium) {
    String id = club.user("grace", "Club", Map.of());
    try (Window window = chromium.open("en")) {
      Page page = signIn(window, club.web(), "grace");
      window.screenshot("update-account-information");

      assertThat(page.locator("#kc-page-title").innerText())
          .isEqualTo("Update Account Information");
      assertThat(page.locator("legend").allInnerTexts().stream().map(String::strip))
          .contains("Postal address", "Interests");
      assertThat(page.locator("#terms").getAttribute("type")).isEqualTo("checkbox");
      assertThat(page.locator("#newsletter").isChecked()).as("the default").isTrue();
      assertThat(page.locator("#risk").count()).as("hidden").isZero();
      assertThat(page.locator("#tier").isDisabled()).as("metadata").isTrue();
      assertThat(FieldError.of(page, "terms")).isEqualTo("Please tick this box.");
      assertThat(FieldError.of(page, "address.postal_code")).isEqualTo(FILL_IN);
      assertThat(FieldError.of(page, "address.country")).isEqualTo(FILL_IN);
      assertThat(FieldError.of(page, "address.street")).isEmpty();
      assertThat(FieldError.of(page, "pin")).isEqualTo(FILL_IN);
      assertThat(Accessibility.problems(page)).isEmpty();

      page.locator("#terms").check();
      page.locator("#code").fill("abc");
      page.locator("[id='address.postal_code']").fill("W1");
      page.locator("#newsletter").uncheck();
      submit(window);
      assertThat(FieldError.of(page, "address.country")).isEqualTo(FILL_IN);
      assertThat(FieldError.of(page, "terms")).isEmpty();
      assertThat(page.locator("#terms").isChecked()).as("what was entered stays").isTrue();
      assertThat(page.locator("#newsletter").isChecked()).isFalse();
      assertThat(FieldError.of(page, "code")).isEqualTo("Enter the three letters on your card.");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("code");

      page.locator("#code").fill("ABC");
      page.locator("[id='address.country']").fill("England");
      page.locator("#pin").fill("1906");
      page.locator("#instruments").fill("piano\nflute");
      submit(window);
      window.waitUntilBackAt(club.web());
    }
    assertThat(club.attributes(id))
        .containsAllEntriesOf(
            Map.of(
                "code", List.of("ABC"),
                "address.postal_code", List.of("W1"),
                "address.country", List.of("England"),
                "instruments", List.of("piano", "flute"),
                "pin", List.of("1906"),
                "newsletter", List.of("false"),
                "terms", List.of("true")));
  }

  @Test
  void whatNobodyChangesStaysAndWhatIsTakenOutGoes(Chromium chromium) {
    String id = club.member("alan", "UPDATE_PROFILE");
    try (Window window = chromium.open("en")) {
      Page page = signIn(window, club.web(), "alan");

      assertThat(page.locator("#appointment").inputValue()).isEqualTo("2026-07-31T12:00:05");
      assertThat(page.locator("#newsletter").isChecked()).isFalse();
      assertThat(page.locator("#pin").inputValue()).as("never shown").isEmpty();
      assertThat(page.locator("#pin").getAttribute("required")).as("there is one").isNull();
      assertThat(page.locator("#tier option:checked").innerText()).isEqualTo("gold");
      page.getByLabel("chess", new Page.GetByLabelOptions().setExact(true)).uncheck();
      page.getByLabel("go", new Page.GetByLabelOptions().setExact(true)).uncheck();
      submit(window);
      window.waitUntilBackAt(club.web());
    }
    assertThat(club.attributes(id))
        .containsAllEntriesOf(
            Map.of(
                "appointment", List.of("2026-07-31T10:00:05+00:00"),
                "newsletter", List.of("false"),
                "pin", List.of("4711"),
                "tier", List.of("gold"),
                "address.country", List.of("Germany")))
        .doesNotContainKey("interests");
  }

  @Test
  void usersOfNoPoolHaveKeycloaksPage(Chromium chromium) {
    club.user("olga", "", Map.of(), "UPDATE_PROFILE");
    try (Window window = chromium.open("en")) {
      Page page = signIn(window, club.plain(), "olga");

      assertThat(page.locator("body").getAttribute("data-page-id"))
          .isEqualTo("login-login-update-profile");
    }
  }

  @Test
  void whoChoosesAPasswordReadsTheRulesFirst(Chromium chromium) {
    club.member("mary", "UPDATE_PASSWORD");
    try (Window window = chromium.open("en")) {
      Page page = signIn(window, club.web(), "mary");
      window.screenshot("update-password");

      assertThat(page.locator("#password-rules li").allInnerTexts())
          .contains("at least 10 characters", "at least one digit", "not the username");
      assertThat(Accessibility.problems(page)).isEmpty();

      page.locator("#password-new").fill("short");
      page.locator("#password-confirm").fill("short");
      submit(window);
      assertThat(page.locator("main").innerText()).contains("at least 10 characters long");
      window.screenshot("update-password-refused");

      page.locator("#password-new").fill("Another-horse-battery-2!");
      page.locator("#password-confirm").fill("Another-horse-battery-2!");
      page.locator("#kc-submit").press("Enter");
      window.waitUntilBackAt(club.web());
    }
  }

  @Test
  void atAWrongApplicationTheButtonLeadsToItsLoginForm(Chromium chromium) {
    club.member("joan");
    club.user("stan", "Staff", Map.of());
    try (Window window = chromium.open("en")) {
      signIn(window, club.web(), "joan");
      window.waitUntilBackAt(club.web());

      Page page = window.login(club.staff());
      window.screenshot("wrong-application");
      assertThat(page.locator("#kc-error-message").innerText())
          .contains(
              "Your account cannot be used at this application.",
              "You are signed in as joan.",
              "This signs you out of all applications");
      assertThat(Accessibility.problems(page)).isEmpty();

      page.getByRole(AriaRole.LINK)
          .filter(new Locator.FilterOptions().setHasText("Sign out and use another account"))
          .click();
      page.locator("#username").waitFor();
      assertThat(page.locator("#username").inputValue()).isEmpty();
      page.locator("#username").fill("stan");
      page.locator("#password").fill(ClubRealm.PASSWORD);
      page.locator("#kc-login").click();
      window.waitUntilBackAt(club.staff());

      window.login(club.web());
      assertThat(page.locator("#kc-error-message").innerText())
          .as("stan is signed in now")
          .contains("You are signed in as stan.");
    }
  }

  @Test
  void soItDoesWithoutASessionAndWithoutScripts(Chromium chromium) {
    club.member("rosa");
    try (Window window = chromium.openWithoutScripts("de")) {
      Page page = signIn(window, club.staff(), "rosa");
      window.screenshot("wrong-application-de");
      assertThat(page.locator("#kc-error-message").innerText())
          .contains("Sie sind als rosa angemeldet.");

      page.locator("#kc-identity-pool-sign-out").press("Enter");
      page.waitForURL("**/login-actions/authenticate**");
      assertThat(page.locator("#username").inputValue()).isEmpty();
    }
  }

  @Test
  void thePagesFitATelephone(Chromium chromium) {
    club.user("lise", "Club", Map.of());
    club.member("emmy");
    try (Window window = chromium.openOnTelephone("en")) {
      Page page = window.register(club.web());
      window.screenshot("registration-empty-telephone");
      assertThat(Accessibility.problems(page)).isEmpty();
      submit(window);
      window.screenshot("registration-with-errors-telephone");
      assertThat(Accessibility.problems(page)).isEmpty();

      signIn(window, club.web(), "lise");
      window.screenshot("update-account-information-telephone");
      assertThat(Accessibility.problems(page)).isEmpty();
    }
    try (Window window = chromium.openOnTelephone("en")) {
      Page page = signIn(window, club.staff(), "emmy");
      window.screenshot("wrong-application-telephone");
      assertThat(Accessibility.problems(page)).isEmpty();
    }
  }

  private static Page signIn(Window window, RealmClient application, String name) {
    Page page = window.login(application);
    page.locator("#username").fill(name);
    page.locator("#password").fill(ClubRealm.PASSWORD);
    window.leave(() -> page.locator("#kc-login").press("Enter"));
    return page;
  }

  private static void submit(Window window) {
    window.leave(() -> window.page().locator("#kc-submit").press("Enter"));
  }

  private static String hint(Page page, String field) {
    return page.locator("[id='hint-" + field + "']").innerText().strip();
  }
}
