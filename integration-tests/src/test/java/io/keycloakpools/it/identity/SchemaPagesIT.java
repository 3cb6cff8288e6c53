package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.RunningKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** Valid, unusual schemas on pages. */
@ExtendWith(RunningKeycloak.class)
class SchemaPagesIT {

  private static final String PERSON =
      """
      "given_name": {"type": "string"}, "family_name": {"type": "string"},
      "email": {"type": "string", "format": "email"}
      """;
  private static final String REQUIRED = "\"given_name\", \"family_name\", \"email\"";

  @ParameterizedTest
  @ValueSource(
      strings = {"${a} and ${b}", "${", "${}", "${{}", "${a{b}", "${it's}", "{0}", "{", "it's"})
  void aTextThatNamesNoMessageIsShownAsItStands(String text, AdminApi admin) {
    String schema =
        """
        {"type": "object", "title": "TEXT", "description": "TEXT", "properties": {%s,
          "plain": {"type": "string", "title": "TEXT", "description": "TEXT", "ui:placeholder": "TEXT"},
          "helped": {"type": "string", "title": "Helped", "ui:help": "TEXT"},
          "values": {"type": "string", "title": "Values", "enum": ["TEXT", "other"]},
          "named": {"title": "Named", "type": "string", "enum": ["a", "b"], "ui:enumNames": ["TEXT", "B"]},
          "titled": {"title": "Titled", "type": "string", "ui:widget": "radio", "oneOf": [{"const": "a", "title": "TEXT"}]},
          "several": {"title": "Several", "type": "array", "ui:widget": "checkboxes", "items": {"type": "string", "enum": ["TEXT"]}},
          "group": {"type": "object", "title": "TEXT", "properties": {"member": {"type": "string", "title": "TEXT"}}}
        }, "required": [%s]}
        """
            .formatted(PERSON, REQUIRED)
            .replace("TEXT", text);
    try (TestRealm realm = realm(admin, schema, settings -> {})) {
      Page register = new Browser(realm.web()).register();

      assertThat(register.status()).isEqualTo(200);
      assertThat(seen(register.title())).isEqualTo(text);
      assertThat(seen(register.html().select("label[for=plain]").text())).isEqualTo(text);
      assertThat(seen(register.html().select("#plain").attr("placeholder"))).isEqualTo(text);
      assertThat(seen(register.html().select("legend").first().text())).isNotEmpty();
      assertThat(register.submit(entered("ada")).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);

      Page update = updateProfile(realm, "ada");
      assertThat(update.status()).isEqualTo(200);
      assertThat(seen(update.html().select("label[for=plain]").text())).contains(text);
      assertThat(seen(update.html().select("#plain").attr("placeholder"))).isEqualTo(text);
      assertThat(update.submit(Map.of("plain", "x")).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);
    }
  }

