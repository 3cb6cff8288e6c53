package io.keycloakpools.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.it.ApiDocument;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.identity.ShopRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Changes of schemas and pools on node A hold on node B once the admin has the answer. */
@ExtendWith(RunningKeycloak.class)
@Tag("cluster")
@Isolated
class IdentityPoolSettingsIT {

  private static final String SCHEMAS = "/identity-schemas";

  private ShopRealm shop;
  private TestRealm realm;
  private AdminApi adminOfB;
  private TestRealm onB;

  @BeforeEach
  void open(AdminApi admin, KeycloakCluster cluster) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    adminOfB = ApiDocument.admin(cluster.b());
    onB = adminOfB.sameRealm(realm);
  }

  @AfterEach
  void close() {
    adminOfB.close();
    shop.close();
  }

  @Test
  void aSchemaThatBHasCompiled() {
    shop.customers();
    shop.user("ada", "Customers");
    assertThat(signsInOnB("shop", "ada")).isTrue();
    onBAddedWith("grace", "Acme").expectDone();

    for (int version = 1; version <= 3; version++) {
      int least = 4 + version;
      changeOnA(version, ShopRealm.CUSTOMER.replace("\"minLength\": 2", "\"minLength\": " + least));

      assertThat(onB.rest().read(SCHEMAS + "/" + schema()).path("version").asInt())
          .isEqualTo(version + 1);
      assertThat(onBAddedWith("short-" + version, "x".repeat(least - 1)).expectRefused().status())
          .isEqualTo(400);
      onBAddedWith("long-" + version, "x".repeat(least)).expectDone();
    }
    assertThat(signsInOnB("shop", "ada")).as("with data that the schema refuses").isFalse();
  }

  @Test
  void theRulesForPasswordsAndTheApplicationsOfAPool() {
    String customers = shop.customers();
    shop.staff();
    String ada = shop.user("ada", "Customers");
    assertThat(signsInOnB("portal", "ada")).isFalse();
    onB.users().setPassword(ada, ShopRealm.PASSWORD, false).expectDone();

    realm
        .components()
        .change(customers, Map.of("passwordMinLength", "40", "clients", List.of("shop", "portal")))
        .expectDone();

    assertThat(
            onB.users().setPassword(ada, ShopRealm.PASSWORD, false).expectRefused().errorMessage())
        .contains("40 characters");
    assertThat(signsInOnB("portal", "ada")).isTrue();
  }

  @Test
  void aPoolThatIsDeleted() {
    String customers = shop.customers();
    String ada = shop.user("ada", "Customers");
    assertThat(signsInOnB("shop", "ada")).isTrue();

    realm.users().delete(ada).expectDone();
    realm.components().delete(customers).expectDone();

    assertThat(signsInOnB("shop", "ada")).isFalse();
    assertThat(onB.rest().read("/identity-pools")).isEmpty();
  }

  private void changeOnA(int version, String schema) {
    realm
        .rest()
        .put(
            SCHEMAS + "/" + schema(),
            Map.of("schema", schema, "version", version, "acceptFailing", true))
        .expectDone();
  }

  private String schema() {
    for (JsonNode schema : realm.rest().read(SCHEMAS)) {
      if (schema.path("name").asText().equals("Customer")) {
        return schema.path("id").asText();
      }
    }
    throw new AssertionError("No schema Customer");
  }

  private Change onBAddedWith(String name, String company) {
    Map<String, Object> user = new HashMap<>(ShopRealm.person(name));
    user.put(
        "attributes", Map.of("identityPool", List.of("Customers"), "company", List.of(company)));
    return onB.rest().post("/users", user);
  }

  private boolean signsInOnB(String client, String name) {
    return new DirectGrant(onB.client(client, Optional.empty()))
        .login(name, ShopRealm.PASSWORD)
        .ok();
  }
}
