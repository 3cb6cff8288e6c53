package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.admin.UserPools;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions for a pool's status, and results of its connection test. */
class UserPoolsAdminIT extends PoolScenarios {

  private static final String MANAGEMENT = "realm-management";
  private static final String MASK = "**********";
  private static final String PASSWORD = "Admin-of-tests-1!";

  private static final List<Set<String>> PAIRS =
      List.of(
          Set.of("view-realm", "view-users"),
          Set.of("view-realm", "manage-users"),
          Set.of("manage-realm", "view-users"),
          Set.of("manage-realm", "manage-users"),
          Set.of("view-realm", "query-users"),
          Set.of("manage-realm", "query-users"),
          Set.of("query-realms", "view-users"));

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Tag("smoke")
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachRoleMayWhatItMayAndNothingElse(boolean fineGrained) {
    realm.change(Map.of("adminPermissionsEnabled", fineGrained)).expectDone();
    String pool = linkedPool();
    List<Set<String>> all = new ArrayList<>(PAIRS);
    managementRoles().forEach(role -> all.add(Set.of(role)));
    all.add(Set.of());
    assertThat(all).hasSizeGreaterThan(20);

    SoftAssertions soft = new SoftAssertions();
    for (Set<String> roles : all) {
      UserPools asked = realm.userPoolsAs(tokenWith(realm, roles));
      boolean admin = roles.contains("realm-admin");
      boolean realmSeen = admin || roles.contains("view-realm") || roles.contains("manage-realm");
      boolean usersSeen = admin || roles.contains("view-users") || roles.contains("manage-users");
      boolean realmManaged = admin || roles.contains("manage-realm");
      soft.assertThat(asked.askList().status())
          .as("list with " + roles)
          .isEqualTo(realmSeen && usersSeen ? 200 : 403);
      soft.assertThat(asked.askStatus(pool).status())
          .as("status with " + roles)
          .isEqualTo(realmSeen && usersSeen ? 200 : 403);
      soft.assertThat(asked.askStatus("no-such-pool").status())
          .as("status of no pool with " + roles)
          .isEqualTo(realmSeen && usersSeen ? 404 : 403);
      soft.assertThat(asked.testConnection(pool).status())
          .as("test with " + roles)
          .isEqualTo(realmManaged ? 204 : 403);
      soft.assertThat(asked.testConnection(pool, Map.of("clientSecret", "wrong")).status())
          .as("test of other settings with " + roles)
          .isEqualTo(realmManaged ? 400 : 403);
      soft.assertThat(asked.checkUsers(pool).status())
          .as("check of users with " + roles)
          .isEqualTo(realmManaged && usersSeen ? 200 : 403);
      soft.assertThat(asked.checkUsers("no-such-pool").status())
          .as("check of users of no pool with " + roles)
          .isEqualTo(realmManaged && usersSeen ? 404 : 403);
      soft.assertThat(asked.testConnection("no-such-pool").status())
          .as("test of no pool with " + roles)
          .isEqualTo(realmManaged ? 404 : 403);
    }
    soft.assertAll();
  }

  @Test
  void withoutATokenNothingIsSaid() {
    String pool = linkedPool();

    assertThat(realm.userPoolsAs("").askList().status()).isEqualTo(401);
    assertThat(realm.userPoolsAs("").askStatus(pool).status()).isEqualTo(401);
    assertThat(realm.userPoolsAs("").testConnection(pool).status()).isEqualTo(401);
  }

  @Test
  void anAdminOfAnotherRealmMayNothing(AdminApi admin) {
    String pool = linkedPool();
    try (TestRealm other = admin.createRealm()) {
      String token = tokenWith(other, Set.of("realm-admin"));

      assertThat(realm.userPoolsAs(token).askList().status()).isEqualTo(403);
      assertThat(other.userPoolsAs(token).list()).isEmpty();
      assertThat(realm.userPoolsAs(token).askStatus(pool).status()).isEqualTo(403);
      assertThat(realm.userPoolsAs(token).testConnection(pool).status()).isEqualTo(403);
      assertThat(other.userPoolsAs(token).askStatus(pool).status()).isEqualTo(404);
      assertThat(other.userPoolsAs(token).testConnection(pool).status()).isEqualTo(404);
      assertThat(other.userPools().askStatus(pool).status()).isEqualTo(404);
    }
  }

