package io.keycloakpools.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.AdminRest;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.ForgottenPassword;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.RunningKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies "Password strength" and "Password settings", wherever a password is set. */
@ExtendWith(RunningKeycloak.class)
class PasswordPoliciesIT {

  private static final String SETTINGS =
      "passwordSettings(strength=fair minLength=14 capitalLetters=2 digits=1)";
  private static final String GOOD = "Correct Horse 7 Staple";

  /** The messages for {@code Przybyszewska}, the person's own name, by settings. */
  private static final Map<String, String> HER_NAME =
      Map.of(
          "en",
          "This password cannot be used. It has to be at least 14 characters long. It needs at"
              + " least 2 capital letters. It needs at least one digit. It is too easy to guess."
              + " Your username, your e-mail address and your name are easy to guess. Add another"
              + " word or two. Uncommon words are better. A capital letter at the beginning does"
              + " not help very much.",
          "de",
          "Dieses Passwort kann nicht verwendet werden. Es muss mindestens 14 Zeichen lang sein."
              + " Es braucht mindestens 2 Großbuchstaben. Es braucht mindestens eine Ziffer. Es"
              + " ist zu leicht zu erraten. Ihr Benutzername, Ihre E-Mail-Adresse und Ihr Name"
              + " sind leicht zu erraten. Fügen Sie ein oder zwei Wörter hinzu. Ungewöhnliche"
              + " Wörter sind besser. Ein Großbuchstabe am Anfang hilft nicht viel.");

  private static TestRealm realm;

  @BeforeAll
  static void open(AdminApi admin) {
    realm = admin.createRealm(settings -> settings.setRegistrationAllowed(true));
  }

  @AfterAll
  static void close() {
    realm.close();
  }

  @BeforeEach
  void noPolicy() {
    policy("");
  }

  private static void policy(String policy) {
    realm.change(Map.of("passwordPolicy", policy)).expectDone();
  }

  /** A user named Stanisława Przybyszewska whose password differs from the name. */
  private static String person(String username) {
    String id = realm.users().create(username, GOOD);
    realm
        .users()
        .change(id, Map.of("firstName", "Stanisława", "lastName", "Przybyszewska"))
        .expectDone();
    return id;
  }

