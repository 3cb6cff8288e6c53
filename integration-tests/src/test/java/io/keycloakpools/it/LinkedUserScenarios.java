package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.person.Account;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** People whose directory stays the authority. */
public abstract class LinkedUserScenarios extends PoolScenarios {

  private String everythingMapped() {
    realm.createRole("staff").expectDone();
    realm.createRole("boss").expectDone();
    realm.createGroup("from-pool").expectDone();
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
    realm.organizations().create("globex").expectDone();
    return pool(
        Map.of(
            "attributeMappings", pairs(directory.attribute(), "department"),
            "roleMappings", pairs("managers", "boss"),
            "group", "/from-pool",
            "tenantResolver", "dynamic",
            "tenantIdFieldName", "tenantId"));
  }

  @Tag("smoke")
  @ParameterizedTest
  @EnumSource(Flow.class)
  void firstSignInLinksAndBringsEverything(Flow flow) {
    String pool = everythingMapped();
    Person ada =
        inDirectory(
            Person.named("ada")
                .attribute(directory.attribute(), "Research")
                .roles("staff", "managers", "nobody-knows-this")
                .tenant("acme"));

    assertThat(signedIn(flow, ada).claims().path("preferred_username").asText()).isEqualTo("ada");

    UserRepresentation user = imported(ada);
    assertThat(user.getFederationLink()).isEqualTo(pool);
    assertThat(user.getEmail()).isEqualTo("ada@example.com");
    assertThat(user.isEmailVerified()).isTrue();
    assertThat(user.getFirstName()).isEqualTo("First-ada");
    assertThat(user.getLastName()).isEqualTo("Last-ada");
    assertThat(attribute(user, "department")).containsExactly("Research");
    assertThat(attribute(user, POOL)).containsExactly(pool);
    assertThat(attribute(user, STATUS)).containsExactly("linked");
    assertThat(realm.users().realmRoles(user.getId())).contains("staff", "boss");
    assertThat(realm.users().groups(user.getId())).containsExactly("/from-pool");
    assertThat(realm.organizations().ofUser(user.getId())).containsExactly("acme");
    assertThat(realm.users().credentials(user.getId())).isEmpty();
  }

  @Tag("smoke")
  @ParameterizedTest
  @EnumSource(Flow.class)
  void whatChangesInTheDirectoryShowsAfterTheNextSignIn(Flow flow) {
    everythingMapped();
    Person before =
        inDirectory(
            Person.named("ada")
                .attribute(directory.attribute(), "Research")
                .roles("staff", "managers")
                .tenant("acme"));
    signedIn(flow, before);

    directory.replace(
        Person.named("ada")
            .name("Augusta", "King")
            .email("countess@example.com", false)
            .attribute(directory.attribute(), "Engines")
            .roles("staff")
            .tenant("globex"));
    signedIn(flow, before);

    UserRepresentation user = imported(before);
    assertThat(user.getFirstName()).isEqualTo("Augusta");
    assertThat(user.getLastName()).isEqualTo("King");
    assertThat(user.getEmail()).isEqualTo("countess@example.com");
    assertThat(user.isEmailVerified()).isFalse();
    assertThat(attribute(user, "department")).containsExactly("Engines");
    assertThat(realm.users().realmRoles(user.getId())).contains("staff").doesNotContain("boss");
    assertThat(realm.organizations().ofUser(user.getId())).containsExactly("globex");
  }

  @Test
  void whatTheDirectoryNoLongerHasIsGoneAfterTheNextSignIn() {
    everythingMapped();
    Person ada =
        inDirectory(
            Person.named("ada").attribute(directory.attribute(), "Research").tenant("acme"));
    signedIn(Flow.DIRECT_GRANT, ada);

    directory.replace(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);

    UserRepresentation user = imported(ada);
    assertThat(attribute(user, "department")).isEmpty();
    assertThat(realm.organizations().ofUser(user.getId())).isEmpty();
  }

  /** The owner proved the address to Keycloak; the directory's ignorance does not matter. */
  @Test
  void anAddressThatItsOwnerVerifiedHereStaysVerifiedWhileItIsTheSame() {
    linkedPool();
    realm.change(Map.of("verifyEmail", true)).expectDone();
    Person ada = inDirectory(Person.named("ada").email("ada@example.com", false));
    try (Mailbox mailbox = Mailbox.of(realm)) {
      Browser browser = realm.browser();
      LoginOutcome asked = browser.login(ada.username(), ada.password());
      assertThat(asked.expect(LoginOutcome.RequiredActionPage.class).action())
          .isEqualTo("VERIFY_EMAIL");
      browser.get(mailbox.link()).outcome().expect(LoginOutcome.SignedIn.class);
    }

    for (Flow flow : Flow.values()) {
      signedIn(flow, ada);
      assertThat(imported(ada).isEmailVerified()).as(flow.name()).isTrue();
    }
    directory.replace(ada.email("countess@example.com", false));
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("not fully set up");
    assertThat(imported(ada).isEmailVerified()).isFalse();
  }

  /** The directory can revoke its own confirmation. */
  @Test
  void anAddressThatTheDirectoryNoLongerVouchesForIsNotVerified() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    assertThat(imported(ada).isEmailVerified()).isTrue();

