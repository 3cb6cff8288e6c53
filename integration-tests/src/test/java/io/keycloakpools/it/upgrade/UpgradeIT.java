package io.keycloakpools.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.DistributionRuntimeBuilder;
import io.keycloakpools.it.ApiDocument;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.ServerLog;
import io.keycloakpools.it.identity.SignUpRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * A realm of an earlier version comes with its database, and by {@code kc.sh export}. See {@code
 * dist/check-upgrade}.
 */
@Tag("upgrade")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeIT {

  private static final String IDENTITY_POOL = "identity-pool";

  /** A server that runs for a minute does not profit from optimized code. */
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  /** Changed by a save: in a schema and in its component. */
  private static final Pattern SCHEMA_VERSION =
      Pattern.compile("^/settings/.*(?i:identitySchema).*/version (was|has no more) ");

  /**
   * A server of this version with the realm.
   *
   * @param way of the realm to this server
   * @param atFirst its state before the first sign-in
   */
  record Upgraded(
      String way,
      DistributionRuntime server,
      ServerLog log,
      AdminApi admin,
      TestRealm realm,
      RealmState atFirst) {
    @Override
    public String toString() {
      return way;
    }

    void close() {
      admin.close();
      server.close();
    }
  }

  private static final InhabitedRealm INHABITED = new InhabitedRealm();

  private static RealmState written;
  private static List<Upgraded> upgraded = List.of();

  @BeforeAll
  static void writeWithThePreviousVersion(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    Path export = folder.resolve("realm.json");
    AdminAccount account = AdminAccount.random();
    PreviousVersion previous = PreviousVersion.given();
    TestRealm realm;
    try (DistributionRuntime server =
        RunningKeycloak.distribution(previous.keycloak(), previous.providers())
            .admin(account)
            .lastingData(data)
            .jvmOption(QUICK_COMPILER)
            .logFile(log("previous"))
            .build()) {
      server.start();
      try (AdminApi admin = AdminApi.of(server)) {
        realm = INHABITED.create(admin);
        written = RealmState.of(realm);
      }
      server.stop();
      server.export(realm.name(), export);
    }
    JsonNode exported = Json.read(Files.readString(export));
    upgraded =
        List.of(
            upgraded(
                "database",
                RunningKeycloak.distribution().admin(account).lastingData(data),
                realm,
                Optional.empty()),
            upgraded("export", RunningKeycloak.distribution(), realm, Optional.of(exported)));
  }

  private static Upgraded upgraded(
      String way,
      DistributionRuntimeBuilder builder,
      TestRealm realm,
      Optional<JsonNode> imported) {
    DistributionRuntime server = builder.jvmOption(QUICK_COMPILER).logFile(log(way)).build();
    ServerLog log = ServerLog.from(server);
    server.start();
    AdminApi admin = ApiDocument.admin(server);
    imported.ifPresent(
        file ->
            assertThat(admin.rest().post("/admin/realms", file))
                .as(() -> "the import of the realm; the server logs " + log.errors())
                .isInstanceOf(Change.Done.class));
    TestRealm here = admin.sameRealm(realm);
    return new Upgraded(way, server, log, admin, here, RealmState.of(here));
  }

  private static Path log(String name) {
    return RunningKeycloak.target().resolve("keycloak-upgrade-" + name + ".log");
  }

  @AfterAll
  static void close() {
    upgraded.forEach(Upgraded::close);
    INHABITED.close();
  }

  static List<Upgraded> upgraded() {
    return upgraded;
  }

  @ParameterizedTest
  @MethodSource("upgraded")
  void nothingIsLost(Upgraded here) {
    assertThat(written.lostIn(here.atFirst())).isEmpty();
  }

  /** Stored without a choice: they replace the realm's rules, and the console says so. */
  @ParameterizedTest
  @MethodSource("upgraded")
  void thePasswordRulesOfPoolsMeanWhatTheyMeant(Upgraded here) {
    for (String pool : List.of(SignUpRealm.POOL, "Staff")) {
      assertThat(here.realm().components().all())
          .filteredOn(component -> component.getName().equals(pool))
          .singleElement()
          .satisfies(
              component ->
                  assertThat(component.getConfig().get("passwordRules"))
                      .containsExactly("instead"));
    }
  }

  @ParameterizedTest
  @MethodSource("upgraded")
  void everybodySignsInWithThePasswordOfBeforeAndTheirDataStays(Upgraded here) {
    for (String name : InhabitedRealm.PEOPLE_OF_DIRECTORIES) {
      InhabitedRealm.assertSignsIn(here.realm(), name, InhabitedRealm.PASSWORD);
    }
    InhabitedRealm.PEOPLE_OF_KEYCLOAK.forEach(
        (name, password) -> {
          InhabitedRealm.assertSignsIn(here.realm(), name, password);
          assertThat(Flow.DIRECT_GRANT.signIn(here.realm(), name, password + "?").signedIn())
              .as(name + " with a wrong password")
              .isFalse();
        });

    RealmState now = RealmState.of(here.realm());
    assertThat(written.lostIn(now, InhabitedRealm.SETTLED)).isEmpty();
    assertThat(now.status("pending")).as("status of pending").isEqualTo("linked");
    assertThat(now.status("late")).as("status of late").isEqualTo("migrated");
  }

  @ParameterizedTest
  @MethodSource("upgraded")
  void whoIsAtHomeInKeycloakNeedsNoDirectory(Upgraded here) {
    INHABITED.stopDirectories();
    try {
      InhabitedRealm.PEOPLE_OF_KEYCLOAK.forEach(
          (name, password) -> InhabitedRealm.assertSignsIn(here.realm(), name, password));
    } finally {
      INHABITED.startDirectories();
    }
  }

  /** An admin has to decide anew: see CHANGELOG.md. */
  @ParameterizedTest
  @MethodSource("upgraded")
  void whoIsInNoPoolEntersThePoolsApplicationByItsRoleOnly(Upgraded here) {
    TestRealm realm = here.realm();
    DirectGrant members = new DirectGrant(InhabitedRealm.members(realm));
    for (String name : List.of("registered", "joined")) {
      assertThat(members.login(name, InhabitedRealm.PASSWORD).ok()).as(name).isTrue();
    }
    for (String name : List.of("local", "moved", "linked")) {
      assertThat(members.login(name, InhabitedRealm.PASSWORD).error())
          .as(name)
          .isEqualTo("invalid_grant");
    }

    String pool = only(realm, each -> each.getName().equals(SignUpRealm.POOL)).getId();
    realm.components().change(pool, Map.of("admittedRole", InhabitedRealm.GUEST)).expectDone();
    realm
        .users()
        .grantRealmRole(
            realm.users().byUsername("local").orElseThrow().getId(), InhabitedRealm.GUEST);
    assertThat(members.login("local", InhabitedRealm.PASSWORD).ok()).isTrue();
    assertThat(members.login("moved", InhabitedRealm.PASSWORD).ok()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("upgraded")
  void poolsSchemasAndUsersCanBeSaved(Upgraded here) {
    TestRealm realm = here.realm();
    RealmState before = RealmState.of(realm);

    for (ComponentRepresentation pool : realm.components().all()) {
      if (!pool.getProviderId().equals(IDENTITY_POOL)) {
        JsonAnswer tried = realm.userPools().testConnection(pool.getId());
        assertThat(tried.ok()).as(pool.getName() + ": " + tried).isTrue();
      }
      realm.components().change(pool.getId(), Map.of()).expectDone();
    }
    for (JsonNode schema : before.settings().path("identitySchemas")) {
      if (!schema.path("readOnly").asBoolean()) {
        save(realm, schema);
      }
    }
    before
        .people()
        .forEach(
            person ->
                realm
                    .users()
                    .change(person.path("user").path("id").asText(), Map.of())
                    .expectDone());

    assertThat(before.lostIn(RealmState.of(realm)))
        .as("a save raises the version of a schema, and changes nothing else")
        .isNotEmpty()
        .allMatch(loss -> SCHEMA_VERSION.matcher(loss).find());
  }

  private static void save(TestRealm realm, JsonNode schema) {
    realm
        .rest()
        .put(
            "/identity-schemas/" + schema.path("id").asText(),
            Map.of("schema", schema.path("schema"), "version", schema.path("version")))
        .expectDone();
  }

  /** The previous version kept names only. */
  @ParameterizedTest
  @MethodSource("upgraded")
  @Order(Integer.MAX_VALUE - 1)
  void whatSettingsNameIsFollowed(Upgraded here) {
    TestRealm realm = here.realm();
    String group = realm.rest().read("/group-by-path/from-auth0").path("id").asText();
    String role = realm.rest().read("/roles/employee").path("id").asText();
    String pool = only(realm, each -> each.getName().equals(SignUpRealm.POOL)).getId();

    realm.rest().put("/groups/" + group, Map.of("name", "from-elsewhere")).expectDone();
    realm.rest().put("/roles-by-id/" + role, Map.of("name", "worker")).expectDone();
    realm.rest().put("/identity-pools/" + pool, Map.of("name", "Renamed")).expectDone();
    String client = realm.rest().read("/clients?clientId=members").path(0).path("id").asText();
    realm.rest().put("/clients/" + client, Map.of("clientId", "store")).expectDone();

    ComponentRepresentation auth0 = byProvider(realm, "auth0-user-pool");
    assertThat(auth0.getConfig().getFirst("group")).isEqualTo("/from-elsewhere");
    assertThat(auth0.getConfig().getFirst("roleMappings")).contains("worker");
    assertThat(byProvider(realm, "rest-user-pool").getConfig().getFirst("identityPool"))
        .isEqualTo("Renamed");
    assertThat(realm.components().get(pool).getConfig().get("clients")).contains("store");
  }

  private static ComponentRepresentation byProvider(TestRealm realm, String provider) {
    return only(realm, component -> provider.equals(component.getProviderId()));
  }

  private static ComponentRepresentation only(
      TestRealm realm, Predicate<ComponentRepresentation> which) {
    List<ComponentRepresentation> found = realm.components().all().stream().filter(which).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @ParameterizedTest
  @MethodSource("upgraded")
  @Order(Integer.MAX_VALUE)
  void nothingIsLoggedThatCallsForAnAdministrator(Upgraded here) {
    assertThat(here.log().errors()).isEmpty();
    assertThat(here.log().text().lines())
        .noneMatch(line -> line.contains(" WARN ") && line.contains("io.keycloakpools"));
  }
}