  @Test
  void theConsoleOffersBothPolicies(AdminApi admin) {
    List<JsonNode> policies =
        admin.rest().read("/admin/serverinfo").path("passwordPolicies").valueStream().toList();
    assertThat(policies)
        .extracting(
            policy -> policy.path("id").asText(),
            policy -> policy.path("displayName").asText(),
            policy -> policy.path("configType").asText(),
            policy -> policy.path("defaultValue").asText(),
            policy -> policy.path("multipleSupported").asBoolean())
        .contains(
            tuple("passwordStrength", "Password strength", "String", "fair", false),
            tuple(
                "passwordSettings",
                "Password settings",
                "String",
                "strength=fair minLength=8",
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "passwordStrength(good);Choose one of any, weak, fair, strong, very_strong.",
        "passwordSettings(strength=good);Choose one of any, weak, fair, strong, very_strong.",
        "passwordSettings(minLength=0);minLength: 0 is not possible. Enter a whole number from 1 to"
            + " 128.",
        "passwordSettings(length=8);\"length=8\" is not a setting. Enter words such as minLength=12,"
            + " with spaces between. The settings are strength, capitalLetters,",
        // Keycloak takes "and" for the beginning of another policy, and drops one character.
        "passwordSettings(strength=fair and digits=1);strength: \"fai\" is not possible."
      })
  void whatIsNotPossibleIsNotSaved(String policy, String remedy) {
    policy("passwordStrength(weak)");

    Change.Refused refused = realm.change(Map.of("passwordPolicy", policy)).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).startsWith("Invalid config for password").contains(remedy);
    assertThat(realm.settings().getPasswordPolicy()).isEqualTo("passwordStrength(weak)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void atTheRegistrationPageAllFlawsAreNamedTogether(String language) {
    policy(SETTINGS);
    Map<String, String> fields =
        Map.of(
            "username", "registers-" + language,
            "email", "registers-" + language + "@example.org",
            "firstName", "Stanisława",
            "lastName", "Przybyszewska",
            "password", "Przybyszewska",
            "password-confirm", "Przybyszewska");

    Page refused = realm.browser().language(language).register().submit(fields);

    assertThat(refused.fieldError("password")).contains(HER_NAME.get(language));
    assertThat(realm.users().byUsername("registers-" + language)).isEmpty();
    refused
        .submit(Map.of("password", GOOD, "password-confirm", GOOD))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);
    assertThat(realm.directGrant().login("registers-" + language, GOOD).ok()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void whoHasToSetAPasswordIsToldAllFlawsTogether(String language) {
    String id = person("forced-" + language);
    policy(SETTINGS);
    realm.users().change(id, Map.of("requiredActions", List.of("UPDATE_PASSWORD"))).expectDone();

    Page page =
        realm
            .browser()
            .language(language)
            .login("forced-" + language, GOOD)
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();

    setHerName(page, language);
    assertThat(realm.events().last("UPDATE_CREDENTIAL_ERROR").detail("reason"))
        .isEqualTo("passwordRefused");
  }

  @Test
  void whoForgotThePasswordIsToldAllFlawsTogether() {
    Person her = Person.named("forgot").email("forgot@example.org", true);
    assertThat(person(her.username())).isNotEmpty();
    policy(SETTINGS);

    try (ForgottenPassword forgotten = ForgottenPassword.of(realm)) {
      Page page = forgotten.form(realm.browser(), her);
      setHerName(page, "en");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void whoChangesThePasswordInTheAccountIsToldAllFlawsTogether(String language) {
    String id = person("changes-" + language);
    policy(SETTINGS);
    Browser browser = realm.browser().language(language);

    Page page =
        browser.enter(
            browser.open(Map.of("kc_action", "UPDATE_PASSWORD")), "changes-" + language, GOOD);

    setHerName(page, language);
    assertThat(realm.users().find(id)).isPresent();
  }

  private static void setHerName(Page page, String language) {
    Page refused =
        page.submit(Map.of("password-new", "Przybyszewska", "password-confirm", "Przybyszewska"));
    assertThat(refused.error()).contains(HER_NAME.get(language));
    assertThat(refused.language()).isEqualTo(language);
    refused
        .submit(Map.of("password-new", GOOD + "!", "password-confirm", GOOD + "!"))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void anAdminIsToldAllFlawsTogetherInTheAdminsLanguage(String language) {
    String admin = realm.users().create("admin-" + language, GOOD);
    realm
        .users()
        .grantClientRoles(admin, "realm-management", List.of("manage-users", "view-users"));
    realm.users().changeAttributes(admin, Map.of("locale", List.of(language))).expectDone();
    String id = person("set-by-admin-" + language);
    policy(SETTINGS);
    AdminRest asAdmin =
        realm.restAs(realm.directGrant().login("admin-" + language, GOOD).accessToken());
    Map<String, Object> credential = Map.of("type", "password", "value", "Przybyszewska");

    Change.Refused set =
        asAdmin.put("/users/" + id + "/reset-password", credential).expectRefused();
    Change.Refused created =
        asAdmin
            .post(
                "/users",
                Map.of(
                    "username",
                    "created-" + language,
                    "lastName",
                    "Przybyszewska",
                    "credentials",
                    List.of(credential)))
            .expectRefused();

    for (Change.Refused refused : List.of(set, created)) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("error").asText()).isEqualTo("passwordRefused");
      assertThat(refused.body().path("error_description").asText())
          .isEqualTo(HER_NAME.get(language));
    }
    asAdmin
        .put("/users/" + id + "/reset-password", Map.of("type", "password", "value", GOOD))
        .expectDone();
  }

  @Test
  void thePolicyOfStrengthAsksForStrengthOnly() {
    String id = person("strength");
    policy("passwordStrength(strong)");

    assertThat(realm.users().setPassword(id, "Summer2024!", false).expectRefused().errorMessage())
        .startsWith("This password cannot be used. It is too easy to guess.");
    realm.users().setPassword(id, "kX9#mQ2$vL", false).expectDone();
    policy("passwordStrength");
    realm.users().setPassword(id, "Summer2024!", false).expectDone();
    assertThat(realm.users().setPassword(id, "qwertyuiop", false).expectRefused().errorMessage())
        .contains("It is one of the 100 most common passwords.");
  }

  @Test
  void keycloaksOwnPoliciesHoldBesides() {
    String id = person("besides");
    policy("passwordStrength(fair) and notUsername and specialChars(1)");

    assertThat(realm.users().setPassword(id, "qwertyuiop!", false).expectRefused().errorMessage())
        .contains("too easy to guess");
    assertThat(
            realm
                .users()
                .setPassword(id, "correct7horse7staple", false)
                .expectRefused()
                .errorMessage())
        .contains("special characters");
    realm.users().setPassword(id, GOOD + "!", false).expectDone();
  }

  /** Both policies treat it as "password123". */
  @ParameterizedTest
  @CsvSource({
    "passwordStrength(fair),passwórd123",
    "passwordStrength(fair),ｐａｓｓｗｏｒｄ123",
    "passwordSettings(strength=fair),passwórd123",
    "passwordSettings(strength=fair),pass\u00ADword\u200B123",
    "passwordSettings(strength=fair),Prżybyszéwśka1",
  })
  void whatHidesAWordDoesNotHelp(String policy, String password) {
    String id = person("hidden-" + UUID.randomUUID().toString().substring(0, 8));
    policy(policy);

    assertThat(realm.users().setPassword(id, password, false).expectRefused().errorMessage())
        .contains("It is too easy to guess.");
    realm.users().setPassword(id, GOOD + "!", false).expectDone();
  }

  /** zxcvbn alone would not return. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPasswordOfThousandsOfSymbolsIsAnswered() {
    String id = person("symbols");
    policy("passwordStrength(strong)");

    assertThat(
            realm
                .users()
                .setPassword(id, "48({[<3691!|70$5+%2@".repeat(205), false)
                .expectRefused()
                .errorMessage())
        .contains("It must not be longer than 4,096 characters.");
    realm.users().setPassword(id, "48({[<3691!|70$5+%2@".repeat(200), false).expectDone();
  }
}
