package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.chromium.AdminConsole;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.InChromium;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import io.keycloakpools.it.cognito.SimulatedCognito;
import io.keycloakpools.it.rest.SimulatedRest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * Every form of ours in the admin console, saved as it is shown: nothing changes that the admin did
 * not touch. What is looked at is what Keycloak stores; a setting that is not stored may be stored
 * as its default, which the unit tests of the settings hold to mean the same.
 */
@InChromium
@ExtendWith(RunningKeycloak.class)
class UntouchedFormsIT {

  private static final String USER_STORAGE = "org.keycloak.storage.UserStorageProvider";

  /** What the console stores with every provider, and Keycloak takes for granted without it. */
  private static final Map<String, String> OF_KEYCLOAK =
      Map.of("cachePolicy", "DEFAULT", "enabled", "true");

  /**
   * What a setting of a user pool can have that names something; others are found by their type.
   */
  private static final Map<String, Object> OF_USER_POOLS =
      Map.ofEntries(
          Map.entry("stayOrMove", "move-at-first-sign-in"),
          Map.entry("justInTimeMigration", "true"),
          Map.entry("identityPool", "Members"),
          Map.entry("attributeMappings", pairs("department", "department")),
          Map.entry("roleMappings", pairs("staff", "employee")),
          Map.entry("groupMappings", pairs("crew", "/crew")),
          Map.entry("identityProviderMappings", pairs("google-oauth2", "google")),
          Map.entry("group", "/crew"),
          Map.entry("clients", List.of("web", "cli")),
          Map.entry("tenantResolver", "static"),
          Map.entry("tenantId", "acme"),
          Map.entry("tenantIdFieldName", "tenant"),
          Map.entry("requestTimeout", "4000"),
          Map.entry("userMigrationFormat", "false"));

  private static final Map<String, Object> OF_IDENTITY_POOLS =
      Map.ofEntries(
          Map.entry("description", "Who buys"),
          Map.entry("payloadSchema", "Person"),
          Map.entry("metadataSchema", "Standing"),
          Map.entry("clients", List.of("staff", "plain")),
          Map.entry("admittedRole", "employee"),
          Map.entry("authenticationMechanisms", List.of("password", "otp")),
          Map.entry("publicRegistrationAllowed", "true"),
          Map.entry("passwordHashing", "bcrypt"),
          Map.entry("passwordRules", "instead"),
          Map.entry("passwordStrength", "strong"),
          Map.entry("passwordCapitalLetters", "1"),
          Map.entry("passwordLowercaseLetters", "2"),
          Map.entry("passwordDigits", "3"),
          Map.entry("passwordSpecialCharacters", "4"),
          Map.entry("passwordMinLength", "12"),
          Map.entry("passwordNotUsedSince", "5"),
          Map.entry("otpLength", "8"),
          Map.entry("otpTtl", "60"),
          Map.entry("group", "/crew"),
          Map.entry("deleteUsers", "true"));

  private final List<SimulatedDirectory> directories =
      List.of(new SimulatedAuth0(), new SimulatedCognito(), new SimulatedRest());

  private AdminApi admin;
  private SignUpRealm signUp;
  private TestRealm realm;

  @BeforeEach
  void open(AdminApi api) {
    admin = api;
    signUp = SignUpRealm.create(api);
    realm = signUp.realm();
    for (ComponentRepresentation pool : realm.components().all()) {
      realm.components().delete(pool.getId()).expectDone();
    }
    realm.createRole("employee").expectDone();
    realm.createGroup("crew").expectDone();
    realm.createIdentityProvider("google").expectDone();
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
    realm.profile().addAttribute("department").expectDone();
    realm.components().add("Members", "identity-pool", Map.of()).expectDone();
  }

  @AfterEach
  void close() {
    directories.forEach(SimulatedDirectory::close);
    signUp.close();
  }

  private static String pairs(String key, String value) {
    return Json.write(List.of(Map.of("key", key, "value", value)));
  }

  /** A form of the console: what is created by REST before it is opened. */
  private record Form(String provider, String name, Map<String, Object> settings) {}

