package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
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
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * The admin console's forms of all kinds of pools: of each kind, one pool with the minimum and one
 * with all settings.
 */
final class PoolForms implements AutoCloseable {

  private static final String USER_STORAGE = "org.keycloak.storage.UserStorageProvider";

  /** Settings that the console stores with every provider, and Keycloak's defaults without them. */
  private static final Map<String, String> OF_KEYCLOAK =
      Map.of("cachePolicy", "DEFAULT", "enabled", "true");

  /** Settings of user pools that name something; others are found by their type. */
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
          // The REST pool authenticates by its token.
          Map.entry("basicUser", ""),
          Map.entry("basicPassword", ""));

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

  private final AdminApi admin;
  private final TestRealm realm;

  /** For a realm with {@link SignUpRealm}'s schemas and clients, and no pool. */
  PoolForms(AdminApi admin, TestRealm realm) {
    this.admin = admin;
    this.realm = realm;
    realm.createRole("employee").expectDone();
    realm.createGroup("crew").expectDone();
    realm.createIdentityProvider("google").expectDone();
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
    realm.profile().addAttribute("department").expectDone();
    realm.components().add("Members", "identity-pool", Map.of()).expectDone();
  }

  @Override
  public void close() {
    directories.forEach(SimulatedDirectory::close);
  }

  private static String pairs(String key, String value) {
    return Json.write(List.of(Map.of("key", key, "value", value)));
  }

  /** A form of the console; REST creates its pool first. */
  record Form(String provider, String name, Map<String, Object> settings) {}

  List<Form> forms() {
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

  private static String value(JsonNode property) {
    return switch (property.path("type").asText()) {
      case "boolean" -> Boolean.toString(!property.path("defaultValue").asBoolean());
      case "List" -> property.path("options").path(property.path("options").size() - 1).asText();
      case "Integer", "Number" -> "7";
      case "Map" -> pairs("a", "b");
      default -> "https://example.org/help";
    };
  }

  /** Fails for changes that a form stored untouched. */
  void compare(
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

  /** Without blank values, as settings are read; the database keeps no order. */
  private static Map<String, List<String>> clean(ComponentRepresentation component) {
    Map<String, List<String>> clean = new TreeMap<>();
    component
        .getConfig()
        .forEach(
            (key, values) -> {
              List<String> filled =
                  values.stream()
                      .filter(value -> value != null && !value.isBlank())
                      .sorted()
                      .toList();
              if (!filled.isEmpty()) {
                clean.put(key, filled);
              }
            });
    return clean;
  }
}
