package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.chromium.Accessibility;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.it.InChromium;
import io.keycloakpools.it.RunningKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** A pool's registration page in a browser. */
@InChromium
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationPageIT {

  private SignUpRealm realm;

  @BeforeAll
  void open(AdminApi admin) {
    realm = SignUpRealm.create(admin);
  }

  @AfterAll
  void close() {
    realm.close();
  }

  @Test
  void thePageIsDrawnFromTheSchema(Chromium chromium) {
    try (Window window = chromium.open("en")) {
      Page page = window.register(realm.web());
      window.screenshot("registration-en");

      assertThat(page.locator("#kc-page-title").innerText()).isEqualTo("Join the club");
      assertThat(names(page))
          .containsExactly(
              "username",
              "password",
              "password-confirm",
              "email",
              "firstName",
              "lastName",
              "phone_number",
              "website",
              "birthdate",
              "children",
              "size",
              "contact",
              "interests",
              "days",
              "newsletter",
              "address.locality",
              "address.country",
              "evil",
              "remarks");
      assertThat(type(page, "email")).isEqualTo("email");
      assertThat(type(page, "phone_number")).isEqualTo("tel");
      assertThat(type(page, "website")).isEqualTo("url");
      assertThat(type(page, "birthdate")).isEqualTo("date");
      assertThat(type(page, "children")).isEqualTo("number");
      assertThat(type(page, "size")).isEqualTo("select-one");
      assertThat(type(page, "contact")).isEqualTo("radio");
      assertThat(type(page, "interests")).isEqualTo("checkbox");
      assertThat(type(page, "days")).isEqualTo("checkbox");
      assertThat(type(page, "newsletter")).isEqualTo("checkbox");
      assertThat(type(page, "remarks")).isEqualTo("textarea");
      assertThat(page.getByLabel("Send me the newsletter").isChecked()).isTrue();
      assertThat(page.locator("select[name=size] option").allInnerTexts())
          .containsExactly("", "Small", "Medium", "Large");
      assertThat(page.locator("#help-email").innerText())
          .isEqualTo("We write to you there once a month.");
      assertThat(page.getByRole(AriaRole.GROUP).count())
          .as("contact, interests, days, address")
          .isEqualTo(4);
      assertThat(requiredNames(page))
          .containsExactlyInAnyOrder(
              "username",
              "email",
              "password",
              "password-confirm",
              "firstName",
              "lastName",
              "contact");
      assertThat(Accessibility.problems(page)).isEmpty();
      assertThat(window.scriptErrors()).isEmpty();
    }
  }

  @Test
  void aTitleWithMarkupIsText(Chromium chromium) {
    try (Window window = chromium.open("en")) {
      Page page = window.register(realm.web());

      assertThat(page.locator("label[for=evil]").innerText())
          .contains("<b class='evil'>bold</b> & \"quoted\"");
      assertThat(page.locator("b.evil").count()).isZero();
      assertThat(page.locator("#help-evil").innerText())
          .isEqualTo("<script>window.wicked = 1</script>");
      assertThat(page.evaluate("window.wicked")).isNull();
    }
  }

  @Test
  void errorsStandBesideTheirFieldsAndWhatWasEnteredStays(Chromium chromium) {
    try (Window window = chromium.open("en")) {
      Page page = window.register(realm.web());
      page.getByLabel("Username").fill("grace");
      page.getByLabel("First name").fill("Grace");
      page.locator("#email").fill("nobody");
      page.locator("#password").fill("short");
      page.locator("#password-confirm").fill("short");
      page.locator("#children").fill("77");
      page.locator("#website").fill("example.org");
      page.getByLabel("Town").fill("X");
      page.getByLabel("Size of the shirt").selectOption("M");
      page.getByLabel("chess").check();
      page.getByLabel("cards").check();
      page.getByLabel("Saturday").check();
      page.getByLabel("Send me the newsletter").uncheck();
      page.getByLabel("Remarks").fill("<b>two</b>\nlines");
      submit(window);
      window.screenshot("registration-errors-en");

      assertThat(FieldError.of(page, "email")).isEqualTo("Invalid email address.");
      assertThat(FieldError.of(page, "lastName")).isNotEmpty();
      assertThat(FieldError.of(page, "children")).isEqualTo("Please enter 30 or less.");
      assertThat(FieldError.of(page, "website")).contains("web address");
      assertThat(FieldError.of(page, "contact")).isEqualTo("Please fill in this field.");
      assertThat(FieldError.of(page, "address.locality"))
          .isEqualTo("Please enter at least 2 characters.");
      assertThat(FieldError.of(page, "password")).contains("at least 8 characters long");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("password");
      assertThat(page.locator("#email").getAttribute("aria-describedby"))
          .isEqualTo("help-email input-error-email");

      assertThat(page.getByLabel("Username").inputValue()).isEqualTo("grace");
      assertThat(page.locator("#email").inputValue()).isEqualTo("nobody");
      assertThat(page.locator("#children").inputValue()).isEqualTo("77");
      assertThat(page.locator("#password").inputValue()).isEmpty();
      assertThat(page.locator("#password-confirm").inputValue()).isEmpty();
      assertThat(page.getByLabel("Size of the shirt").inputValue()).isEqualTo("M");
      assertThat(page.getByLabel("chess").isChecked()).isTrue();
      assertThat(page.getByLabel("go", new Page.GetByLabelOptions().setExact(true)).isChecked())
          .isFalse();
      assertThat(page.getByLabel("cards").isChecked()).isTrue();
      assertThat(page.getByLabel("Saturday").isChecked()).isTrue();
      assertThat(page.getByLabel("Send me the newsletter").isChecked()).isFalse();
      assertThat(page.getByLabel("Remarks").inputValue()).isEqualTo("<b>two</b>\nlines");
      assertThat(page.content()).doesNotContain("short");
      assertThat(Accessibility.problems(page)).isEmpty();
    }
  }

  @Test
  void thePageSpeaksGerman(Chromium chromium) {
    try (Window window = chromium.open("de")) {
      Page page = window.register(realm.web());
      submit(window);
      window.screenshot("registration-errors-de");

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
      assertThat(page.locator("label[for=firstName]").innerText()).startsWith("Vorname");
      assertThat(FieldError.of(page, "contact")).isEqualTo("Bitte füllen Sie dieses Feld aus.");
    }
  }

  @Test
  void aPersonRegistersIntoThePoolByKeyboardWithoutJavaScript(Chromium chromium) {
    try (Window window = chromium.openWithoutScripts("en")) {
      Page page = window.register(realm.web());
      submit(window);
      window.screenshot("registration-without-javascript");
      assertThat(FieldError.of(page, "username")).isNotEmpty();

      fillIn(page, "ada");
      page.locator("#birthdate").fill("1815-12-10");
      page.locator("#children").fill("3");
      page.locator("#size").selectOption(new SelectOption().setLabel("Small"));
      page.getByLabel("chess").press("Space");
      page.getByLabel("go", new Page.GetByLabelOptions().setExact(true)).press("Space");
      page.getByLabel("Sunday").press("Space");
      page.getByLabel("Town").fill("London");
      submit(window);
      window.waitUntilBackAt(realm.web());
    }
    UserRepresentation ada = realm.realm().users().byUsername("ada").orElseThrow();
    assertThat(ada.getFederationLink()).isEqualTo(realm.pool());
    assertThat(ada.getFirstName()).isEqualTo("Ada");
    assertThat(ada.getEmail()).isEqualTo("ada@example.org");
    assertThat(ada.getAttributes())
        .containsAllEntriesOf(
            Map.of(
                "birthdate", List.of("1815-12-10"),
                "children", List.of("3"),
                "size", List.of("S"),
                "contact", List.of("mail"),
                "interests", List.of("chess", "go"),
                "days", List.of("Sunday"),
                "newsletter", List.of("false"),
                "address.locality", List.of("London")))
        .doesNotContainKeys("address.country", "remarks", "member");
  }

  @Test
  void atAnApplicationWithoutAPoolThePageIsKeycloaksOwn(Chromium chromium) {
    realm.newUsersOfNoPool("true");
    try (Window window = chromium.open("en")) {
      Page page = window.register(realm.plain());

      assertThat(page.locator("#kc-page-title").innerText()).isEqualTo("Register");
      assertThat(page.locator("body").getAttribute("data-page-id")).isEqualTo("login-register");
      assertThat(names(page))
          .containsExactly(
              "username", "password", "password-confirm", "email", "firstName", "lastName");
    } finally {
      realm.newUsersOfNoPool("");
    }
  }

  private static void fillIn(Page page, String name) {
    page.locator("#username").fill(name);
    page.locator("#email").fill(name + "@example.org");
    page.locator("#firstName").fill("Ada");
    page.locator("#lastName").fill("Lovelace");
    page.locator("#password").fill(SignUpRealm.PASSWORD);
    page.locator("#password-confirm").fill(SignUpRealm.PASSWORD);
    page.locator("#newsletter").press("Space");
    page.locator("input[name=contact][value=mail]").press("Space");
  }

  private static void submit(Window window) {
    window.leave(() -> window.page().locator("#kc-register-form [type=submit]").press("Enter"));
  }

  private static String type(Page page, String name) {
    return (String)
        page.locator("[name='" + name + "']")
            .and(page.locator(":not([type=hidden])"))
            .first()
            .evaluate("e => e.type");
  }

  @SuppressWarnings("unchecked")
  private static List<String> names(Page page) {
    return (List<String>)
        page.evaluate(
            "[...new Set([...document.querySelectorAll('#kc-register-form [name]')]"
                + ".filter(e => e.type !== 'hidden').map(e => e.name))]");
  }

  @SuppressWarnings("unchecked")
  private static List<String> requiredNames(Page page) {
    return (List<String>)
        page.evaluate(
            "[...new Set([...document.querySelectorAll('#kc-register-form [required]')]"
                + ".map(e => e.name))]");
  }
}
