package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.ForgottenPassword;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.SimulatedDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** People who join an identity pool when they move. */
class RestIdentityPoolIT extends PoolScenarios {

  private static final String SCHEMA =
      """
      {
        "type": "object",
        "properties": {
          "given_name": {"type": "string", "minLength": 1},
          "family_name": {"type": "string", "minLength": 1},
          "email": {"type": "string", "format": "email"},
          "company": {"title": "Company", "type": "string", "minLength": 2}
        },
        "required": ["given_name", "family_name", "email", "company"]
      }
      """;

  private static final Map<String, String> JOINING =
      Map.of("justInTimeMigration", "true", "identityPool", "Customers");

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }

  private String identityPool(Map<String, ?> settings) {
    return realm.components().add("Customers", "identity-pool", settings).id();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoMovesIsInThePoolAndSignsInWithoutTheDirectory(Flow flow) {
    String customers = identityPool(Map.of());
    pool(JOINING);
    Person ada = inDirectory(Person.named("ada"));

    signedIn(flow, ada);

    UserRepresentation moved = imported(ada);
    assertThat(moved.getFederationLink()).isEqualTo(customers);
    assertThat(attribute(moved, "identityPool")).containsExactly("Customers");
    assertThat(attribute(moved, STATUS)).containsExactly("migrated");
    directory.stop();
    signedIn(flow, ada);
    assertThat(signIn(flow, ada.password("Wrong-ada-1!")).signedIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoIsLinkedToTheirDirectoryEntersAPoolsApplicationByItsRoleOnly(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    realm.createRole("guest").expectDone();
    List<String> clients = List.of(realm.web().clientId(), realm.cli().clientId());
    identityPool(Map.of("clients", clients, "admittedRole", "guest"));

    assertThat(signIn(flow, ada).signedIn()).isFalse();

    realm.users().grantRealmRole(imported(ada).getId(), "guest");
    signedIn(flow, ada);
  }

  @Test
  void whoseDataDoesNotFitIsAskedToCompleteItAtThatSignIn() {
    realm
        .rest()
        .post("/identity-schemas", Map.of("name", "Customer", "kind", "payload", "schema", SCHEMA))
        .expectDone();
    identityPool(Map.of("payloadSchema", "Customer"));
    pool(JOINING);
    Person ada = inDirectory(Person.named("ada"));
    Browser browser = realm.browser();

    Page page =
        browser
            .login(ada.username(), ada.password())
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    assertThat(page.toString()).contains("Update Account Information");
    page.submit(Map.of("company", "Analytical Engines"))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);

    assertThat(attribute(imported(ada), "company")).isEqualTo(List.of("Analytical Engines"));
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  /** A pool that is off admits nobody; users move when it is on again. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void nobodyMovesIntoAPoolThatIsOff(Flow flow) {
    String customers = identityPool(Map.of());
    String pool = pool(JOINING);
    Person ada = inDirectory(Person.named("ada"));
    realm.components().change(customers, Map.of("enabled", "false")).expectDone();

    assertThat(signIn(flow, ada.password("Wrong-ada-1!")).message()).contains("Invalid user");
    assertThat(signIn(flow, ada).message()).contains("closed at the moment");

    assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_pool_refused");
    assertThat(realm.events().last("LOGIN_ERROR").detail("reason"))
        .isEqualTo("identity_pool_closed");
    assertThat(imported(ada).getFederationLink()).isEqualTo(pool);
    assertThat(realm.users().credentials(imported(ada).getId())).isEmpty();
    realm.components().change(customers, Map.of("enabled", "true")).expectDone();
    signedIn(flow, ada);
    assertThat(imported(ada).getFederationLink()).isEqualTo(customers);
  }

  @Test
  void nobodyMovesByANewPasswordIntoAPoolThatIsOff() {
    String customers = identityPool(Map.of());
    String pool = pool(JOINING);
    Person ada = inDirectory(Person.named("ada"));
    try (ForgottenPassword forgotten = ForgottenPassword.of(realm)) {
      Page form = forgotten.form(realm.browser(), ada);
      realm.components().change(customers, Map.of("enabled", "false")).expectDone();

      assertThat(ForgottenPassword.enter(form, "Chosen-by-ada-1!").text())
          .contains("closed at the moment");
    }
    assertThat(imported(ada).getFederationLink()).isEqualTo(pool);
    Change.Refused byAdmin =
        realm
            .rest()
            .put(
                "/users/" + imported(ada).getId() + "/reset-password",
                Map.of("type", "password", "value", "Chosen-by-admin-1!"))
            .expectRefused();
    assertThat(byAdmin.body().toString()).contains("closed at the moment");
    assertThat(imported(ada).getFederationLink()).isEqualTo(pool);
  }

  /** The password is for the pool that the user joins. */
  @Test
  void aNewPasswordKeepsTheRulesOfThePoolThatIsJoined() {
    String customers =
        identityPool(Map.of("passwordMinLength", "12", "passwordHashing", "pbkdf2-sha512"));
    String pool = pool(JOINING);
    Person ada = inDirectory(Person.named("ada"));
    try (ForgottenPassword forgotten = ForgottenPassword.of(realm)) {
      Page form = forgotten.form(realm.browser(), ada);

      Page refused = ForgottenPassword.enter(form, "Short-1!");

      assertThat(refused.asks("password-new")).as(refused.text()).isTrue();
      assertThat(refused.text()).contains("at least 12 characters");
      assertThat(imported(ada).getFederationLink()).isEqualTo(pool);
      assertThat(attribute(imported(ada), STATUS)).containsExactly("pending");
      assertThat(realm.users().credentials(imported(ada).getId())).isEmpty();
      assertThat(ForgottenPassword.enter(refused, "Long-enough-12!").text())
          .contains("Your account has been updated");
    }
    assertThat(imported(ada).getFederationLink()).isEqualTo(customers);
    assertThat(realm.users().credentials(imported(ada).getId()).get(0).getCredentialData())
        .contains("pbkdf2-sha512");
    signedIn(Flow.DIRECT_GRANT, ada.password("Long-enough-12!"));
  }

  @Test
  void anAdminsPasswordKeepsTheRulesOfThePoolThatIsJoined() {
    identityPool(Map.of("passwordMinLength", "12"));
    String pool = pool(JOINING);
    Person ada = inDirectory(Person.named("ada"));
    assertThat(realm.users().byUsername("ada")).isPresent();
    String reset = "/users/" + imported(ada).getId() + "/reset-password";

    realm.rest().put(reset, Map.of("type", "password", "value", "Short-1!")).expectRefused();

    assertThat(imported(ada).getFederationLink()).isEqualTo(pool);
    assertThat(attribute(imported(ada), STATUS)).containsExactly("pending");
    realm.rest().put(reset, Map.of("type", "password", "value", "Long-enough-12!")).expectDone();
    assertThat(attribute(imported(ada), STATUS)).containsExactly("migrated");
  }

  @Test
  void whoIsLinkedToTheirDirectoryCannotBeMovedByAnAdmin() {
    String customers = identityPool(Map.of());
    String directoryPool = linkedPool();
    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
    UserRepresentation ada = imported(Person.named("ada"));

    Change.Refused refused =
        realm
            .rest()
            .put("/identity-pools/" + customers + "/users/" + ada.getId(), null)
            .expectRefused();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.errorMessage())
        .isEqualTo(
            "This user comes from another user federation provider, and cannot be moved into an"
                + " identity pool.");
    assertThat(
            realm
                .users()
                .changeAttributes(ada.getId(), Map.of("identityPool", List.of("Customers")))
                .expectRefused()
                .body()
                .path("field")
                .asText())
        .isEqualTo("identityPool");
    assertThat(imported(Person.named("ada")).getFederationLink()).isEqualTo(directoryPool);
  }

  /** Users who moved into it could not sign in again. */
  @Test
  void aPoolWithoutPasswordsIsRefusedWhenTheUserPoolIsSaved() {
    identityPool(Map.of("authenticationMechanisms", List.of("otp")));

    assertThat(tryPool("pool", JOINING).expectRefused().errorMessage())
        .contains("Identity pool (identityPool)")
        .contains("Customers has no passwords");
  }

  @Test
  void anImportMayBringTheUserPoolBeforeTheIdentityPool(AdminApi admin) {
    Map<String, Object> settings = new HashMap<>(directory.settings());
    settings.putAll(JOINING);
    TestRealm imported =
        admin.createRealm(
            file ->
                file.getComponents()
                    .put(
                        "org.keycloak.storage.UserStorageProvider",
                        List.of(
                            exported("pool", directory.providerId(), settings),
                            exported("Customers", "identity-pool", Map.of()))));

    assertThat(imported.components().all())
        .extracting(ComponentRepresentation::getName)
        .containsExactlyInAnyOrder("pool", "Customers");
    imported.delete();
  }

  /** A component as in an export, with its id. */
  private static ComponentExportRepresentation exported(
      String name, String providerId, Map<String, Object> settings) {
    ComponentExportRepresentation component = new ComponentExportRepresentation();
    component.setId(UUID.randomUUID().toString());
    component.setName(name);
    component.setProviderId(providerId);
    component.setConfig(new MultivaluedHashMap<>());
    settings.forEach((key, value) -> component.getConfig().putSingle(key, value.toString()));
    return component;
  }

  @Test
  void aPoolThatIsNotThereIsRefusedWhenTheUserPoolIsSaved() {
    assertThat(tryPool("pool", JOINING).expectRefused().errorMessage())
        .contains("Identity pool (identityPool)")
        .contains("no identity pool Customers");
  }
}
