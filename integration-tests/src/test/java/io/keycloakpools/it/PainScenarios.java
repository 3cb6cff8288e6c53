package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.Flow.Attempt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Problems that users of other migration plugins report; administrators' are in {@link
 * AdminPainScenarios}, and pain 7, social identities, in {@link SocialLinkScenarios}.
 */
public abstract class PainScenarios extends PoolScenarios {

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain01NobodyIsImportedAsVerifiedWhenThePasswordWasWrong(Flow flow) {
    realm.createRole("staff").expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada").roles("staff"));

    assertThat(signIn(flow, ada.password("Wrong-ada-1!")).message()).contains("Invalid user");

    UserRepresentation pending = imported(ada);
    assertThat(attribute(pending, STATUS)).containsExactly("pending");
    assertThat(pending.getFederationLink()).isNotNull();
    assertThat(realm.users().credentials(pending.getId())).isEmpty();
    assertThat(realm.users().realmRoles(pending.getId())).doesNotContain("staff");
    assertThat(realm.users().sessions(pending.getId())).isZero();
    directory.delete("ada");
    assertThat(signIn(flow, ada).signedIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain03AnOldPasswordThatBreaksTheNewPolicyLocksNobodyOut(Flow flow) {
    realm
        .change(Map.of("passwordPolicy", "length(20) and upperCase(2) and passwordHistory(3)"))
        .expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    String better = "A-Longer-Password-for-ada-1!";

    assertThat(signIn(flow, ada).message()).doesNotContain("Invalid user");

    Page change =
        realm
            .browser()
            .login("ada", ada.password())
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    Page refused = ForgottenPassword.enter(change, ada.password());
    assertThat(refused.outcome()).isInstanceOf(LoginOutcome.RequiredActionPage.class);
    ForgottenPassword.enter(refused, better).outcome().expect(LoginOutcome.SignedIn.class);
    signedIn(flow, ada.password(better));
    assertThat(signIn(flow, ada).signedIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain04WhoForgotThePasswordBeforeTheFirstSignInComesInWithANewOne(Flow flow) {
    migratingPool();
    Person ada = inDirectory(Person.named("ada").email("Ada@Example.com", true));
    Person renewed = ada.password("Chosen-by-ada-1!");

    try (ForgottenPassword forgotten = ForgottenPassword.of(realm)) {
      assertThat(forgotten.reset(ada, renewed.password()).text())
          .contains("Your account has been updated");
    }

    signedIn(flow, renewed);
    assertThat(signIn(flow, ada).signedIn()).isFalse();
    assertThat(attribute(imported(ada), STATUS)).containsExactly("migrated");
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain05AnAddressChangedInTheDirectoryMakesNoDuplicate(Flow flow) {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);

    for (String address : List.of("countess@example.com", "lovelace@example.com")) {
      directory.replace(ada.email(address, true));
      Attempt attempt = flow.signIn(realm, address, ada.password());
      assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();
    }

    assertThat(realm.users().count()).isEqualTo(1);
  }

  /** The directory finds the old name, and the user is recognized; nobody moves twice. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain05AUsernameChangedInKeycloakMakesNoDuplicate(Flow flow) {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    String id = imported(ada).getId();
    realm.change(Map.of("editUsernameAllowed", true)).expectDone();

    realm.users().change(id, Map.of("username", "countess")).expectDone();
    realm.users().setPassword(id, "Chosen-by-ada-1!", false).expectDone();

    assertThat(flow.signIn(realm, "countess", "Chosen-by-ada-1!").signedIn()).isTrue();
    signedIn(flow, ada.password("Chosen-by-ada-1!"));
    assertThat(signIn(flow, ada).signedIn()).as("with the password of the directory").isFalse();
    assertThat(realm.users().all())
        .extracting(UserRepresentation::getUsername)
        .containsExactly("countess");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain06AnUppercaseNameSignsInAtTheFirstTry(Flow flow) {
    migratingPool();
    Person asa =
        inDirectory(
            Person.named("ÅSA.Öberg").email("Asa.Oberg@EXAMPLE.com", true).password("A-1!"));

    signedIn(flow, asa);
    for (String typed : List.of("åsa.öberg", "Åsa.ÖBERG", "ASA.OBERG@example.com")) {
      Attempt attempt = flow.signIn(realm, typed, asa.password());
      assertThat(attempt.signedIn()).as(typed + ": " + attempt).isTrue();
    }

    assertThat(realm.users().all())
        .extracting(UserRepresentation::getUsername)
        .containsExactly("åsa.öberg");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain08GuessingIsStoppedBeforeThePersonHasMoved(Flow flow) {
    protectFromBruteForce();
    realm.change(Map.of("failureFactor", 3)).expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    for (int guess = 1; guess <= 3; guess++) {
      assertThat(signIn(flow, ada.password("Guess-" + guess)).signedIn()).isFalse();
      awaitFailures(imported(ada), guess);
    }
    String id = imported(ada).getId();
    directory.forgetRequests();

    assertThat(flow.signIn(realm, ada.username(), ada.password()).signedIn()).isFalse();

    assertThat(realm.users().bruteForce(id).disabled()).isTrue();
    assertThat(directory.passwordChecks()).isZero();
    assertThat(attribute(imported(ada), STATUS)).containsExactly("pending");
    realm.users().forgetFailures(id);
    signedIn(flow, ada);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain11WhatChangesInTheDirectoryCountsWhileBothRun(Flow flow) {
    realm.createRole("staff").expectDone();
    realm.createRole("boss").expectDone();
    linkedPool();
    Person ada = inDirectory(Person.named("ada").roles("staff"));
    signedIn(flow, ada);

    Person changed = ada.password("New-ada-2!").name("Augusta", "King").roles("boss");
    directory.replace(changed);
    assertThat(signIn(flow, ada).signedIn()).isFalse();
    signedIn(flow, changed);

    UserRepresentation user = imported(ada);
    assertThat(user.getFirstName()).isEqualTo("Augusta");
    assertThat(realm.users().realmRoles(user.getId())).contains("boss").doesNotContain("staff");
    directory.disable("ada");
    assertThat(signIn(flow, changed).message()).contains(directory.disabledMessage());
  }

  /** Client roles are not searched: any client may have one of that name. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain13RolesWithColonsAndRolesOfClientsAreGivenAsTheAdminSays(Flow flow) {
    realm.createRole("read:users").expectDone();
    ClientRepresentation api = new ClientRepresentation();
    api.setClientId("api");
    String client = realm.createClient(api).id();
    for (String role : List.of("write:users", "manage")) {
      realm.rest().post("/clients/" + client + "/roles", Map.of("name", role)).expectDone();
    }
    pool(Map.of("roleMappings", pairs("edit:users", "api/write:users")));
    Person ada = inDirectory(Person.named("ada").roles("read:users", "edit:users", "manage"));

    JsonNode token = signedIn(flow, ada).claims();

    String id = imported(ada).getId();
    assertThat(realm.users().realmRoles(id)).contains("read:users");
    assertThat(realm.users().clientRoles(id)).containsExactly("api/write:users");
    assertThat(token.at("/realm_access/roles").toString()).contains("\"read:users\"");
    assertThat(token.at("/resource_access/api/roles").toString()).isEqualTo("[\"write:users\"]");
  }
}
