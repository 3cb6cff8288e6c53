package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.AuthenticatorApp;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.RecordedRestRequest;
import io.keycloakpools.simulators.rest.RestOperation;
import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Endpoints of the keycloak-user-migration plugin still work (docs/move/rest.md). */
class RestUserMigrationContractIT extends PoolScenarios {

  private static final Map<String, Object> ORGANIZATION =
      Map.of("orgName", "Acme Ltd", "orgAlias", "acme", "domains", List.of());
  private static final AuthenticatorApp APP =
      new AuthenticatorApp("a-secret-of-the-legacy-app", "HmacSHA1", 6);

  private RestSimulator rest;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedRest simulated = SimulatedRest.ofUserMigration();
    rest = simulated.simulator();
    return simulated;
  }

  private Person everything() {
    realm.createRole("staff").expectDone();
    realm.createGroup("engineers").expectDone();
    realm.profile().addAttribute("department");
    realm.organizations().enable().expectDone();
    Person ada =
        inDirectory(Person.named("ada").attribute("department", "Research").roles("staff"));
    rest.users()
        .update(
            "ada",
            user ->
                user.member("emailVerified", "true")
                    .add("groups", "engineers")
                    .add("groups", "nobody-knows-this")
                    .add("organizations", ORGANIZATION));
    return ada;
  }

  private static Map<String, String> everythingMapped(String migrate) {
    return Map.of(
        "justInTimeMigration", migrate,
        "attributeMappings", pairs("department", "department"),
        "tenantResolver", "dynamic",
        "tenantIdFieldName", "organizations",
        "unknownTenant", "create");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aFirstSignInLinksAndBringsEverything(Flow flow) {
    Person ada = everything();
    pool(everythingMapped("false"));

    signedIn(flow, ada);

    assertBrought(ada);
    assertThat(attribute(imported(ada), STATUS)).containsExactly("linked");
    signedIn(flow, ada);
    assertThat(signIn(flow, ada.password("Wrong-ada-1!")).message()).contains("Invalid user");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aFirstSignInMovesEverythingForGood(Flow flow) {
    Person ada = everything();
    pool(everythingMapped("true"));

    signedIn(flow, ada);

    assertBrought(ada);
    assertThat(imported(ada).getFederationLink()).isNull();
    directory.stop();
    signedIn(flow, ada);
  }

  private void assertBrought(Person ada) {
    UserRepresentation user = imported(ada);
    assertThat(user.isEmailVerified()).isTrue();
    assertThat(attribute(user, "department")).containsExactly("Research");
    assertThat(realm.users().realmRoles(user.getId())).contains("staff");
    assertThat(realm.users().groups(user.getId())).containsExactly("/engineers");
    assertThat(realm.organizations().ofUser(user.getId())).containsExactly("acme");
  }

  @Test
  void anAuthenticatorAppMovesWithItsOwner() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    Map<String, Object> totp =
        Map.of(
            "secret", APP.secret(),
            "name", "phone",
            "digits", APP.digits(),
            "period", 30,
            "algorithm", APP.algorithm());
    rest.users().update("ada", user -> user.add("totps", totp));

    assertThat(signIn(Flow.DIRECT_GRANT, ada).signedIn()).isFalse();
    TokenAnswer answer = realm.directGrant().login("ada", ada.password(), APP.code());

    assertThat(answer.ok()).as(answer.toString()).isTrue();
    assertThat(realm.users().credentials(imported(ada).getId()))
        .extracting(CredentialRepresentation::getType)
        .containsExactlyInAnyOrder("password", "otp");
  }

  @Test
  void requiredActionsAreAskedFor() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    rest.users().update("ada", user -> user.add("requiredActions", "UPDATE_PROFILE"));

    assertThat(signIn(Flow.BROWSER, ada).requiredAction()).isEqualTo("UPDATE_PROFILE");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoIsNotEnabledStaysOut(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    directory.disable("ada");

    assertThat(signIn(flow, ada).message()).contains("account is disabled");
    directory.enable("ada");
    signedIn(flow, ada);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whatThePluginTakesForUnknownOrWrongIsAnOutage(Flow flow) {
    protectFromBruteForce();
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);

    for (Fault fault :
        List.of(
            Fault.http(500, "text/plain", "sorry"),
            Fault.http(404, "text/html", "<html>Nothing here</html>"),
            Fault.http(200, "text/html", "<html>Please sign in to the network</html>"),
            Fault.http(401, "text/plain", "who are you?"),
            Fault.redirect(rest.migration()))) {
      rest.faults().onAll(fault);
      Attempt attempt = signIn(flow, ada);
      assertThat(attempt.message()).as(fault.toString()).contains("try again in a few minutes");
      rest.faults().clear();
    }
    assertThat(failures(imported(ada))).isZero();
  }

  /** PHP's answer behind nginx: empty, chunked, and of type HTML. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void anEmptyNotFoundThatIsCalledHtmlIsAnUnknownUser(Flow flow) {
    Person ada = inDirectory(Person.named("ada"));
    rest.faults().onAll(Fault.chunked(404, "text/html; charset=UTF-8", ""));
    linkedPool();
    assertThat(signIn(flow, Person.named("nobody")).message()).contains("Invalid user");
    rest.faults().clear();
    signedIn(flow, ada);

    protectFromBruteForce();
    rest.faults().on(RestOperation.PASSWORD, Fault.chunked(401, "text/html; charset=UTF-8", "No"));
    assertThat(signIn(flow, ada).message()).contains("Invalid user");
    awaitFailures(imported(ada), 1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void numbersAreBooleansAsForThePlugin(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    lookUpSaysOfAda("1");
    signedIn(flow, ada);
    assertThat(imported(ada).isEmailVerified()).isTrue();

    lookUpSaysOfAda("0");
    assertThat(signIn(flow, ada).message()).contains("account is disabled");
    lookUpSaysOfAda("\"perhaps\"");
    assertThat(signIn(flow, ada).message()).contains("try again in a few minutes");
    assertThat(realm.events().last("LOGIN_ERROR").detail("reason"))
        .isEqualTo("an answer out of order: enabled is neither true nor false");
  }

  private void lookUpSaysOfAda(String enabled) {
    String ada =
        "{\"id\":\"%s\",\"username\":\"ada\",\"email\":\"ada@example.com\",\"firstName\":\"Ada\","
            + "\"lastName\":\"Lovelace\",\"emailVerified\":1,\"enabled\":%s}";
    rest.faults().clear();
    rest.faults()
        .on(
            RestOperation.LOOKUP,
            Fault.chunked(200, "text/html", ada.formatted(directory.externalId("ada"), enabled)));
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anEndpointThatAnswersWithSomebodyElseSignsNobodyIn(Flow flow) {
    linkedPool();
    inDirectory(Person.named("boss"));
    Person mallory = inDirectory(Person.named("mallory"));
    String boss =
        "{\"id\":\"%s\",\"username\":\"boss\",\"enabled\":true}"
            .formatted(directory.externalId("boss"));
    rest.faults().on(RestOperation.LOOKUP, Fault.http(200, "application/json", boss));

    assertThat(signIn(flow, mallory).signedIn()).isFalse();

    assertThat(realm.users().count()).isZero();
  }

  @Test
  void aPasswordMayGoToTheIdentifier() {
    pool(Map.of("checkPasswordByUserId", "true"));
    Person ada = inDirectory(Person.named("ada"));
    directory.forgetRequests();

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(rest.requests().of(RestOperation.PASSWORD))
        .extracting(RecordedRestRequest::path)
        .containsExactly("/user-migration/" + directory.externalId("ada"));
  }

  @Test
  void withoutAnIdentifierTheNameStandsForItInAnyCase() {
    linkedPool();
    rest.users()
        .add(
            RestUser.builder("", "Ada")
                .password("Old-ada-1!")
                .email("ada@example.com", true)
                .name("Ada", "Lovelace")
                .build());

    for (String name : List.of("Ada", "ADA", "ada@example.com")) {
      Attempt attempt = Flow.DIRECT_GRANT.signIn(realm, name, "Old-ada-1!");
      assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();
    }

    assertThat(realm.users().byAttribute(EXTERNAL_ID, "username:ada"))
        .extracting(UserRepresentation::getUsername)
        .containsExactly("ada");
    assertThat(realm.users().count()).isEqualTo(1);
  }
}
