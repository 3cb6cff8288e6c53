package io.keycloakpools.it.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.PeopleScenarios;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0SecondFactor;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** People that only Auth0 has (docs/move/auth0.md). */
class Auth0PeopleIT extends PeopleScenarios {

  private static final String PASSWORD = "Right-Password-1!";

  private Auth0Simulator auth0;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedAuth0 simulated = new SimulatedAuth0();
    auth0 = simulated.simulator();
    return simulated;
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoHasNoUsernameSignsInWithTheAddressInAnyCase(Flow flow) {
    linkedPool();
    String id = add(account("ada@example.com"));

    Attempt attempt = flow.signIn(realm, "Ada@Example.COM", PASSWORD);

    assertThat(attempt.claims().path("preferred_username").asText()).isEqualTo("ada@example.com");
    assertSignsIn(flow, "ada@example.com");
    assertSignsIn(flow, "ADA@EXAMPLE.COM");
    assertThat(attribute(user(id), STATUS)).containsExactly("linked");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void onlyThePoolsConnectionCountsWhereSeveralHaveTheAddress(Flow flow) {
    linkedPool();
    String partners = SimulatedAuth0.OTHER_CONNECTION;
    add(account("ada@example.com").connection(partners).password("Partner-Password-1!"));
    String ours = add(account("ada@example.com"));
    add(account("partner@example.com").connection(partners));

    assertThat(flow.signIn(realm, "ada@example.com", "Partner-Password-1!").signedIn()).isFalse();
    assertSignsIn(flow, "ada@example.com");
    assertThat(flow.signIn(realm, "partner@example.com", PASSWORD).signedIn()).isFalse();

    assertThat(user(ours).getUsername()).isEqualTo("ada@example.com");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoRegisteredWithASocialAccountSignsInWithThePasswordLinkedToIt(Flow flow) {
    migratingPool();
    Auth0User.Builder grace =
        Auth0User.builder("google-oauth2|1100")
            .email("grace@example.com", true)
            .password(PASSWORD)
            .givenName("Grace")
            .familyName("Hopper")
            .identity(
                SimulatedAuth0.CONNECTION,
                "auth0",
                "5f7c9",
                false,
                Map.of("email", "grace.hopper@example.com"));
    String id = add(grace);
    add(Auth0User.builder("google-oauth2|1200").email("social@example.com", true));

    assertSignsIn(flow, "grace@example.com");
    assertThat(flow.signIn(realm, "social@example.com", PASSWORD).signedIn()).isFalse();

    assertThat(auth0.requests().of(Auth0Operation.PASSWORD_TOKEN))
        .last()
        .satisfies(asked -> assertThat(asked.username()).contains("grace.hopper@example.com"));
    assertThat(attribute(user(id), STATUS)).containsExactly("migrated");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @Test
  void attributesAreMappedByTheirPathsAndListsGiveSeveralValues() {
    pool(
        Map.of(
            "attributeMappings",
            pairs(
                "app_metadata.plan.name", "plan",
                "app_metadata.seats", "seats",
                "user_metadata.hobbies", "hobbies",
                "app_metadata.plan", "wholePlan",
                "picture", "picture")));
    String id =
        add(
            account("ada@example.com")
                .picture("https://example.com/ada.png")
                .appMetadata(Map.of("plan", Map.of("name", "gold"), "seats", 12))
                .userMetadata(Map.of("hobbies", List.of("chess", "engines"))));

    assertSignsIn(Flow.DIRECT_GRANT, "ada@example.com");

    UserRepresentation ada = user(id);
    assertThat(attribute(ada, "plan")).containsExactly("gold");
    assertThat(attribute(ada, "seats")).containsExactly("12");
    assertThat(attribute(ada, "hobbies")).containsExactlyInAnyOrder("chess", "engines");
    assertThat(attribute(ada, "wholePlan")).isEmpty();
    assertThat(attribute(ada, "picture")).containsExactly("https://example.com/ada.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer.alias", "app_metadata.customer.alias"})
  void theTenantIsInAppMetadataWhetherTheSettingSaysSoOrNot(String field) {
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
    pool(Map.of("tenantResolver", "dynamic", "tenantIdFieldName", field));
    String ada =
        add(
            account("ada@example.com")
                .appMetadata(Map.of("customer", Map.of("alias", "acme")))
                .userMetadata(Map.of("customer", Map.of("alias", "globex"))));
    String mallory =
        add(
            account("mallory@example.com")
                .userMetadata(Map.of("customer", Map.of("alias", "acme"))));

    assertSignsIn(Flow.DIRECT_GRANT, "ada@example.com");
    assertSignsIn(Flow.DIRECT_GRANT, "mallory@example.com");

    assertThat(realm.organizations().ofUser(user(ada).getId())).containsExactly("acme");
    assertThat(realm.organizations().ofUser(user(mallory).getId())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoRegisteredAMomentAgoSignsInWithTheAddressWhileTheSearchLags(Flow flow) {
    linkedPool();
    auth0.searchLag(true);
    Person ada = inDirectory(Person.named("ada"));

    assertThat(signIn(flow, ada).signedIn()).isFalse();
    assertThat(flow.signIn(realm, "ada@example.com", ada.password()).signedIn()).isTrue();
    signedIn(flow, ada);

    auth0.searchLag(false);
    signedIn(flow, ada);
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoWasRenamedSignsInWithTheOldNameAndThenWithTheNewOne(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    String id = directory.externalId("ada");
    signedIn(flow, ada);
    auth0.users().update(id, user -> user.username("countess").email("countess@example.com", true));

    signedIn(flow, ada);
    assertThat(flow.signIn(realm, "countess", ada.password()).signedIn()).isTrue();
    assertThat(flow.signIn(realm, "Countess@example.com", ada.password()).signedIn()).isTrue();

    assertThat(user(id).getUsername()).isEqualTo("countess");
    assertThat(user(id).getEmail()).isEqualTo("countess@example.com");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoHasANewAddressSignsInWithTheOldOneOnceMoreAndThenWithTheNewOne(Flow flow) {
    linkedPool();
    String id = add(account("ada@example.com"));
    assertSignsIn(flow, "ada@example.com");
    auth0.users().update(id, user -> user.email("countess@example.com", true));

    assertSignsIn(flow, "ada@example.com");
    assertSignsIn(flow, "countess@example.com");

    assertThat(user(id).getUsername()).isEqualTo("countess@example.com");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anAddressThatPassedToAnotherPersonOpensNobodysAccount(Flow flow) {
    linkedPool();
    assertAddressOpensNobodysAccount(flow, account("ada@example.com").password("Of-another-1!"));

    Attempt theirs = flow.signIn(realm, "ada@example.com", "Of-another-1!");
    assertThat(theirs.signedIn()).as(theirs.toString()).isTrue();
    assertThat(realm.users().count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void neitherDoesItWhereTheOtherPersonHasASecondFactor(Flow flow) {
    pool(Map.of("secondFactor", "require-setup"));
    assertAddressOpensNobodysAccount(
        flow,
        account("ada@example.com").password("Of-another-1!").secondFactor(Auth0SecondFactor.OTP));
  }

  /** Ada's address passes to another person; each password opens its own account only. */
  private void assertAddressOpensNobodysAccount(Flow flow, Auth0User.Builder another) {
    String ada = add(account("ada@example.com"));
    assertSignsIn(flow, "ada@example.com");
    String id = user(ada).getId();
    auth0.users().update(ada, user -> user.email("countess@example.com", true));
    add(another);

    Attempt attempt = flow.signIn(realm, "ada@example.com", "Of-another-1!");

    assertThat(attempt.signedIn()).isFalse();
    assertThat(attempt.requiredAction()).isEmpty();
    assertThat(realm.users().sessions(id)).isEqualTo(1);
    assertThat(user(ada).getRequiredActions()).isEmpty();
    assertThat(realm.users().count()).isEqualTo(1);
    assertSignsIn(flow, "countess@example.com");
    assertThat(realm.users().sessions(id)).isEqualTo(2);
  }

  private String add(Auth0User.Builder user) {
    return auth0.users().add(user.build()).userId();
  }

  private static Auth0User.Builder account(String email) {
    return Auth0User.builder(SimulatedAuth0.newId())
        .password(PASSWORD)
        .email(email, true)
        .givenName("Ada")
        .familyName("Lovelace");
  }

  private void assertSignsIn(Flow flow, String name) {
    Attempt attempt = flow.signIn(realm, name, PASSWORD);
    assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();
  }

  private UserRepresentation user(String auth0Id) {
    List<UserRepresentation> users = realm.users().byAttribute(EXTERNAL_ID, auth0Id);
    assertThat(users).as("users imported for " + auth0Id).hasSize(1);
    return realm.users().get(users.get(0).getId());
  }
}
