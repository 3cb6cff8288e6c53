package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** User data that Keycloak's default profile does not expect. */
public abstract class PeopleScenarios extends PoolScenarios {

  @ParameterizedTest
  @EnumSource(Flow.class)
  void withoutNamesALinkedUserSignsIn(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada").name(null, null));

    signedIn(flow, ada);
    signedIn(flow, ada);

    assertThat(imported(ada).getFirstName()).isNull();
    assertThat(imported(ada).getLastName()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void withoutNamesAMigratedUserCompletesTheProfile(Flow flow) {
    migratingPool();
    Person ada = inDirectory(Person.named("ada").name(null, null));

    signIn(flow, ada);
    assertThat(imported(ada).getFederationLink()).isNull();

    assertThat(signIn(Flow.BROWSER, ada).requiredAction()).isEqualTo("VERIFY_PROFILE");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("not fully set up");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whereNamesAreOptionalAMigratedUserWithoutThemSignsIn(Flow flow) {
    ObjectNode profile = (ObjectNode) realm.profile().get();
    profile
        .withArray("attributes")
        .forEach(attribute -> ((ObjectNode) attribute).remove("required"));
    realm.profile().set(profile).expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada").name(null, null).email(null, false));

    signedIn(flow, ada);
    signedIn(flow, ada);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aFullNameIsSplitAtItsLastWord(Flow flow) {
    linkedPool();
    Person ada =
        inDirectory(Person.named("ada").name(null, null).attribute("name", "Augusta Ada King"));
    signedIn(flow, ada);

    assertThat(imported(ada).getFirstName()).isEqualTo("Augusta Ada");
    assertThat(imported(ada).getLastName()).isEqualTo("King");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anUppercaseNameSignsInHoweverItIsTyped(Flow flow) {
    migratingPool();
    Person ada = inDirectory(Person.named("Ada.LOVELACE"));

    signedIn(flow, ada);

    UserRepresentation user = imported(ada);
    assertThat(user.getUsername()).isEqualTo("ada.lovelace");
    assertThat(flow.signIn(realm, "ada.lovelace", ada.password()).signedIn()).isTrue();
    assertThat(flow.signIn(realm, "ADA.Lovelace", ada.password()).signedIn()).isTrue();
    assertThat(realm.users().count()).isEqualTo(1);
  }
}
