package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.AuthenticatorApp;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What only a directory that tells it all brings along: groups beside roles, several organizations,
 * authenticator apps, required actions.
 */
@ExtendWith(RunningKeycloak.class)
class TakeoverIT {

  private static final String PASSWORD = "Old-ada-1!";
  private static final AuthenticatorApp PHONE =
      new AuthenticatorApp("12345678901234567890", "HmacSHA256", 8);

  private final RestSimulator directory = RestSimulator.onPort(0).start();
  private TestRealm realm;

  @BeforeEach
  void open(AdminApi admin) {
    realm = admin.createRealm(settings -> settings.setBruteForceProtected(false));
  }

  @AfterEach
  void close() {
    directory.close();
    realm.close();
  }

  @Nested
  final class AuthenticatorApps {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areAskedForInTheFirstSignIn(boolean migrate) {
      pool(migration(migrate));
      ada(user -> user.add("totps", phone()).add("totps", Map.of("secret", "another one")));

      Page question = passwordEntered();
      assertThat(question.asks("otp")).as(question.text()).isTrue();
      assertThat(question.submit(Map.of("otp", "00000000")).outcome())
          .isInstanceOf(LoginOutcome.Refused.class);
      assertThat(passwordEntered().submit(Map.of("otp", PHONE.code())).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(otp())
          .extracting(CredentialRepresentation::getUserLabel)
          .containsExactly("phone", null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areNeededForADirectGrantToo(boolean migrate) {
      pool(migration(migrate));
      ada(user -> user.add("totps", phone()));

      assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isFalse();
      assertThat(realm.directGrant().login("ada", PASSWORD, "00000000").ok()).isFalse();
      assertThat(realm.directGrant().login("ada", PASSWORD, PHONE.code()).ok()).isTrue();
    }

    @Test
    void thatCannotBeTakenOverAreReplaced() {
      pool(Map.of());
      ada(user -> user.add("totps", Map.of("secret", "no Base32!", "encoding", "BASE32")));

      assertThat(passwordEntered().outcome())
          .isInstanceOfSatisfying(
              LoginOutcome.RequiredActionPage.class,
              page -> assertThat(page.action()).isEqualTo("CONFIGURE_TOTP"));
      assertThat(otp()).isEmpty();
    }

    @Test
    void comeWithAPasswordOfAnAdminToo() {
      pool(migration(true));
      ada(user -> user.add("totps", phone()));
      String id = realm.users().byUsername("ada").orElseThrow().getId();

      realm.users().setPassword(id, "New-ada-2!", false).expectDone();

      assertThat(otp()).hasSize(1);
      assertThat(realm.directGrant().login("ada", "New-ada-2!").ok()).isFalse();
      assertThat(realm.directGrant().login("ada", "New-ada-2!", PHONE.code()).ok()).isTrue();
    }

    /** The app's codes are asked for here: nothing is lost by the new password. */
    @Test
    void areNoObstacleToAForgottenPassword() {
      pool(migration(true));
      ada(user -> user.add("totps", phone()).add("secondFactors", "totp"));
      try (ForgottenPassword forgotten = ForgottenPassword.of(realm)) {
        Person ada = Person.named("ada");
        Page done = forgotten.reset(ada, "New-ada-2!");

        assertThat(otp()).as(done.text()).hasSize(1);
        assertThat(realm.directGrant().login("ada", "New-ada-2!").ok()).isFalse();
        assertThat(realm.directGrant().login("ada", "New-ada-2!", PHONE.code()).ok()).isTrue();
      }
    }

    /** The directory's are of no interest any more, nor do they come back. */
    @Test
    void ofKeycloakStay() {
      pool(Map.of());
      ada(user -> user.add("totps", phone()));
      assertThat(realm.directGrant().login("ada", PASSWORD, PHONE.code()).ok()).isTrue();
      realm
          .rest()
          .delete("/users/" + imported().getId() + "/credentials/" + otp().get(0).getId())
          .expectDone();

      assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isTrue();
      assertThat(otp()).isEmpty();
    }

    private Page passwordEntered() {
      Browser browser = realm.browser();
      return browser.enter(browser.open(), "ada", PASSWORD);
    }

    private static Map<String, Object> phone() {
      return Map.of(
          "secret", PHONE.secret(), "name", "phone", "digits", 8, "algorithm", "HmacSHA256");
    }

    private List<CredentialRepresentation> otp() {
      return realm.users().credentials(imported().getId()).stream()
          .filter(credential -> credential.getType().equals("otp"))
          .toList();
    }
  }

  @Nested
  final class RequiredActions {

    @Test
    void areAskedForOnceIfTheRealmHasThem() {
      pool(Map.of());
      ada(
          user ->
              user.add("requiredActions", "VERIFY_EMAIL")
                  .add("requiredActions", "UPDATE_PASSWORD")
                  .add("requiredActions", "NO_SUCH_ACTION"));

      assertThat(realm.directGrant().login("ada", PASSWORD).errorDescription())
          .contains("not fully set up");
      assertThat(imported().getRequiredActions()).containsExactly("VERIFY_EMAIL");
      realm.users().change(imported().getId(), Map.of("requiredActions", List.of())).expectDone();

      assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isTrue();
      assertThat(imported().getRequiredActions()).isEmpty();
    }

    @Test
    void mayBeANewPasswordForWhomMoves() {
      pool(migration(true));
      ada(user -> user.add("requiredActions", "UPDATE_PASSWORD"));

      assertThat(Flow.BROWSER.signIn(realm, "ada", PASSWORD).requiredAction())
          .isEqualTo("UPDATE_PASSWORD");
    }
  }

  @Nested
  final class Groups {

    @BeforeEach
    void haveGroups() {
      for (String name : List.of("staff", "crew", "bosses", "by-admin")) {
        realm.createGroup(name).expectDone();
      }
    }

    @Test
    void areThoseThatAnAdminNamedAndThoseOfTheSameName() {
      empower("bosses");
      pool(Map.of("groupMappings", PoolScenarios.pairs("sailors", "/crew")));
      ada(user -> groups(user, "staff", "sailors", "bosses", "/bosses", "nowhere"));

      signIn();

      assertThat(realm.users().groups(imported().getId()))
          .containsExactlyInAnyOrder("/staff", "/crew");
      assertThat(realm.groups()).doesNotContain("nowhere");
    }

    @Test
    void withPowerNeedToBeNamed() {
      empower("bosses");
      pool(Map.of("groupMappings", PoolScenarios.pairs("bosses", "/bosses")));
      ada(user -> groups(user, "bosses"));

      signIn();

      assertThat(realm.users().groups(imported().getId())).containsExactly("/bosses");
    }

    @Test
    void followTheDirectoryButThoseOfAnAdminStay() {
      pool(Map.of("group", "/crew"));
      ada(user -> groups(user, "staff", "crew"));
      signIn();
      String id = imported().getId();
      String byAdmin = realm.rest().read("/group-by-path/by-admin").path("id").asText();
      realm.rest().put("/users/" + id + "/groups/" + byAdmin, Map.of()).expectDone();

      ada(user -> groups(user, "by-admin"));
      signIn();
      assertThat(realm.users().groups(id)).containsExactlyInAnyOrder("/crew", "/by-admin");

      ada(user -> groups(user));
      signIn();
      assertThat(realm.users().groups(id)).containsExactlyInAnyOrder("/crew", "/by-admin");
    }

    @Test
    void thatDoNotExistAreRefusedWhenThePoolIsSaved() {
      Change refused = tryPool(Map.of("groupMappings", PoolScenarios.pairs("sailors", "/gone")));

      assertThat(refused.toString()).contains("groupMappings", "/gone");
    }

    private static RestUser.Builder groups(RestUser.Builder user, String... names) {
      return user.member("groups", List.of(names));
    }

    private void empower(String group) {
      String id = realm.rest().read("/group-by-path/" + group).path("id").asText();
      String client =
          realm.rest().read("/clients?clientId=realm-management").path(0).path("id").asText();
      Map<String, Object> role =
          Map.of(
              "id",
              realm.rest().read("/clients/" + client + "/roles/view-users").path("id").asText(),
              "name",
              "view-users");
      realm
          .rest()
          .post("/groups/" + id + "/role-mappings/clients/" + client, List.of(role))
          .expectDone();
    }
  }

  @Nested
  final class Organizations {

    private String pool;

    @BeforeEach
    void haveOrganizations() {
      realm.organizations().enable().expectDone();
      realm.organizations().create("acme").expectDone();
      pool = pool(Map.of("tenantResolver", "dynamic", "tenantIdFieldName", "tenants"));
    }

    @Test
    void mayBeSeveralAndFollowTheDirectory() {
      realm.organizations().create("globex").expectDone();
      ada(user -> tenants(user, Map.of("id", "acme"), Map.of("id", "globex")));
      signIn();
      String id = imported().getId();
      assertThat(realm.organizations().ofUser(id)).containsExactlyInAnyOrder("acme", "globex");

      ada(user -> tenants(user, Map.of("id", "globex")));
      signIn();
      assertThat(realm.organizations().ofUser(id)).containsExactly("globex");
    }

    @Test
    void areCreatedWithTheirNamesUnlessTheseAreTaken() {
      realm.components().change(pool, Map.of("unknownTenant", "create")).expectDone();
      ada(
          user ->
              tenants(
                  user,
                  Map.of("id", "globex", "name", "Globex Corporation"),
                  Map.of("id", "other-acme", "name", "acme"),
                  Map.of("id", "umbrella")));
      signIn();

      assertThat(realm.organizations().ofUser(imported().getId()))
          .containsExactlyInAnyOrder("globex", "other-acme", "umbrella");
      assertThat(realm.organizations().all().findValuesAsText("name"))
          .contains("acme", "Globex Corporation", "other-acme", "umbrella");
    }

    @Test
    void ofWhichOneIsUnknownRefuseTheSignInIfToldTo() {
      realm.components().change(pool, Map.of("unknownTenant", "reject")).expectDone();
      ada(user -> tenants(user, Map.of("id", "acme"), Map.of("id", "globex")));

      assertThat(Flow.BROWSER.signIn(realm, "ada", PASSWORD).message())
          .contains("organization is not known");
      assertThat(realm.organizations().ofUser(imported().getId())).isEmpty();
    }

    @Test
    void thatAnAdminChoseStay() {
      ada(user -> user);
      signIn();
      String id = imported().getId();
      String acme = realm.organizations().all().path(0).path("id").asText();
      realm.organizations().addMember(acme, id).expectDone();

      ada(user -> tenants(user, Map.of("id", "acme")));
      signIn();
      ada(user -> tenants(user));
      signIn();

      assertThat(realm.organizations().ofUser(id)).containsExactly("acme");
    }

    private static RestUser.Builder tenants(RestUser.Builder user, Object... tenants) {
      return user.member("tenants", List.of(tenants));
    }
  }

  private static Map<String, String> migration(boolean on) {
    return Map.of("justInTimeMigration", Boolean.toString(on));
  }

  private String pool(Map<String, String> settings) {
    return tryPool(settings).id();
  }

  private Change tryPool(Map<String, String> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("url", directory.pools().toString());
    all.put("requestTimeout", "10000");
    return realm.components().add("pool", "rest-user-pool", all);
  }

  /** Puts Ada into the directory, as she is from now on. */
  private void ada(UnaryOperator<RestUser.Builder> change) {
    RestUser ada =
        change
            .apply(
                RestUser.builder("42", "ada")
                    .password(PASSWORD)
                    .email("ada@example.com", true)
                    .name("Ada", "King"))
            .build();
    if (directory.users().findByUsername("ada").isPresent()) {
      directory.users().replace("ada", ada);
    } else {
      RestUser unused = directory.users().add(ada);
    }
  }

  private void signIn() {
    assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isTrue();
  }

  private UserRepresentation imported() {
    UserRepresentation found = realm.users().byUsername("ada").orElseThrow();
    return realm.users().get(found.getId());
  }
}
