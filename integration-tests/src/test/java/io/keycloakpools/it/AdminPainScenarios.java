package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.simulators.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Problems that administrators report of other migration plugins. */
public abstract class AdminPainScenarios extends PoolScenarios {

  private static final Duration KEYCLOAKS_LIMIT = Duration.ofSeconds(3);

  private SimulatedDirectory simulated;
  private ServerLog log;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  @BeforeEach
  void simulate(KeycloakRuntime keycloak) {
    simulated = (SimulatedDirectory) directory;
    log = ServerLog.of(realm, keycloak);
  }

  @Test
  void pain02AHalfMigratedUserIsDeletedInAnOutageAndComesBackAsNew() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    assertThat(signIn(Flow.BROWSER, ada.password("Wrong-ada-1!")).signedIn()).isFalse();
    String id = imported(ada).getId();
    directory.stop();

    realm.users().delete(id).expectDone();
    assertThat(realm.users().count()).isZero();

    directory.start();
    signedIn(Flow.BROWSER, ada);
    assertThat(imported(ada).getId()).isNotEqualTo(id);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain09ADirectoryThatHangsBreaksNeitherTheAdminConsoleNorLocalSignIns(Flow flow) {
    pool(Map.of("requestTimeout", "2000"));
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    String id = imported(ada).getId();
    String local = realm.users().create("local", "Local-1!");
    simulated.onEverything(Fault.hang());

    assertThat(realm.users().all()).hasSize(2);
    assertThat(realm.users().get(id).getUsername()).isEqualTo("ada");
    assertThat(realm.users().byUsername("never-seen")).isEmpty();
    assertThat(realm.users().matching("never-seen")).isEmpty();
    realm.users().change(local, Map.of("firstName", "By-admin")).expectDone();
    realm.users().change(id, Map.of("enabled", false)).expectDone();
    realm.users().create("new-local", "Local-1!");
    assertThat(flow.signIn(realm, "local", "Local-1!").signedIn()).isTrue();
    simulated.noFaults();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain10ASlowLookUpEndsBeforeKeycloaksLimitAndIsNoUnknownUser(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    simulated.onEverything(Fault.latency(KEYCLOAKS_LIMIT.plusSeconds(2)));

    Attempt attempt = signIn(flow, ada);

    assertThat(attempt.message()).contains("try again in a few minutes");
    assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_pool_unavailable");
    assertThat(log.text()).doesNotContain("exceeded specified time limit");
    simulated.noFaults();
    signedIn(flow, ada);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain10APasswordCheckMayTakeLongerThanKeycloaksLimit(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    simulated.onPasswordChecks(Fault.latency(KEYCLOAKS_LIMIT.plusMillis(500)));

    signedIn(flow, ada);
  }

  /** The name is taken. The check imports the person, so that the admin finds and can edit them. */
  @Test
  void pain12AnAdminDoesNotCreateASecondUserForSomebodyOfTheDirectory() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));

    assertThat(create("ada", "other@example.org").expectRefused().status()).isEqualTo(409);
    assertThat(create("other", ada.email()).expectRefused().errorMessage()).contains("email");