  /** Keycloak keeps the language only where it has several; the schema requires it anyway. */
  @Test
  void theLanguageIsAnAttributeLikeAnyWhereTheRealmHasOne(AdminApi admin) {
    String schema =
        "{\"type\": \"object\", \"properties\": {"
            + PERSON
            + ", \"locale\": {\"type\": \"string\"}}, \"required\": ["
            + REQUIRED
            + ", \"locale\"]}";
    try (TestRealm realm =
        realm(admin, schema, settings -> settings.setInternationalizationEnabled(false))) {
      Map<String, String> ada = entered("ada");
      ada.put("locale", "fr-CA");
      assertThat(new Browser(realm.web()).register().submit(ada).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);
      String id = realm.users().byUsername("ada").orElseThrow().getId();
      assertThat(realm.users().get(id).getAttributes()).containsEntry("locale", List.of("fr-CA"));
      assertThat(new Browser(realm.web()).login("ada", SignUpRealm.PASSWORD))
          .isInstanceOf(LoginOutcome.SignedIn.class);

      realm.users().changeAttributes(id, Map.of("locale", List.of("de"))).expectDone();
      assertThat(realm.users().get(id).getAttributes()).containsEntry("locale", List.of("de"));

      String grace = member(realm, "grace");
      Page update =
          new Browser(realm.web())
              .login("grace", SignUpRealm.PASSWORD)
              .expect(LoginOutcome.RequiredActionPage.class)
              .page();
      assertThat(update.asks("locale")).isTrue();
      assertThat(update.submit(Map.of("locale", "en")).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(realm.users().get(grace).getAttributes()).containsEntry("locale", List.of("en"));
    }
  }

  /** Keycloak's page has the language in a hidden field there. */
  @Test
  void theLanguageIsThatOfThePageWhereTheRealmHasSeveral(AdminApi admin) {
    String schema =
        "{\"type\": \"object\", \"properties\": {"
            + PERSON
            + ", \"locale\": {\"type\": \"string\"}}, \"required\": ["
            + REQUIRED
            + ", \"locale\"]}";
    try (TestRealm realm =
        realm(
            admin,
            schema,
            settings -> {
              settings.setInternationalizationEnabled(true);
              settings.setSupportedLocales(Set.of("en", "de"));
              settings.setDefaultLocale("en");
            })) {
      String grace = member(realm, "grace");

      LoginOutcome outcome = new Browser(realm.web()).login("grace", SignUpRealm.PASSWORD);
      if (outcome instanceof LoginOutcome.RequiredActionPage asked) {
        outcome = asked.page().submit(Map.of("firstName", "Grace")).outcome();
      }

      assertThat(outcome).isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(realm.users().get(grace).getAttributes()).containsEntry("locale", List.of("en"));
    }
  }

  @Test
  void ofTwoKindsTheOneThatIsMeantSaysWhatIsMissing(AdminApi admin) {
    String schema =
        """
        {"type": "object", "properties": {%s, "kind": {"type": "string", "enum": ["person", "company"]}},
         "required": [%s, "kind"],
         "oneOf": [
           {"properties": {"kind": {"const": "person"}, "born": {"type": "string", "format": "date"}}, "required": ["born"]},
           {"properties": {"kind": {"const": "company"}, "vat": {"type": "string", "minLength": 3}}, "required": ["vat"]}]}
        """
            .formatted(PERSON, REQUIRED);
    try (TestRealm realm = realm(admin, schema, settings -> {})) {
      Map<String, String> ada = entered("ada");
      ada.put("kind", "company");
      Page refused = new Browser(realm.web()).register().submit(ada);
      assertThat(refused.fieldError("vat")).contains("Please fill in this field.");
      assertThat(refused.fieldError("born")).isEmpty();
      assertThat(refused.fieldError("firstName")).isEmpty();
      assertThat(refused.submit(with(ada, "vat", "DE1")).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);

      Page update = updateProfile(realm, "ada").submit(Map.of("kind", "person", "vat", ""));
      assertThat(update.fieldError("born")).contains("Please fill in this field.");
    }
  }

  @Test
  void whatIsWrongWithNoFieldStandsAboveTheForm(AdminApi admin) {
    String schema =
        """
        {"type": "object", "properties": {%s, "mail": {"type": "string"}, "phone": {"type": "string"}},
         "required": [%s],
         "anyOf": [{"required": ["mail"]}, {"required": ["phone"]}]}
        """
            .formatted(PERSON, REQUIRED);
    String text = "does not fit any of the allowed ways";
    try (TestRealm realm = realm(admin, schema, settings -> {})) {
      Page refused = new Browser(realm.web()).register().submit(entered("ada"));
      assertThat(refused.alert().orElse("")).contains(text);
      assertThat(refused.fieldError("firstName")).isEmpty();
      assertThat(refused.fieldError("username")).isEmpty();
      assertThat(refused.submit(with(entered("ada"), "phone", "1")).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);

      Page update = updateProfile(realm, "ada").submit(Map.of("phone", ""));
      assertThat(update.alert().orElse("")).contains(text);
      assertThat(update.fieldError("firstName")).isEmpty();
      assertThat(update.fieldError("email")).isEmpty();
    }
  }

  @Test
  void whereTheAddressIsTheUsernameNobodyIsAskedForAnother(AdminApi admin) {
    String schema =
        "{\"type\": \"object\", \"properties\": {"
            + PERSON
            + ", \"preferred_username\": {\"type\": \"string\", \"maxLength\": 5}}, \"required\": ["
            + REQUIRED
            + ", \"preferred_username\"]}";
    try (TestRealm realm =
        realm(admin, schema, settings -> settings.setRegistrationEmailAsUsername(true))) {
      JsonNode findings =
          realm
              .rest()
              .call("POST", "/identity-schemas/lint", Map.of("kind", "payload", "schema", schema))
              .body();
      assertThat(findings.findValuesAsText("messageKey")).contains("identityLintUsername");

      Page page = new Browser(realm.web()).register();
      assertThat(page.asks("username")).isFalse();
      Map<String, String> ada = entered("ada");
      ada.remove("username");
      assertThat(page.submit(ada).outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(realm.users().byUsername("ada@example.org")).isPresent();
      assertThat(new Browser(realm.web()).login("ada@example.org", SignUpRealm.PASSWORD))
          .isInstanceOf(LoginOutcome.SignedIn.class);
    }
  }

  @Test
  void whatIsWrongWithALineIsSaidOfTheLine(AdminApi admin) {
    String schema =
        """
        {"type": "object", "properties": {%s,
          "numbers": {"type": "array", "items": {"type": "integer"}},
          "member": {"type": "string", "title": "Club card"}, "card": {"type": "string"}},
         "required": [%s], "dependentRequired": {"member": ["card"]}}
        """
            .formatted(PERSON, REQUIRED);
    try (TestRealm realm =
        realm(
            admin,
            schema,
            settings -> {
              settings.setInternationalizationEnabled(true);
              settings.setSupportedLocales(Set.of("en", "de"));
              settings.setDefaultLocale("en");
            })) {
      Map<String, String> ada = with(entered("ada"), "numbers", "1,2");
      ada.put("member", "yes");
      Page english = new Browser(realm.web()).register().submit(ada);
      assertThat(english.fieldError("numbers"))
          .contains("Please enter one whole number on each line.");
      assertThat(english.fieldError("card").orElse("")).contains("\"Club card\"");
      assertThat(
              new Browser(realm.web()).language("de").register().submit(ada).fieldError("numbers"))
          .contains("Bitte geben Sie in jeder Zeile eine ganze Zahl ein.");
    }
  }

  private static TestRealm realm(
      AdminApi admin, String schema, Consumer<RealmRepresentation> changes) {
    TestRealm realm =
        admin.createRealm(
            settings -> {
              settings.setRegistrationAllowed(true);
              settings
                  .getComponents()
                  .add(
                      "io.keycloakpools.identitypool.store.IdentitySchemaProvider",
                      IdentityRealms.schema("Person", "payload", schema));
              changes.accept(settings);
            });
    realm
        .components()
        .add(
            "Customers",
            "identity-pool",
            Map.of(
                "payloadSchema",
                "Person",
                "publicRegistrationAllowed",
                "true",
                "clients",
                List.of("web")))
        .id();
    realm.change(Map.of("registrationFlow", SignUpRealm.FLOW)).expectDone();
    return realm;
  }

  /** A user made by an admin, with only Keycloak's own required fields. */
  private static String member(TestRealm realm, String name) {
    Map<String, Object> user = new HashMap<>(ShopRealm.person(name));
    user.put("attributes", Map.of("identityPool", List.of("Customers")));
    String id = realm.rest().post("/users", user).id();
    realm.users().setPassword(id, SignUpRealm.PASSWORD, false).expectDone();
    return id;
  }

  private static Page updateProfile(TestRealm realm, String name) {
    String id = realm.users().byUsername(name).orElseThrow().getId();
    realm.users().change(id, Map.of("requiredActions", List.of("UPDATE_PROFILE"))).expectDone();
    return new Browser(realm.web())
        .login(name, SignUpRealm.PASSWORD)
        .expect(LoginOutcome.RequiredActionPage.class)
        .page();
  }

  private static Map<String, String> entered(String name) {
    Map<String, String> entered = SignUpRealm.complete(name);
    entered.remove("contact");
    return entered;
  }

  private static Map<String, String> with(Map<String, String> entered, String field, String value) {
    Map<String, String> more = new HashMap<>(entered);
    more.put(field, value);
    return more;
  }

  private static String seen(String text) {
    return text.replace("\u2060", "").replace("*", "").strip();
  }
}
