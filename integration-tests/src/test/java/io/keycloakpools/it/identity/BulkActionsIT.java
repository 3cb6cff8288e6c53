package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.chromium.AdminConsole;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.FederationForm;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.InChromium;
import io.keycloakpools.it.RunningKeycloak;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * "Remove imported users" and "Unlink users", which Keycloak's console offers for every provider of
 * User federation, for an identity pool.
 */
@InChromium
@ExtendWith(RunningKeycloak.class)
class BulkActionsIT {

  private static final List<String> PEOPLE = List.of("ada", "grace", "joan", "mary");

  private ShopRealm shop;
  private TestRealm realm;
  private String pool;

  @BeforeEach
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    pool = shop.customers();
    PEOPLE.forEach(name -> assertThat(shop.user(name, "Customers")).isNotEmpty());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private List<String> inThePool() {
    return realm.users().all().stream()
        .filter(user -> pool.equals(user.getFederationLink()))
        .map(UserRepresentation::getUsername)
        .toList();
  }

  private void deleteUsersWithThePool() {
    realm.components().change(pool, Map.of("deleteUsers", "true")).expectDone();
  }

  @Test
  void nobodyIsRemovedOrUnlinkedUnlessThePoolSaysSo() {
    for (JsonAnswer refused :
        List.of(
            realm.components().removeImportedUsers(pool), realm.components().unlinkUsers(pool))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.body().path("errorMessage").asText())
          .contains("\"Customers\" (4)")
          .contains("Nothing was")
          .contains("\"Delete users with the pool\"");
    }

    assertThat(inThePool()).containsExactlyInAnyOrderElementsOf(PEOPLE);
    assertThat(shop.signsIn("ada")).isTrue();
  }

  @Test
  void allAreRemovedIfThePoolSaysSo() {
    deleteUsersWithThePool();

    assertThat(realm.components().removeImportedUsers(pool).ok()).isTrue();

    assertThat(realm.users().all()).isEmpty();
    assertThat(realm.components().get(pool).getName()).isEqualTo("Customers");
  }

  @Test
  void allAreInNoPoolIfThePoolSaysSo() {
    deleteUsersWithThePool();

    assertThat(realm.components().unlinkUsers(pool).ok()).isTrue();

    assertThat(realm.users().all())
        .extracting(UserRepresentation::getUsername)
        .containsExactlyInAnyOrderElementsOf(PEOPLE);
    assertThat(realm.users().all())
        .allSatisfy(
            user -> {
              assertThat(user.getFederationLink()).isNull();
              assertThat(user.firstAttribute("identityPool")).isNull();
            });
    assertThat(shop.signsIn("ada")).as("at an application of the pool").isFalse();
  }

  @Test
  void aPoolWithoutUsersHasNobodyToLose() {
    String empty = shop.staff();

    assertThat(realm.components().removeImportedUsers(empty).ok()).isTrue();
    assertThat(realm.components().unlinkUsers(empty).ok()).isTrue();
    assertThat(inThePool()).hasSize(4);
  }

  @Test
  void otherAdminsAndOtherProvidersAreAskedAsBefore() {
    String boss = realm.users().create("viewer", ShopRealm.PASSWORD);
    realm.users().grantClientRoles(boss, "realm-management", List.of("view-users", "view-realm"));
    String token = realm.directGrant().login("viewer", ShopRealm.PASSWORD).accessToken();

    Stream.of("/remove-imported-users", "/unlink-users")
        .forEach(
            action -> {
              String path = "/user-storage/" + pool + action;
              assertThat(realm.restAs(token).call("POST", path, null).status()).isEqualTo(403);
              assertThat(realm.rest().call("POST", "/user-storage/nothing" + action, null).status())
                  .isEqualTo(404);
            });
    assertThat(realm.rest().read("/user-storage/" + pool + "/name").path("name").asText())
        .isEqualTo("Customers");
  }

  @Test
  void theConsoleSaysWhatToDoInstead(Chromium chromium, KeycloakRuntime keycloak) {
    try (Window window = chromium.open("en")) {
      AdminConsole console =
          AdminConsole.signIn(window, keycloak.baseUrl(), keycloak.admin(), realm.name());
      FederationForm form = console.federation("identity-pool", pool);
      assertThat(form.confirm("Remove imported"))
          .contains("Could not remove imported users")
          .contains("switch on \"Delete users with the pool\"");
      window.screenshot("admin-console-remove-imported-refused");
      assertThat(form.confirm("Unlink users"))
          .contains("Could not unlink users")
          .contains("switch on \"Delete users with the pool\"");
      window.screenshot("admin-console-unlink-refused");
    }
    assertThat(inThePool()).containsExactlyInAnyOrderElementsOf(PEOPLE);
  }
}
