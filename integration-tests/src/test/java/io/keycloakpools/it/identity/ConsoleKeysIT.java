package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.RunningKeycloak;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our message keys in Keycloak's consoles, which show a key without a message; other texts appear
 * as they are.
 */
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleKeysIT {

  /** Like Keycloak's keys: no spaces, and a lower-case start. */
  private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]+)*");

  /** A reference to a message in the user profile. */
  private static final Pattern NAMED = Pattern.compile("\\$\\{([^}]+)}");

  /** Our steps in flows; some of Keycloak's own lack texts. */
  private static final Set<String> STEPS =
      Set.of(
          "identity-pool-registration",
          "registration-user-creation",
          "registration-password-action",
          "idp-create-user-if-unique");

  private static final Set<String> POLICIES =
      Set.of("passwordSettings", "passwordStrength", "hashAlgorithm");

  /** The pack's own pools have texts in all its languages. */
  private static final Pattern POOL =
      Pattern.compile("(identity|(auth0|cognito|rest)-user)-pool .*");

  private AdminApi admin;
  private SignUpRealm signUp;
  private TestRealm realm;

  @BeforeAll
  void open(AdminApi api) {
    admin = api;
    signUp = SignUpRealm.create(api);
    realm = signUp.realm();
    realm.components().add("People", "people-user-pool", Map.of()).expectDone();
  }

  @AfterAll
  void close() {
    signUp.close();
  }

  @Test
  void noFormShowsAKey() {
    Map<String, String> shown = new TreeMap<>();
    JsonNode server = admin.rest().read("/admin/serverinfo");
    for (JsonNode provider :
        server.path("componentTypes").path("org.keycloak.storage.UserStorageProvider")) {
      String id = provider.path("id").asText();
      if (id.endsWith("-pool")) {
        properties(shown, id, provider.path("properties"));
      }
    }
    for (String step : STEPS) {
      JsonNode described = realm.rest().read("/authentication/config-description/" + step);
      properties(shown, step, described.path("properties"));
    }
    properties(
        shown,
        "identity-pool-applications",
        realm
            .rest()
            .read("/authentication/required-actions/identity-pool-applications/config-description")
            .path("properties"));
    for (JsonNode action : realm.rest().read("/authentication/required-actions")) {
      shown.put("required action " + action.path("alias").asText(), action.path("name").asText());
    }
    for (String kind : List.of("authenticator-providers", "form-action-providers")) {
      for (JsonNode step : realm.rest().read("/authentication/" + kind)) {
        String id = step.path("id").asText();
        if (STEPS.contains(id)) {
          shown.put(kind + " " + id + " name", step.path("displayName").asText());
          shown.put(kind + " " + id + " help", step.path("description").asText());
        }
      }
    }
    for (JsonNode policy : server.path("passwordPolicies")) {
      String id = policy.path("id").asText();
      if (POLICIES.contains(id)) {
        shown.put("password policy " + id, "passwordPoliciesHelp." + id);
      }
    }
    assertThat(shown)
        .containsKeys("password policy passwordSettings", "password policy passwordStrength")
        .hasSizeGreaterThan(60);

    assertTexts(shown, "admin");
  }

  @Test
  void noTextOfTheUserProfileShowsAKey() {
    Map<String, String> shown = new TreeMap<>();
    JsonNode profile = realm.profile().get();
    for (JsonNode attribute : profile.path("attributes")) {
      String place = "attribute " + attribute.path("name").asText();
      named(shown, place, attribute.path("displayName"));
      attribute
          .path("annotations")
          .properties()
          .forEach(each -> named(shown, place + " " + each.getKey(), each.getValue()));
    }
    for (JsonNode group : profile.path("groups")) {
      String place = "group " + group.path("name").asText();
      named(shown, place + " header", group.path("displayHeader"));
      named(shown, place + " description", group.path("displayDescription"));
    }
    assertThat(shown)
        .containsEntry("attribute identityPool", "identityPoolOfUser")
        .containsEntry("attribute userPoolStatus", "userPoolStatus")
        .containsEntry("attribute userPoolStatus inputHelperTextBefore", "userPoolStatusHelp");

    assertTexts(shown, "admin");
    assertTexts(shown, "account");
  }

  private static void named(Map<String, String> shown, String place, JsonNode text) {
    Matcher named = NAMED.matcher(text.asText());
    if (named.matches()) {
      shown.put(place, named.group(1));
    }
  }

  private static void properties(Map<String, String> shown, String provider, JsonNode properties) {
    for (JsonNode property : properties) {
      String place = provider + " " + property.path("name").asText();
      shown.put(place + " label", property.path("label").asText());
      shown.put(place + " help", property.path("helpText").asText());
    }
  }

  private void assertTexts(Map<String, String> shown, String console) {
    SoftAssertions all = new SoftAssertions();
    for (String language : List.of("en", "de")) {
      Map<String, String> messages = realm.consoleTexts(console, language);
      assertThat(messages).as(console).isNotEmpty();
      shown.forEach(
          (place, text) -> {
            String found = messages.get(text);
            String what = place + ", " + language + ": " + text;
            if (KEY.matcher(text).matches() || POOL.matcher(place).matches()) {
              all.assertThat(found).as(what).isNotBlank().isNotEqualTo(text);
            }
          });
    }
    all.assertAll();
  }
}
