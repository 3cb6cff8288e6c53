package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.harness.admin.Users;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.Flow.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** The promises of docs/develop/architecture.md, "What always holds", point by point. */
public abstract class AlwaysHoldsScenarios extends PoolScenarios {

  @ParameterizedTest
  @EnumSource(Flow.class)
  void point01AnOutageIsNeverAWrongPasswordAndNeverAnUnknownUser(Flow flow) {
    protectFromBruteForce();
    linkedPool();
    Person linked = inDirectory(Person.named("linked"));
    signedIn(flow, linked);
    realm.users().create("local", "Local-1!");
    directory.stop();

    for (Attempt attempt :
        List.of(signIn(flow, linked), flow.signIn(realm, "never-seen", "Any-1!"))) {
      assertThat(attempt.signedIn()).isFalse();
      assertThat(attempt.status()).isEqualTo(flow == Flow.DIRECT_GRANT ? 503 : 200);
      assertThat(attempt.message()).contains("try again in a few minutes");
    }
    assertThat(failures(imported(linked))).isZero();
    assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_pool_unavailable");
    assertThat(flow.signIn(realm, "local", "Local-1!").signedIn()).isTrue();

    directory.start();
    signedIn(flow, linked);
  }

  @Test
  void point01TheAdminConsoleWorksDuringAnOutage() {
    linkedPool();
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("linked")));
    directory.stop();

    assertThat(realm.users().all()).hasSize(1);
    assertThat(realm.users().byUsername("never-seen")).isEmpty();
    realm.users().create("new-local", "Local-1!");
  }

  /** Keycloak asks the pools whether a new name or address is free. */
  @Test
  void point01WhoIsInChangesTheirDataDuringAnOutage() {
    String id = realm.users().create("local", "Local-1!");
    realm.users().change(id, Map.of("requiredActions", List.of("UPDATE_PROFILE"))).expectDone();
    linkedPool();
    directory.stop();

    Page profile =
        realm
            .browser()
            .login("local", "Local-1!")
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    profile
        .submit(Map.of("email", "new@example.org"))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);

    assertThat(realm.users().get(id).getEmail()).isEqualTo("new@example.org");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void point02ALocalAccountIsNeverTakenOver(Flow flow) {
    linkedPool();
    realm.createRole("staff").expectDone();
    String id = realm.users().create("boss", "Local-1!");
    String email = realm.users().get(id).getEmail();
    inDirectory(Person.named("boss").roles("staff"));
    Person sameEmail = inDirectory(Person.named("other").email(email, true).roles("staff"));

    assertThat(flow.signIn(realm, "boss", "Old-boss-1!").signedIn()).isFalse();
    assertThat(signIn(flow, sameEmail).signedIn()).isFalse();

    assertThat(flow.signIn(realm, "boss", "Local-1!").signedIn()).isTrue();
    UserRepresentation local = realm.users().get(id);
    assertThat(local.getFederationLink()).isNull();
    assertThat(attribute(local, POOL)).isEmpty();
    assertThat(realm.users().realmRoles(id)).doesNotContain("staff");
    assertThat(clash().detail("reason")).contains("email", id);
  }

  /**
   * Keycloak looks for an address before a username, so a user with that address would hide the
   * other.
   */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void point02AnAddressThatIsALocalUsernameLocksNobodyOut(Flow flow) {
    String id = localBoss();
    linkedPool();
    Person eve = inDirectory(Person.named("eve"));
    signedIn(flow, eve);
    Person mallory = inDirectory(Person.named("mallory").email("boss@example.org", true));

    assertThat(flow.signIn(realm, "boss@example.org", "Local-1!").signedIn()).isTrue();
    assertThat(signIn(flow, mallory).signedIn()).isFalse();
    directory.delete("mallory");
    directory.replace(eve.email("boss@example.org", true));
    signedIn(flow, eve);

    assertThat(flow.signIn(realm, "boss@example.org", "Local-1!").signedIn()).isTrue();
    assertThat(imported(eve).getEmail()).isEqualTo("eve@example.com");
    assertThat(realm.users().count()).isEqualTo(2);
    assertThat(clash().detail("reason")).contains("email", id);
  }

  /** As in Keycloak's {@code DuplicateUsernameValidator}: applications may confuse the two. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void point02AUsernameThatIsALocalAddressIsNobodyElses(Flow flow) {
    String id = localBoss();
    linkedPool();
    Person mallory =
        inDirectory(Person.named("boss@example.net").email("mallory@example.com", true));

    assertThat(flow.signIn(realm, mallory.email(), mallory.password()).signedIn()).isFalse();

    assertThat(flow.signIn(realm, "boss@example.net", "Local-1!").signedIn()).isTrue();
    assertThat(realm.users().count()).isEqualTo(1);
    assertThat(clash().detail("reason")).contains("username", id);
  }

  /** An account whose username is one address and whose e-mail address is another. */
  private String localBoss() {
    UserRepresentation boss = new UserRepresentation();
    boss.setUsername("boss@example.org");
    boss.setEmail("boss@example.net");
    boss.setFirstName("Local");
    boss.setLastName("Boss");
    boss.setEnabled(true);
    String id = realm.users().create(boss).id();
    realm.users().setPassword(id, "Local-1!", false).expectDone();
    return id;
  }

  private Event clash() {
    return realm.events().ofType("LOGIN_ERROR").stream()
        .filter(event -> "user_pool_clash".equals(event.error()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void point03AUserIsFoundAgainByExternalId(Flow flow) {
    linkedPool();
    Person before = inDirectory(Person.named("ada"));
    signedIn(flow, before);

    directory.replace(before.email("new@example.com", true));
    assertThat(flow.signIn(realm, "new@example.com", before.password()).signedIn()).isTrue();
    assertThat(flow.signIn(realm, "NEW@Example.com", before.password()).signedIn()).isTrue();
    assertThat(flow.signIn(realm, "ADA", before.password()).signedIn()).isTrue();

    assertThat(imported(before).getEmail()).isEqualTo("new@example.com");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void point03AMigratedUserIsFoundAgainToo(Flow flow) {
    migratingPool();
    Person before = inDirectory(Person.named("ada"));
    signedIn(flow, before);

    directory.replace(before.email("new@example.com", true));
    assertThat(flow.signIn(realm, "new@example.com", before.password()).signedIn()).isTrue();

    assertThat(realm.users().count()).isEqualTo(1);
    assertThat(imported(before).getEmail()).isEqualTo("ada@example.com");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void point03ANameThatNowBelongsToAnotherPersonOpensNobodysAccount(Flow flow) {
    linkedPool();
    Person first = inDirectory(Person.named("ada"));
    signedIn(flow, first);
    String id = imported(first).getId();

    Person second = first.password("Second-ada-1!");
    directory.recreate(second);
    Attempt attempt = signIn(flow, second);

    assertThat(attempt.signedIn()).isFalse();
    assertThat(attempt.message()).contains("cannot be used any more");
    assertThat(realm.users().sessions(id)).isEqualTo(1);
    assertThat(realm.events().last("LOGIN_ERROR").detail("reason")).isEqualTo("identity_changed");
  }

  @Test
  void point04EmailVerifiedSaysWhatTheDirectorySays() {
    linkedPool();
    Person verified = inDirectory(Person.named("verified"));
    Person unverified = inDirectory(Person.named("unverified").email("u@example.com", false));
    signedIn(Flow.DIRECT_GRANT, verified);
    signedIn(Flow.DIRECT_GRANT, unverified);

    assertThat(imported(verified).isEmailVerified()).isTrue();
    assertThat(imported(unverified).isEmailVerified()).isFalse();

    directory.replace(unverified.email("u@example.com", true));
    signedIn(Flow.DIRECT_GRANT, unverified);
    assertThat(imported(unverified).isEmailVerified()).isTrue();
  }

  @Test
  void point05AdministrativeRolesNeedToBeNamed() {
    realm.createRole("admin").expectDone();
    realm.createRole("read:users").expectDone();
    realm.createRole("wolf").expectDone();
    JsonNode management = realm.rest().read("/clients?clientId=realm-management").get(0);
    JsonNode manageUsers =
        realm.rest().read("/clients/" + management.path("id").asText() + "/roles/manage-users");
    realm.rest().post("/roles/wolf/composites", List.of(manageUsers)).expectDone();
    Person mallory =
        inDirectory(
            Person.named("mallory")
                .roles(
                    "admin",
                    "realm-admin",
                    "manage-users",
                    "manage-account",
                    "wolf",
                    "default-roles-" + realm.name(),
                    "read:users"));
    String pool = linkedPool();
    signedIn(Flow.DIRECT_GRANT, mallory);
    String id = imported(mallory).getId();

    assertThat(realm.users().realmRoles(id))
        .containsExactlyInAnyOrder("read:users", "default-roles-" + realm.name());
    assertThat(realm.users().clientRoles(id)).isEmpty();

    realm
        .components()
        .change(
            pool, Map.of("roleMappings", pairs("manage-users", "realm-management/manage-users")))
        .expectDone();
    signedIn(Flow.DIRECT_GRANT, mallory);
    assertThat(realm.users().clientRoles(id)).containsExactly("realm-management/manage-users");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void point06APasswordThatBreaksThePolicyIsAcceptedOnceAndMustBeChanged(Flow flow) {
    realm.change(Map.of("passwordPolicy", "length(20)")).expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));

    Attempt first = signIn(flow, ada);

    String id = imported(ada).getId();
    assertThat(imported(ada).getFederationLink()).isNull();
    assertThat(imported(ada).getRequiredActions()).containsExactly("UPDATE_PASSWORD");
    assertThat(realm.users().credentials(id)).hasSize(1);
    if (flow == Flow.DIRECT_GRANT) {
      assertThat(first.message()).contains("Account is not fully set up");
    } else {
      assertThat(first.requiredAction()).isEqualTo("UPDATE_PASSWORD");
    }
    directory.stop();
    Browser browser = realm.browser();
    Page change =
        browser.login("ada", ada.password()).expect(LoginOutcome.RequiredActionPage.class).page();
    String longEnough = "A-much-longer-password-1!";
    change
        .submit(Map.of("password-new", longEnough, "password-confirm", longEnough))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);
    signedIn(flow, ada.password(longEnough));
  }

  /** The password being stored does not count as used before. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void point06APasswordThatKeepsThePolicyStays(Flow flow) {
    realm
        .change(
            Map.of(
                "passwordPolicy",
                "length(8) and passwordHistory(3) and passwordSettings(strength=any notUsedSince=3)"))
        .expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));

    signedIn(flow, ada);

    assertThat(imported(ada).getFederationLink()).isNull();
    assertThat(imported(ada).getRequiredActions()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void point07AWrongPasswordChangesNothingButTheCounter(Flow flow) {
    protectFromBruteForce();
    realm.createRole("staff").expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada").roles("staff"));

    assertThat(signIn(flow, ada.password("wrong")).signedIn()).isFalse();

    UserRepresentation pending = imported(ada);
    assertThat(attribute(pending, STATUS)).containsExactly("pending");
    assertThat(pending.getFederationLink()).isNotNull();
    assertThat(realm.users().credentials(pending.getId())).isEmpty();
    assertThat(realm.users().realmRoles(pending.getId())).doesNotContain("staff");
    awaitFailures(pending, 1);
    assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("invalid_user_credentials");

    assertThat(signIn(flow, ada.password("wrong again")).signedIn()).isFalse();
    awaitFailures(pending, 2);
    assertThat(realm.users().get(pending.getId()).getAttributes())
        .isEqualTo(pending.getAttributes());
    signedIn(flow, ada);
  }

  @Test
  void point08FiftySimultaneousFirstSignInsMakeOneLinkedUserAndFiftySessions() throws Exception {
    linkedPool();
    fiftyAtOnce("linked");
  }

  @Test
  void point08FiftySimultaneousFirstSignInsMakeOneMigratedUserAndFiftySessions() throws Exception {
    migratingPool();
    String id = fiftyAtOnce("migrated");
    assertThat(realm.users().credentials(id)).hasSize(1);
    assertThat(realm.users().get(id).getFederationLink()).isNull();
    directory.stop();
    signedIn(Flow.BROWSER, Person.named("ada"));
  }

  private String fiftyAtOnce(String status) throws Exception {
    realm.createRole("staff").expectDone();
    realm.createRole("writers").expectDone();
    Person ada = inDirectory(Person.named("ada").roles("staff", "writers"));
    List<Callable<Attempt>> attempts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      attempts.add(() -> signIn(Flow.DIRECT_GRANT, ada));
    }
    assertThat(Crowd.at(50, attempts)).allMatch(Attempt::signedIn);
    String id = imported(ada).getId();
    assertThat(realm.users().count()).isEqualTo(1);
    assertThat(realm.users().sessions(id)).isEqualTo(50);
    assertThat(realm.users().realmRoles(id)).contains("staff", "writers");
    assertThat(attribute(imported(ada), STATUS)).containsExactly(status);
    return id;
  }

  @Test
  void point09APasswordSetByAnAdminWins() {
    migratingPool();
    Person pending = inDirectory(Person.named("ada"));
    String id = realm.users().byUsername("ada").orElseThrow().getId();

    realm.users().setPassword(id, "Set-by-admin-1!", false).expectDone();
    directory.forgetRequests();

    assertThat(signIn(Flow.DIRECT_GRANT, pending).signedIn()).isFalse();
    signedIn(Flow.DIRECT_GRANT, pending.password("Set-by-admin-1!"));
    assertThat(directory.requests()).isZero();
    assertThat(imported(pending).getFederationLink()).isNull();
  }

  @Test
  void point09AnAdminCanSetAPasswordDuringAnOutage() {
    migratingPool();
    Person pending = inDirectory(Person.named("ada"));
    String id = realm.users().byUsername("ada").orElseThrow().getId();
    directory.stop();

    realm.users().setPassword(id, "Set-by-admin-1!", false).expectDone();

    signedIn(Flow.DIRECT_GRANT, pending.password("Set-by-admin-1!"));
  }

  /** Keycloak makes an authentication session for the token, as at a sign-in. */
  @Test
  void point09SoDoesOneSetByAScript() {
    migratingPool();
    Users byScript = realm.usersAs(realm.restOfScript("robot", "manage-users"));
    Person blocked = inDirectory(Person.named("ada"));
    String id = realm.users().byUsername("ada").orElseThrow().getId();
    directory.disable("ada");

    byScript.setPassword(id, "Set-by-admin-1!", false).expectDone();

    assertThat(imported(blocked).getFederationLink()).isNull();
    Person pending = inDirectory(Person.named("bob"));
    String other = realm.users().byUsername("bob").orElseThrow().getId();
    directory.stop();

    byScript.setPassword(other, "Set-by-admin-1!", false).expectDone();

    signedIn(Flow.DIRECT_GRANT, pending.password("Set-by-admin-1!"));
  }

  @Test
  void point09APasswordThatThePolicyRefusesLeavesTheLinkAsItIs() {
    realm.change(Map.of("passwordPolicy", "length(12)")).expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada").password("Long-enough-1234!"));
    String id = realm.users().byUsername("ada").orElseThrow().getId();

    Change.Refused refused = realm.users().setPassword(id, "short", false).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(imported(ada).getFederationLink()).isNotNull();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void point09WithoutMigrationSettingAPasswordIsRefusedAndSaysWhereItIs() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.BROWSER, ada);
    String id = imported(ada).getId();

    Change.Refused refused =
        realm.users().setPassword(id, "Set-by-admin-1!", false).expectRefused();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage())
        .isEqualTo("The password of this account is kept in pool. Please change it there.");

    Browser browser = realm.browser();
    Page page =
        browser
            .enter(browser.open(Map.of("kc_action", "UPDATE_PASSWORD")), "ada", ada.password())
            .send(Map.of("password-new", "By-ada-12!", "password-confirm", "By-ada-12!"));
    assertThat(page.text()).contains("kept in pool. Please change it there.");
    assertThat(realm.users().credentials(id)).isEmpty();
  }

  @Test
  void point11PendingAndLinkedUsersCanBeDeleted() {
    linkedPool();
    Person linked = inDirectory(Person.named("linked"));
    Person pending = inDirectory(Person.named("pending"));
    signedIn(Flow.DIRECT_GRANT, linked);
    assertThat(signIn(Flow.DIRECT_GRANT, pending.password("wrong")).signedIn()).isFalse();

    realm.users().delete(imported(linked).getId()).expectDone();
    realm.users().delete(imported(pending).getId()).expectDone();
    assertThat(realm.users().count()).isZero();

    signedIn(Flow.DIRECT_GRANT, linked);
    signedIn(Flow.DIRECT_GRANT, pending);
  }

  @Test
  void point12InvalidSettingsAreRefusedWithFieldAndRemedy() {
    Change.Refused refused = tryPool("broken", Map.of("tenantResolver", "static")).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).startsWith("Tenant ID (tenantId):").contains("Enter it");
    assertThat(realm.components().all()).isEmpty();
  }
}
