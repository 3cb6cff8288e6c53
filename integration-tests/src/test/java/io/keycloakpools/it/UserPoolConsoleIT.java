package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.chromium.AdminConsole;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.FederationForm;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User pools in Keycloak's admin console. */
@InChromium
class UserPoolConsoleIT extends PoolScenarios {

  private static final String PROVIDER = "auth0-user-pool";

  /** Text that no admin should see: without a message, the console shows its key. */
  private static final Pattern KEY = Pattern.compile("\\w(Label|Help)\\.\\w");

  private static final String ADMIN_PASSWORD = "Admin-of-tests-1!";

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Test
  void whoeverSynchronizesReadsThatNothingWasRead(Chromium chromium, KeycloakRuntime keycloak) {
    String pool = linkedPool();
    String residents = realm.components().add("Residents", "identity-pool", Map.of()).id();
    try (Window window = chromium.open("en")) {
      AdminConsole console = signIn(window, keycloak);
      for (String action : List.of("Sync changed users", "Sync all users")) {
        assertThat(console.federation(PROVIDER, pool).act(action, "Nothing was read"))
            .anyMatch(
                said ->
                    said.contains(
                        "Nothing was read from the directory: people of this pool come at their"
                            + " first sign-in, one by one."))
            .noneMatch(said -> said.contains("already in progress"));
        window.screenshot("admin-console-" + action.toLowerCase(Locale.ROOT).replace(' ', '-'));
        assertThat(
                console.federation("identity-pool", residents).act(action, "nothing to synchroni"))
            .noneMatch(said -> said.contains("already in progress"));
      }
    }
  }

  @Test
  void anAdminWhoSpeaksGermanReadsItInGerman(Chromium chromium, KeycloakRuntime keycloak) {
    String pool = linkedPool();
    String boss = realm.users().create("boss", ADMIN_PASSWORD);
    realm.users().changeAttributes(boss, Map.of("locale", List.of("de"))).expectDone();
    realm.users().grantClientRoles(boss, "realm-management", List.of("realm-admin"));
    try (Window window = chromium.open("de")) {
      AdminConsole console =
          AdminConsole.signIn(
              window,
              keycloak.baseUrl(),
              realm.name(),
              new AdminAccount("boss", ADMIN_PASSWORD),
              realm.name());
      FederationForm form = console.federation(PROVIDER, pool);
      assertThat(form.title()).isEqualTo("Auth0-User-Pool");
      assertThat(form.labels())
          .containsSubsequence(
              "Client-Secret",
              "Benutzer bleiben oder ziehen um",
              "Gruppe",
              "Zweiter Faktor",
              "Zeitlimit für Anfragen",
              "Rollenzuordnungen")
          .doesNotContain("Users stay or move", "Request timeout", "Role mappings");
      assertThat(form.helps())
          .contains("Gruppe, der importierte Benutzer beitreten.")
          .anyMatch(help -> help.startsWith("Die eigene Domain des Tenants"))
          .noneMatch(KEY.asPredicate());
      assertThat(form.text()).doesNotContainPattern(KEY);
      window.screenshot("admin-console-user-pool-de");
      form.fill("requestTimeout", "5");
      assertThat(form.save())
          .contains("Zeitlimit für Anfragen (requestTimeout): „5“ ist keine ganze Zahl");
      assertThat(form.act("Alle Benutzer synchronisieren", "nichts gelesen"))
          .anyMatch(said -> said.contains("mit ihrer ersten Anmeldung."));
    }
  }