    directory.replace(ada.email(ada.email(), false));
    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(imported(ada).isEmailVerified()).isFalse();
  }

  /** It could never be done: the password is in the directory. */
  @Test
  void anAdminCannotDemandANewPasswordOfSomebodyWhosePasswordIsElsewhere() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    String id = imported(ada).getId();

    Change.Refused refused =
        realm
            .users()
            .change(id, Map.of("requiredActions", List.of("UPDATE_PASSWORD")))
            .expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage())
        .isEqualTo(
            "UPDATE_PASSWORD: the password of this user is kept in pool, and cannot be changed"
                + " here. Have pool demand a new password, or choose move-at-first-sign-in"
                + " in the settings of the user pool.");
    assertThat(imported(ada).getRequiredActions()).isEmpty();
    realm.users().change(id, Map.of("requiredActions", List.of("CONFIGURE_TOTP"))).expectDone();
    realm.users().change(id, Map.of("requiredActions", List.of())).expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void rolesThatAnAdminGrantedStay() {
    everythingMapped();
    Person ada = inDirectory(Person.named("ada").roles("managers"));
    signedIn(Flow.DIRECT_GRANT, ada);
    String id = imported(ada).getId();
    JsonNode staff = realm.rest().read("/roles/staff");
    realm.rest().post("/users/" + id + "/role-mappings/realm", List.of(staff)).expectDone();

    directory.replace(Person.named("ada").roles("staff"));
    signedIn(Flow.DIRECT_GRANT, ada);
    directory.replace(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(realm.users().realmRoles(id)).contains("staff").doesNotContain("boss");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aPasswordChangedInTheDirectoryIsTheOneThatCounts(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);

    directory.replace(ada.password("New-ada-2!"));

    assertThat(signIn(flow, ada).signedIn()).isFalse();
    signedIn(flow, ada.password("New-ada-2!"));
  }

  @Tag("smoke")
  @Test
  void syncedAttributesAreReadOnlyInBothConsoles() {
    realm.profile().addAttribute("department");
    pool(Map.of("attributeMappings", pairs(directory.attribute(), "department")));
    Person ada = inDirectory(Person.named("ada").attribute(directory.attribute(), "Research"));
    Account account = realm.account(signedIn(Flow.BROWSER, ada).tokens().orElseThrow());
    String id = imported(ada).getId();

    for (String name : List.of("email", "firstName", "lastName", "department")) {
      assertThat(readOnly(realm.users().withProfileMetadata(id), name)).as(name).isTrue();
      assertThat(account.attributeMetadata(name).path("readOnly").asBoolean()).as(name).isTrue();
    }
    realm.users().change(id, Map.of("firstName", "Changed"));
    account.change(Map.of("lastName", "Changed"));
    assertThat(imported(ada).getFirstName()).isEqualTo("First-ada");
    assertThat(imported(ada).getLastName()).isEqualTo("Last-ada");
  }

  @Test
  void withoutSyncTheyAreEditableAndStayAsEdited() {
    pool(
        Map.of(
            "syncAttributes",
            "false",
            "attributeMappings",
            pairs(directory.attribute(), "department")));
    Person ada = inDirectory(Person.named("ada").attribute(directory.attribute(), "Research"));
    Account account = realm.account(signedIn(Flow.BROWSER, ada).tokens().orElseThrow());
    String id = imported(ada).getId();
    assertThat(attribute(imported(ada), "department")).containsExactly("Research");

    for (String name : List.of("email", "firstName", "lastName", "department")) {
      assertThat(readOnly(realm.users().withProfileMetadata(id), name)).as(name).isFalse();
    }
    assertThat(account.change(Map.of("lastName", "By-ada")).ok()).isTrue();
    realm.users().change(id, Map.of("firstName", "By-admin")).expectDone();
    realm.users().changeAttributes(id, Map.of("department", List.of("By-admin"))).expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(imported(ada).getFirstName()).isEqualTo("By-admin");
    assertThat(imported(ada).getLastName()).isEqualTo("By-ada");
    assertThat(attribute(imported(ada), "department")).containsExactly("By-admin");
  }

  @Test
  void theProfileShowsWhereAUserComesFromThroughEverySave() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    Account account = realm.account(signedIn(Flow.BROWSER, ada).tokens().orElseThrow());
    String id = imported(ada).getId();

    realm.users().change(id, Map.of("emailVerified", false)).expectDone();
    assertThat(account.change(Map.of()).ok()).isTrue();

    JsonNode seen = realm.users().withProfileMetadata(id);
    assertThat(seen.at("/attributes/userPool/0").asText()).isEqualTo(pool);
    assertThat(seen.at("/attributes/userPoolUserId/0").asText())
        .isEqualTo(directory.externalId("ada"));
    assertThat(readOnly(seen, POOL)).isTrue();
    assertThat(readOnly(seen, EXTERNAL_ID)).isTrue();
    assertThat(account.read().body().path("attributes").has(POOL)).isFalse();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void nobodyWritesThePoolsAttributesEvenWhereUnmanagedOnesAreAllowed() {
    linkedPool();
    realm.profile().unmanagedAttributes("ENABLED");
    String mallory = realm.users().create("mallory", "Mallory-1!");
    Account account =
        realm.account(Flow.BROWSER.signIn(realm, "mallory", "Mallory-1!").tokens().orElseThrow());

    account.changeAttributes(Map.of(EXTERNAL_ID, List.of("someone-else")));
    realm.users().changeAttributes(mallory, Map.of(EXTERNAL_ID, List.of("someone-else")));

    assertThat(attribute(realm.users().get(mallory), EXTERNAL_ID)).isEmpty();
  }

  private static boolean readOnly(JsonNode user, String attribute) {
    for (JsonNode metadata : user.at("/userProfileMetadata/attributes")) {
      if (metadata.path("name").asText().equals(attribute)) {
        return metadata.path("readOnly").asBoolean();
      }
    }
    throw new AssertionError("The profile does not show " + attribute + ": " + user);
  }
}