  @Tag("smoke")
  @Test
  void thePoolsAreListedWithWhomTheyHave() {
    String pool = migratingPool();
    String second = tryPool("another", Map.of("priority", "7")).id();
    realm.components().disable(second).expectDone();
    realm.components().add("Residents", "identity-pool", Map.of()).expectDone();
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
    Person blocked = inDirectory(Person.named("grace"));
    directory.disable("grace");
    assertThat(signIn(Flow.DIRECT_GRANT, blocked).signedIn()).isFalse();

    JsonNode list = realm.userPools().list();

    assertThat(list.valueStream().map(each -> each.path("name").asText()))
        .containsExactly("another", "pool");
    JsonNode other = list.get(0);
    assertThat(other.path("enabled").asBoolean()).isFalse();
    assertThat(other.path("priority").asInt()).isEqualTo(7);
    assertThat(other.path("stayOrMove").asText()).isEqualTo("stay");
    assertThat(other.path("users").toString())
        .isEqualTo("{\"pending\":0,\"linked\":0,\"migrated\":0,\"total\":0}");
    JsonNode used = list.get(1);
    assertThat(used.path("id").asText()).isEqualTo(pool);
    assertThat(used.path("providerId").asText()).isEqualTo("auth0-user-pool");
    assertThat(used.path("stayOrMove").asText()).isEqualTo("move-at-first-sign-in");
    assertThat(used.path("users").toString())
        .isEqualTo("{\"pending\":1,\"linked\":0,\"migrated\":1,\"total\":2}");
    assertThat(used.at("/breakers/passwords/state").asText()).isEqualTo("closed");
    assertThat(used.at("/lastProblem/outcome").asText()).isEqualTo("account_unusable");
    assertThat(used.at("/links/status").asText())
        .endsWith("/admin/realms/" + realm.name() + "/user-pools/" + pool + "/status");
    assertThat(used.at("/links/users").asText()).endsWith("/users?q=userPool%3A" + pool);
    assertThat(used.at("/links/console").asText())
        .endsWith(
            "/admin/master/console/#/" + realm.name() + "/user-federation/auth0-user-pool/" + pool);
  }

  /** Also where an earlier version, or a script, stored a period. */
  @Tag("smoke")
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoeverSynchronizesIsToldThatNothingWasRead(boolean periodic) {
    String pool =
        pool(periodic ? Map.of("fullSyncPeriod", "1", "changedSyncPeriod", "1") : Map.of());
    realm.components().add("Residents", "identity-pool", Map.of()).expectDone();
    String residents =
        realm.components().all().stream()
            .filter(each -> each.getName().equals("Residents"))
            .findFirst()
            .orElseThrow()
            .getId();
    Map<String, List<String>> stored = config(pool);
    directory.forgetRequests();

    for (JsonAnswer answer :
        List.of(realm.components().syncAll(pool), realm.components().syncChanged(pool))) {
      assertThat(answer.ok()).isTrue();
      assertThat(answer.body().path("status").asText())
          .isEqualTo(
              "Nothing was read from the directory: people of this pool come at their first"
                  + " sign-in, one by one");
      assertThat(answer.body().path("ignored").asBoolean())
          .as("the console shows the status then")
          .isTrue();
    }
    assertThat(realm.components().syncAll(residents).body().path("status").asText())
        .isEqualTo("Users of an identity pool are Keycloak's own; there is nothing to synchronize");
    assertThat(directory.requests()).isZero();
    assertThat(config(pool)).isEqualTo(stored);
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
  }

  @Test
  void whatIsNoUserPoolIsNotFound() {
    String keys =
        realm
            .rest()
            .read("/components?type=org.keycloak.keys.KeyProvider")
            .path(0)
            .path("id")
            .asText();
    assertThat(keys).isNotEmpty();

    assertThat(realm.userPools().askStatus(keys).status()).isEqualTo(404);
    assertThat(realm.userPools().testConnection(keys).status()).isEqualTo(404);
  }

