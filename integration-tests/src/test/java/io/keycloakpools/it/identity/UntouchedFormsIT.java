package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.chromium.AdminConsole;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.FederationForm;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.InChromium;
import io.keycloakpools.it.RunningKeycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * Our forms in the admin console, saved unchanged, change nothing in Keycloak's store. A missing
 * setting may be stored as its default; the settings' unit tests prove that it means the same.
 */
@InChromium
@ExtendWith(RunningKeycloak.class)
class UntouchedFormsIT {

  private SignUpRealm signUp;
  private TestRealm realm;

  @BeforeEach
  void open(AdminApi admin) {
    signUp = SignUpRealm.create(admin);
    realm = signUp.realm();
    for (ComponentRepresentation pool : realm.components().all()) {
      realm.components().delete(pool.getId()).expectDone();
    }
  }

  @AfterEach
  void close() {
    signUp.close();
  }

  @Test
  void noFormOfAPoolChangesASettingThatNobodyTouched(
      Chromium chromium, KeycloakRuntime keycloak, AdminApi admin) {
    SoftAssertions all = new SoftAssertions();
    try (PoolForms forms = new PoolForms(admin, realm);
        Window window = chromium.open("en")) {
      AdminConsole console =
          AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());
      for (PoolForms.Form form : forms.forms()) {
        Change created = realm.components().add(form.name(), form.provider(), form.settings());
        if (created instanceof Change.Refused refused) {
          all.fail(form + " is refused: " + refused.errorMessage());
          continue;
        }
        String id = created.id();
        ComponentRepresentation before = realm.components().get(id);
        FederationForm opened = console.federation(form.provider(), id);
        window.screenshot("admin-console-form-" + form.name().replace(' ', '-'));
        all.assertThat(opened.accessibilityProblems()).as(form.name()).isEmpty();
        String said = opened.saveUntouched();
        all.assertThat(said).as(form.name()).contains("successfully");
        forms.compare(all, form, before, realm.components().get(id));
        realm.components().delete(id).expectDone();
      }
    }
    all.assertAll();
  }

  /** Created with several values, as in REST and in files of earlier versions. */
  @Test
  void theMechanismsOfAPoolAreEditedInTheConsole(Chromium chromium, KeycloakRuntime keycloak) {
    String id =
        realm
            .components()
            .add(
                "Mechanisms",
                "identity-pool",
                Map.of("authenticationMechanisms", List.of("password", "otp")))
            .id();
    try (Window window = chromium.open("en")) {
      AdminConsole console =
          AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());
      FederationForm form = console.federation("identity-pool", id);
      assertThat(form.chosen("authenticationMechanisms")).isEqualTo("password,otp");
      assertThat(form.chosen("passwordHashing")).isEqualTo("realm");
      assertThat(form.chosen("passwordRules")).isEqualTo("add");
      form.choose("authenticationMechanisms", "otp");
      assertThat(form.saveUntouched()).contains("successfully");
      assertThat(mechanisms(id)).containsExactly("otp");

      form = console.federation("identity-pool", id);
      assertThat(form.chosen("authenticationMechanisms")).isEqualTo("otp");
      form.choose("authenticationMechanisms", "password");
      assertThat(form.saveUntouched()).contains("successfully");
      assertThat(mechanisms(id)).containsExactly("password");
      assertThat(form.labels()).noneMatch(label -> label.contains("One-time code"));
      window.screenshot("admin-console-identity-pool");
    }
    realm
        .rest()
        .put(
            "/identity-pools/" + id, Map.of("authenticationMechanisms", List.of("otp", "password")))
        .expectDone();
    assertThat(mechanisms(id)).containsExactly("password", "otp");
  }

  private List<String> mechanisms(String id) {
    return realm
        .rest()
        .read("/identity-pools/" + id)
        .path("authenticationMechanisms")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  void noOtherFormChangesASettingThatNobodyTouched(Chromium chromium, KeycloakRuntime keycloak) {
    String policy = "passwordStrength(strong) and passwordSettings(minLength=12 digits=1)";
    realm.change(Map.of("passwordPolicy", policy)).expectDone();
    String action = "/authentication/required-actions/identity-pool-applications";
    realm
        .rest()
        .put(action + "/config", Map.of("config", Map.of("newUsersOfNoPool", "true")))
        .expectDone();
    SoftAssertions all = new SoftAssertions();
    try (Window window = chromium.open("en")) {
      AdminConsole console =
          AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());

      all.assertThat(console.savePasswordPolicies("passwordSettings")).contains("successfully");
      all.assertThat(realm.settings().getPasswordPolicy()).isEqualTo(policy);
      all.assertThat(console.helpOfPasswordPolicy("passwordSettings")).contains("minLength=12");
      window.screenshot("admin-console-password-policies");

      JsonNode before = realm.rest().read(action + "/config");
      String actionName = realm.rest().read(action).path("name").asText();
      all.assertThat(console.saveRequiredAction(actionName)).doesNotContain("error");
      all.assertThat(realm.rest().read(action + "/config")).isEqualTo(before);

      steps()
          .forEach(
              step -> {
                String path = "/authentication/config/" + step.config();
                JsonNode config = realm.rest().read(path);
                String said = console.saveStep(step.flow(), step.name());
                all.assertThat(said).as(step.name()).doesNotContain("error");
                all.assertThat(realm.rest().read(path)).as(step.name()).isEqualTo(config);
              });
    }
    all.assertAll();
  }

  private record Step(String flow, String name, String config) {}

  /** The configurable steps, in flows of the realm's own. */
  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String built : List.of("registration", "first broker login")) {
      String copy = "own " + built;
      realm
          .rest()
          .post(
              "/authentication/flows/" + built.replace(" ", "%20") + "/copy",
              Map.of("newName", copy))
          .expectDone();
      String flow =
          realm
              .rest()
              .read("/authentication/flows")
              .valueStream()
              .filter(each -> each.path("alias").asText().equals(copy))
              .findFirst()
              .orElseThrow()
              .path("id")
              .asText();
      String executions = "/authentication/flows/" + copy.replace(" ", "%20") + "/executions";
      for (JsonNode execution : realm.rest().read(executions)) {
        String provider = execution.path("providerId").asText();
        if (execution.path("configurable").asBoolean() && REPLACED_STEPS.containsKey(provider)) {
          steps.add(step(flow, execution, REPLACED_STEPS.get(provider)));
        }
      }
    }
    assertThat(steps).hasSize(REPLACED_STEPS.size());
    return steps;
  }

  /** Configurations by id of the Keycloak provider that ours replaces. */
  private static final Map<String, Map<String, String>> REPLACED_STEPS =
      Map.of(
          "idp-create-user-if-unique", Map.of("require.password.update.after.registration", "true"),
          "registration-password-action", Map.of("always_set_password_on_register_form", "true"));

  private Step step(String flow, JsonNode execution, Map<String, String> config) {
    String alias = "own-" + execution.path("providerId").asText();
    if (execution.hasNonNull("authenticationConfig")) {
      String id = execution.path("authenticationConfig").asText();
      return new Step(flow, execution.path("displayName").asText(), id);
    }
    String id =
        realm
            .rest()
            .post(
                "/authentication/executions/" + execution.path("id").asText() + "/config",
                Map.of("alias", alias, "config", config))
            .id();
    return new Step(flow, execution.path("displayName").asText(), id);
  }
}