  @Test
  void noFormOfAPoolChangesASettingThatNobodyTouched(Chromium chromium, KeycloakRuntime keycloak) {
    List<Form> forms = forms();
    SoftAssertions all = new SoftAssertions();
    try (Window window = chromium.open("en")) {
      AdminConsole console =
          AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());
      for (Form form : forms) {
        Change created = realm.components().add(form.name(), form.provider(), form.settings());
        String id = created.id();
        ComponentRepresentation before = realm.components().get(id);
        console.federation(form.provider(), id, form.name());
        window.screenshot("admin-console-form-" + form.name().replace(' ', '-'));
        String said = console.saveFederationUntouched();
        all.assertThat(said).as(form.name()).contains("successfully");
        compare(all, form, before, realm.components().get(id));
        realm.components().delete(id).expectDone();
      }
    }
    all.assertAll();
  }

  /** Of every kind of pool, one with what it needs and one with everything. */
  private List<Form> forms() {
    Map<String, Map<String, Object>> needed = new TreeMap<>();
    directories.forEach(each -> needed.put(each.providerId(), each.settings()));
    needed.put("people-user-pool", Map.of());
    needed.put("identity-pool", Map.of());
    assertThat(needed.keySet()).as("kinds of pools").containsExactlyElementsOf(kinds());
    List<Form> forms = new ArrayList<>();
    needed.forEach(
        (provider, settings) -> {
          String name = provider.replace('-', ' ');
          forms.add(new Form(provider, name + " as new", settings));
          forms.add(new Form(provider, name + " with all", all(provider, settings)));
        });
    return forms;
  }

  private List<String> kinds() {
    return admin
        .rest()
        .read("/admin/serverinfo")
        .path("componentTypes")
        .path(USER_STORAGE)
        .valueStream()
        .map(provider -> provider.path("id").asText())
        .filter(id -> id.endsWith("-pool"))
        .sorted()
        .toList();
  }

  private Map<String, Object> all(String provider, Map<String, Object> needed) {
    if (provider.equals("identity-pool")) {
      assertThat(OF_IDENTITY_POOLS.keySet())
          .as("values for settings of " + provider)
          .containsAll(properties(provider).keySet());
      return OF_IDENTITY_POOLS;
    }
    Map<String, Object> all = new HashMap<>();
    properties(provider)
        .forEach((key, property) -> all.put(key, OF_USER_POOLS.getOrDefault(key, value(property))));
    all.putAll(needed);
    return all;
  }

  private Map<String, JsonNode> properties(String provider) {
    Map<String, JsonNode> properties = new TreeMap<>();
    realm
        .components()
        .properties(admin, provider)
        .forEach(property -> properties.put(property.path("name").asText(), property));
    return properties;
  }

  /** Another value than the one that the form begins with. */
  private static String value(JsonNode property) {
    return switch (property.path("type").asText()) {
      case "boolean" -> Boolean.toString(!property.path("defaultValue").asBoolean());
      case "List" -> property.path("options").path(property.path("options").size() - 1).asText();
      case "Integer", "Number" -> "7";
      case "Map" -> pairs("a", "b");
      default -> "https://example.org/help";
    };
  }

  private void compare(
      SoftAssertions all, Form form, ComponentRepresentation before, ComponentRepresentation now) {
    all.assertThat(now.getName()).isEqualTo(before.getName());
    Map<String, JsonNode> properties = properties(form.provider());
    Map<String, List<String>> expected = new TreeMap<>(clean(before));
    clean(now)
        .forEach(
            (key, values) -> {
              JsonNode unset =
                  properties.getOrDefault(key, Json.tree(Map.of())).path("defaultValue");
              String byDefault = unset.asText(OF_KEYCLOAK.get(key));
              if (!expected.containsKey(key) && values.equals(List.of(String.valueOf(byDefault)))) {
                expected.put(key, values);
              }
            });
    all.assertThat(new TreeMap<>(clean(now))).as(form.name()).isEqualTo(expected);
  }

  /** Without what is blank, as the settings are read. */
  private static Map<String, List<String>> clean(ComponentRepresentation component) {
    Map<String, List<String>> clean = new TreeMap<>();
    component
        .getConfig()
        .forEach(
            (key, values) -> {
              List<String> filled =
                  values.stream().filter(value -> value != null && !value.isBlank()).toList();
              if (!filled.isEmpty()) {
                clean.put(key, filled);
              }
            });
    return clean;
  }

  /** Stored by a file as an earlier version exported it, several mechanisms and pinned hash too. */
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
      console.federation("identity-pool", id, "Mechanisms");
      assertThat(console.setting("authenticationMechanisms")).isEqualTo("password,otp");
      assertThat(console.setting("passwordHashing")).isEqualTo("realm");
      assertThat(console.setting("passwordRules")).isEqualTo("add");
      console.chooseSetting("authenticationMechanisms", "otp");
      assertThat(console.saveFederationUntouched()).contains("successfully");
      assertThat(mechanisms(id)).containsExactly("otp");

      console.federation("identity-pool", id, "Mechanisms");
      assertThat(console.setting("authenticationMechanisms")).isEqualTo("otp");
      console.chooseSetting("authenticationMechanisms", "password");
      assertThat(console.saveFederationUntouched()).contains("successfully");
      assertThat(mechanisms(id)).containsExactly("password");
      assertThat(console.settingLabels()).noneMatch(label -> label.contains("One-time code"));
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

  /** A step of a flow that a class of ours stands for, with a configuration. */
  private record Step(String flow, String name, String config) {}

  /** The configurable ones, in flows of the realm's own. */
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

  /** By id of Keycloak's provider that ours replaces: a configuration. */
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
