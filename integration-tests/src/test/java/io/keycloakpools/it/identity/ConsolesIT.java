package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.chromium.AccountConsole;
import io.keycloakpools.harness.chromium.AdminConsole;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.InChromium;
import io.keycloakpools.it.RunningKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools and their users in Keycloak's admin and account console. */
@InChromium
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolesIT {

  private KeycloakRuntime keycloak;
  private SignUpRealm realm;

  @BeforeAll
  void open(AdminApi admin, KeycloakRuntime runtime) {
    keycloak = runtime;
    realm = SignUpRealm.create(admin);
  }

  @AfterAll
  void close() {
    realm.close();
  }

  @Test
  void aPersonEditsTheirOwnDataAndReadsWhatAdminsSay(Chromium chromium) {
    String id =
        user(
            "yan",
            Map.of(
                "identityPool", List.of(SignUpRealm.POOL),
                "contact", List.of("mail"),
                "interests", List.of("chess", "go", "cards"),
                "days", List.of("Sunday"),
                "tier", List.of("gold"),
                "risk", List.of("3")));
    try (Window window = chromium.open("en")) {
      AccountConsole console =
          AccountConsole.signIn(
              window, keycloak.baseUrl(), realm.name(), "yan", SignUpRealm.PASSWORD);
      assertThat(console.field("tier").isDisabled()).isTrue();
      assertThat(console.field("tier").innerText()).isEqualTo("gold");
      assertThat(console.field("risk").count()).as("hidden").isZero();
      assertThat(console.field("identityPool").count()).isZero();

      assertThat(console.help("contact")).isEqualTo("Mail is quicker.");
      assertThat(console.help("email")).isEqualTo("We write to you there once a month.");
      assertThat(console.help("evil")).isEqualTo("<script>window.wicked = 1</script>");

      assertThat(console.boxes("interests")).containsExactly("chess", "go", "cards");
      assertThat(console.box("interests", "chess").isChecked()).isTrue();
      console.box("interests", "chess").uncheck();
      console.field("website").fill("example.org");
      assertThat(console.save()).contains("Could not update account due to validation errors");
      window.screenshot("account-console-error");
      assertThat(console.error("website"))
          .isEqualTo("Please enter a full web address, like https://example.com/.");

      console.field("children").fill("77");
      assertThat(console.save()).contains("validation errors");
      assertThat(console.error("children")).isEqualTo("Please enter 30 or less.");

      console.field("website").fill("https://example.org/");
      console.field("children").fill("2");
      console.box("days", "Sunday").uncheck();
      assertThat(console.save()).contains("Your account has been updated");
      window.screenshot("account-console-saved");
    }
    Map<String, List<String>> stored = realm.realm().users().get(id).getAttributes();
    assertThat(stored.get("interests")).containsExactlyInAnyOrder("go", "cards");
    assertThat(stored)
        .containsEntry("website", List.of("https://example.org/"))
        .containsEntry("children", List.of("2"))
        .doesNotContainKey("days")
        .containsEntry("tier", List.of("gold"))
        .containsEntry("risk", List.of("3"));
  }

  @Test
  void theAccountConsoleSpeaksGerman(Chromium chromium) {
    user("yara", Map.of("identityPool", List.of(SignUpRealm.POOL), "contact", List.of("mail")));
    try (Window window = chromium.open("de")) {
      AccountConsole console =
          AccountConsole.signIn(
              window, keycloak.baseUrl(), realm.name(), "yara", SignUpRealm.PASSWORD);
      console.field("children").fill("77");
      String unused = console.save();
      window.screenshot("account-console-error-de");

      assertThat(console.error("children")).isEqualTo("Bitte geben Sie 30 oder weniger ein.");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, Please enter 30 or less.", "de, Bitte geben Sie 30 oder weniger ein."})
  void anAdminReadsBesideTheFieldWhatIsWrong(String language, String error, Chromium chromium) {
    String boss = user("boss-" + language, Map.of());
    realm.realm().users().grantClientRoles(boss, "realm-management", List.of("realm-admin"));
    String id =
        user(
            "xena-" + language,
            Map.of("identityPool", List.of(SignUpRealm.POOL), "contact", List.of("mail")));
    try (Window window = chromium.open(language)) {
      AdminConsole console =
          AdminConsole.signIn(
              window,
              keycloak.baseUrl(),
              realm.name(),
              new AdminAccount("boss-" + language, SignUpRealm.PASSWORD),
              realm.name());
      console.user(id);
      assertThat(console.help("contact")).isEqualTo("Mail is quicker.");
      assertThat(console.help("email")).isEqualTo("We write to you there once a month.");
      console.field("children").fill("77");
      assertThat(console.saveUser()).contains(error);
      window.screenshot("admin-console-user-error-" + language);

      assertThat(console.error("children")).isEqualTo(error);
    }
  }

  @Test
  void anAdminMakesAPoolPutsAUserIntoItAndFindsThem(Chromium chromium) {
    String id = user("zoe", Map.of());
    try (Window window = chromium.open("en")) {
      AdminConsole console =
          AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());
      console.newFederation("Identity-pool");
      assertThat(console.saveFederation(Map.of("name", "Partners", "payloadSchema", "Nothing")))
          .contains("There is no such schema \"Nothing\"")
          .contains("default-payload, Person");
      window.screenshot("admin-console-pool-refused");
      assertThat(console.saveFederation(Map.of("payloadSchema", "default-payload")))
          .contains("successfully created");
      console.awaitFederation("Partners");
      window.screenshot("admin-console-pools");

      console.user(id);
      console.choose("identityPool", "Partners");
      assertThat(console.saveUser()).contains("The user has been saved");
      window.screenshot("admin-console-user");
      assertThat(pool("Partners")).isEqualTo(realm.realm().users().get(id).getFederationLink());

      assertThat(console.usersWith("Identity pool", "Partners")).containsExactly("zoe");
      window.screenshot("admin-console-users-of-a-pool");
    }
  }

  private String pool(String name) {
    return realm.realm().components().all().stream()
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  private String user(String name, Map<String, List<String>> attributes) {
    Map<String, Object> user =
        new HashMap<>(
            Map.of(
                "username",
                name,
                "email",
                name + "@example.org",
                "emailVerified",
                true,
                "firstName",
                "Test",
                "lastName",
                "User",
                "enabled",
                true,
                "attributes",
                attributes));
    String id = realm.realm().rest().post("/users", user).id();
    realm.realm().users().setPassword(id, SignUpRealm.PASSWORD, false).expectDone();
    return id;
  }
}