    assertThat(attribute(imported(ada), STATUS)).containsExactly("pending");
    assertThat(imported(ada).getEmail()).isEqualTo(ada.email());
    assertThat(realm.users().count()).isEqualTo(1);
    signedIn(Flow.BROWSER, ada);
  }

  @Test
  void pain12WhoIsDeletedAndCreatedAgainIsOnePersonAndSignsIn() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.BROWSER, ada);
    realm.users().delete(imported(ada).getId()).expectDone();

    assertThat(create("ada", ada.email()).expectRefused().status()).isEqualTo(409);

    assertThat(attribute(imported(ada), STATUS)).containsExactly("pending");
    signedIn(Flow.BROWSER, ada);
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @Test
  void pain12WhomTheDirectoryDoesNotHaveIsCreatedDeletedAndCreatedAgain() {
    migratingPool();
    String first = realm.users().create("local", "Local-1!");
    realm.users().delete(first).expectDone();

    String second = realm.users().create("local", "Local-2!");

    assertThat(second).isNotEqualTo(first);
    assertThat(Flow.BROWSER.signIn(realm, "local", "Local-2!").signedIn()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain12AnAccountCreatedDuringAnOutageIsNotAdoptedAfterwards(Flow flow) {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    directory.stop();
    String id = realm.users().create("ada", "Local-1!");
    directory.start();

    assertThat(signIn(flow, ada).signedIn()).isFalse();
    assertThat(flow.signIn(realm, ada.email(), ada.password()).signedIn()).isFalse();

    assertThat(flow.signIn(realm, "ada", "Local-1!").signedIn()).isTrue();
    assertThat(realm.users().get(id).getFederationLink()).isNull();
    assertThat(attribute(realm.users().get(id), POOL)).isEmpty();
    assertThat(realm.events().ofType("LOGIN_ERROR"))
        .extracting(Event::error)
        .contains("user_pool_clash");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  /** The procedure of docs/console/user-pools.md: the link first, then the password. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain14AnAdminLinksSomebodyWhoMovedAgain(Flow flow) {
    String pool = migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    String id = imported(ada).getId();
    realm.components().change(pool, Map.of("justInTimeMigration", "false")).expectDone();
    Person changed = ada.password("New-ada-2!").name("Augusta", "King");
    directory.replace(changed);

    realm.users().change(id, Map.of("federationLink", pool)).expectDone();
    directory.forgetRequests();
    signedIn(flow, ada);
    assertThat(directory.passwordChecks()).as("a password stored here wins").isZero();

    String password = realm.users().credentials(id).get(0).getId();
    realm.rest().delete("/users/" + id + "/credentials/" + password).expectDone();
    signedIn(flow, changed);
    assertThat(signIn(flow, ada).signedIn()).isFalse();

    UserRepresentation user = imported(ada);
    assertThat(user.getId()).isEqualTo(id);
    assertThat(user.getFederationLink()).isEqualTo(pool);
    assertThat(attribute(user, STATUS)).containsExactly("linked");
    assertThat(user.getFirstName()).isEqualTo("Augusta");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain14WhoWasUnlinkedByMistakeIsLinkedAgain(Flow flow) {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    String id = imported(ada).getId();
    realm.components().disable(pool).expectDone();
    assertThat(realm.components().unlinkUsers(pool).ok()).isTrue();
    realm.components().enable(pool).expectDone();
    assertThat(signIn(flow, ada).signedIn()).isFalse();

    realm.users().change(id, Map.of("federationLink", pool)).expectDone();

    signedIn(flow, ada);
    assertThat(imported(ada).getId()).isEqualTo(id);
  }

  /**
   * There is no bulk sync: the console offers no "Sync all users", and Keycloak's endpoint does
   * nothing.
   */
  @Test
  void pain15NoUnsafeBulkSyncIsOffered(AdminApi admin) {
    String pool = linkedPool();
    inDirectory(Person.named("ada"));

    JsonAnswer answer = realm.components().syncAll(pool);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    for (String count : List.of("added", "updated", "removed", "failed")) {
      assertThat(answer.body().path(count)).as(count).isEqualTo(IntNode.valueOf(0));
    }
    assertThat(realm.users().count()).isZero();
    assertThat(synchronizable(admin)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain15OneBadUserOfTheDirectoryStopsNobodyElse(Flow flow) {
    realm.users().create("clash", "Local-1!");
    migratingPool();
    List<Person> bad =
        List.of(
            Person.named("clash"),
            Person.named("endless").name("x".repeat(300), "y".repeat(300)),
            Person.named("strange").name("a\u0000b", "\r\n").email("not an address", true));
    List<Person> good = List.of(Person.named("ada"), Person.named("grace"));
    bad.forEach(directory::add);
    good.forEach(directory::add);

    for (Person person : bad) {
      assertThat(signIn(flow, person).status()).as(person.username()).isLessThan(500);
      good.forEach(other -> signedIn(flow, other));
    }

    assertThat(log.errors()).isEmpty();
  }

  private Change create(String username, String email) {
    UserRepresentation user = new UserRepresentation();
    user.setUsername(username);
    user.setEmail(email);
    user.setEnabled(true);
    return realm.users().create(user);
  }

  private boolean synchronizable(AdminApi admin) {
    JsonNode types = admin.rest().read("/admin/serverinfo").path("componentTypes");
    for (JsonNode provider : types.path("org.keycloak.storage.UserStorageProvider")) {
      if (provider.path("id").asText().equals(directory.providerId())) {
        return provider.at("/metadata/synchronizable").asBoolean();
      }
    }
    throw new AssertionError("No provider " + directory.providerId());
  }
}