  @Test
  void aPoolThatIsSwitchedOffIsShownAndCanBeTried() {
    String pool = linkedPool();
    realm.components().disable(pool).expectDone();

    assertThat(realm.userPools().status(pool).path("enabled").asBoolean()).isFalse();
    assertThat(realm.userPools().testConnection(pool).status()).isEqualTo(204);
  }

  @Tag("smoke")
  @Test
  void aDirectoryThatIsDownIsSaidToBe() {
    String pool = linkedPool();
    directory.stop();

    JsonAnswer answer = realm.userPools().testConnection(pool);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errorMessage").asText()).contains("cannot be reached");
  }

  @Tag("smoke")
  @Test
  void settingsAreTriedBeforeTheyAreSaved() {
    String pool = linkedPool();
    Map<String, List<String>> stored = config(pool);

    JsonAnswer answer =
        realm.userPools().testConnection(pool, Map.of("clientSecret", "mistyped-4711"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("field").asText()).isEqualTo("clientSecret");
    assertThat(answer.body().path("errorMessage").asText()).contains("(clientSecret): ");
    assertThat(answer.body().toString()).doesNotContain("mistyped-4711");
    assertThat(config(pool)).isEqualTo(stored);
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
  }

  @Test
  void whatCannotBeSavedIsNotTried() {
    String pool = linkedPool();
    // Another directory: the pool is new and may still ask its own for a token.
    try (SimulatedAuth0 other = new SimulatedAuth0()) {
      Map<String, Object> form = new HashMap<>(other.settings());
      form.put("requestTimeout", "soon");

      JsonAnswer answer = realm.userPools().testConnection(pool, form);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().path("field").asText()).isEqualTo("requestTimeout");
      assertThat(other.requests()).isZero();
    }
  }

  @Test
  void aMaskedSecretStandsForTheStoredOne() {
    String pool = linkedPool();
    Map<String, Object> form = new HashMap<>(directory.settings());
    form.put("clientSecret", MASK);
    form.put("requestTimeout", "9000");

    assertThat(realm.userPools().testConnection(pool, form).status()).isEqualTo(204);
    assertThat(realm.userPools().testConnection(pool, Map.of("requestTimeout", "9000")).status())
        .isEqualTo(204);
  }

  @Test
  void aStoredSecretGoesToNoOtherServer() {
    String pool = linkedPool();
    try (SimulatedAuth0 other = new SimulatedAuth0()) {
      Map<String, Object> form = new HashMap<>(other.settings());
      form.put("clientSecret", MASK);

      JsonAnswer masked = realm.userPools().testConnection(pool, form);
      form.remove("clientSecret");
      JsonAnswer left = realm.userPools().testConnection(pool, form);

      for (JsonAnswer answer : List.of(masked, left)) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo("clientSecret");
        assertThat(answer.body().path("errorMessage").asText()).contains("\"domain\" is changed");
      }
      assertThat(other.requests()).isZero();
      assertThat(realm.userPools().testConnection(pool, other.settings()).status()).isEqualTo(204);
      assertThat(other.requests()).isPositive();
    }
  }

  private Map<String, List<String>> config(String pool) {
    return Map.copyOf(realm.components().get(pool).getConfig());
  }

  private List<String> managementRoles() {
    String client =
        realm.rest().read("/clients?clientId=" + MANAGEMENT).path(0).path("id").asText();
    return realm.rest().texts("/clients/" + client + "/roles", "name");
  }

  private static String tokenWith(TestRealm of, Set<String> roles) {
    String name = "admin-" + of.users().count();
    String id = of.users().create(name, PASSWORD);
    of.users().grantClientRoles(id, MANAGEMENT, roles);
    TokenAnswer tokens = of.directGrant().login(name, PASSWORD);
    assertThat(tokens.ok()).as(tokens.toString()).isTrue();
    return tokens.accessToken();
  }
}