  @Test
  void theFormBeginsWithWhatDecidesAndShowsNothingWithoutEffect(
      Chromium chromium, KeycloakRuntime keycloak) {
    String pool = migratingPool();
    try (Window window = chromium.open("en")) {
      FederationForm form = signIn(window, keycloak).federation(PROVIDER, pool);
      window.screenshot("admin-console-user-pool");

      assertThat(form.title()).isEqualTo("Auth0 user pool");
      assertThat(form.labels())
          .containsSubsequence(
              "UI display name",
              "Domain",
              "Users stay or move",
              "Identity pool",
              "Try settings when saving",
              "Attribute mappings",
              "Role mappings")
          .doesNotContain(
              "Group mappings",
              "Temporary passwords",
              "Sync user attributes",
              "Just-in-time migration",
              "Periodic full sync");
      assertThat(form.chosen("stayOrMove")).isEqualTo("move-at-first-sign-in");
      assertThat(form.helps())
          .contains("Group that imported users join.")
          .anyMatch(help -> help.startsWith("The tenant's own domain, such as"))
          .noneMatch(KEY.asPredicate());
      assertThat(form.text()).doesNotContainPattern(KEY);
      form.fill("requestTimeout", "5");
      assertThat(form.save())
          .contains("Request timeout (requestTimeout): \"5\" is not a whole number");
    }
  }

  /** At a second save, the form still has the data that it loaded. */
  @Test
  void whatIsChosenIsStoredAndStaysThroughLaterSaves(Chromium chromium, KeycloakRuntime keycloak) {
    String pool = pool(Map.of("syncAttributes", "false", "temporaryPasswords", "reject"));
    Map<String, String> before = config(pool);
    assertThat(before).containsEntry("stayOrMove", "stay-copied-once");
    try (Window window = chromium.open("en")) {
      FederationForm form = signIn(window, keycloak).federation(PROVIDER, pool);
      assertThat(form.chosen("stayOrMove")).isEqualTo("stay-copied-once");
      form.fill("requestTimeout", "9000");
      assertThat(form.save()).contains("successfully");
      assertThat(changed(before, pool)).isEqualTo(Map.of("requestTimeout", "9000"));

      form.choose("stayOrMove", "move-at-first-sign-in");
      assertThat(form.save()).contains("successfully");
      form.fill("requestTimeout", "9500");
      assertThat(form.save()).contains("successfully");

      assertThat(changed(before, pool))
          .isEqualTo(Map.of("requestTimeout", "9500", "stayOrMove", "move-at-first-sign-in"));
    }
  }

  @ParameterizedTest
  @CsvSource({"stay", "move-at-first-sign-in"})
  void thePageOfAUserNamesThePoolAndShowsWhatIsMapped(
      String stayOrMove, Chromium chromium, KeycloakRuntime keycloak) {
    String pool =
        pool(
            Map.of(
                "stayOrMove",
                stayOrMove,
                "attributeMappings",
                pairs(directory.attribute(), "department")));
    Person ada = inDirectory(Person.named("ada").attribute(directory.attribute(), "Research"));
    signedIn(Flow.DIRECT_GRANT, ada);
    String id = imported(ada).getId();
    try (Window window = chromium.open("en")) {
      AdminConsole console = signIn(window, keycloak);
      console.user(id);
      window.screenshot("admin-console-user-of-a-pool-" + stayOrMove);

      assertThat(console.field("userPool").innerText()).isEqualTo("pool (" + pool + ")");
      assertThat(console.field("userPool").isDisabled()).isTrue();
      assertThat(console.label("userPool")).isEqualTo("User pool");
      assertThat(console.label("userPoolUserId")).isEqualTo("ID in the directory");
      assertThat(console.label("userPoolStatus")).isEqualTo("Status in the user pool");
      assertThat(window.page().locator("input[value='Research']").count()).isEqualTo(1);

      assertThat(console.usersWith("User pool", pool)).containsExactly("ada");
    }
  }

  private AdminConsole signIn(Window window, KeycloakRuntime keycloak) {
    return AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());
  }

  private Map<String, String> config(String pool) {
    Map<String, String> config = new HashMap<>();
    realm
        .components()
        .get(pool)
        .getConfig()
        .forEach((key, values) -> config.put(key, String.join(",", values)));
    return config;
  }

  /** Of values stored before: the form also sends its defaults. */
  private Map<String, String> changed(Map<String, String> before, String pool) {
    Map<String, String> changed = new HashMap<>(config(pool));
    changed.keySet().retainAll(before.keySet());
    changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    return changed;
  }
}
