package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import io.keycloakpools.it.cognito.SimulatedCognito;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A realm with a pool of each kind, and people in both. The pool with the lower priority number is
 * asked first and gets them; the other pool never takes them over.
 */
class TwoPoolsIT extends PoolScenarios {

  private final SimulatedCognito cognito = new SimulatedCognito();
  private String auth0Pool;
  private String cognitoPool;

  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @AfterEach
  void closeSecond() {
    cognito.close();
  }

  private void pools(int auth0Priority, int cognitoPriority, Map<String, ?> behaviour) {
    auth0Pool = attach("auth0", directory, auth0Priority, behaviour);
    cognitoPool = attach("cognito", cognito, cognitoPriority, behaviour);
    directory.forgetRequests();
    cognito.forgetRequests();
  }

  private String attach(String name, TestDirectory of, int priority, Map<String, ?> behaviour) {
    Map<String, Object> settings = new HashMap<>(of.settings());
    settings.put("requestTimeout", "10000");
    settings.put("priority", Integer.toString(priority));
    settings.putAll(behaviour);
    return realm.components().add(name, of.providerId(), settings).id();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoIsInBothBelongsToThePoolThatIsAskedFirst(Flow flow) {
    pools(0, 1, Map.of());
    Person there = inDirectory(Person.named("ada"));
    Person here = there.password("Cognito-ada-1!");
    cognito.add(here);

    assertThat(signIn(flow, here).signedIn()).isFalse();
    signedIn(flow, there);
    assertThat(signIn(flow, here).signedIn()).isFalse();

    assertThat(imported(there).getFederationLink()).isEqualTo(auth0Pool);
    assertThat(cognito.passwordChecks()).isZero();
    assertThat(realm.users().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void thePriorityDecidesNotTheKindOfPool(Flow flow) {
    pools(1, 0, Map.of());
    Person there = inDirectory(Person.named("ada"));
    Person here = there.password("Cognito-ada-1!");
    cognito.add(here);

    signedIn(flow, here);
    assertThat(signIn(flow, there).signedIn()).isFalse();

    assertThat(onlyUser().getFederationLink()).isEqualTo(cognitoPool);
    assertThat(directory.passwordChecks()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anAddressThatIsTakenByTheOtherPoolIsAClash(Flow flow) {
    pools(0, 1, Map.of());
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    Person sameAddress = Person.named("adal").email(ada.email(), true);
    cognito.add(sameAddress);

    assertThat(signIn(flow, sameAddress).signedIn()).isFalse();

    Event clash =
        realm.events().ofType("LOGIN_ERROR").stream()
            .filter(event -> "user_pool_clash".equals(event.error()))
            .findFirst()
            .orElseThrow();
    assertThat(clash.detail("user_pool")).isEqualTo(cognitoPool);
    assertThat(clash.detail("reason")).contains("email", onlyUser().getId());
    signedIn(flow, ada);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoLeftTheFirstPoolIsNotTakenByTheSecond(Flow flow) {
    pools(0, 1, Map.of());
    Person there = inDirectory(Person.named("ada"));
    Person here = there.password("Cognito-ada-1!");
    cognito.add(here);
    signedIn(flow, there);
    String id = imported(there).getId();
    directory.delete("ada");

    assertThat(signIn(flow, there).signedIn()).isFalse();
    assertThat(signIn(flow, here).signedIn()).isFalse();
    assertThat(realm.users().get(id).getFederationLink()).isEqualTo(auth0Pool);

    realm.users().delete(id).expectDone();
    signedIn(flow, here);
    assertThat(onlyUser().getFederationLink()).isEqualTo(cognitoPool);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoMovedToKeycloakStaysTheirOwn(Flow flow) {
    pools(0, 1, Map.of("justInTimeMigration", "true"));
    Person there = inDirectory(Person.named("ada"));
    Person here = there.password("Cognito-ada-1!").roles("staff");
    realm.createRole("staff").expectDone();
    cognito.add(here);
    signedIn(flow, there);
    directory.stop();

    assertThat(signIn(flow, here).signedIn()).isFalse();
    signedIn(flow, there);

    assertThat(onlyUser().getFederationLink()).isNull();
    assertThat(attribute(onlyUser(), POOL)).containsExactly(auth0Pool);
    assertThat(realm.users().realmRoles(onlyUser().getId())).doesNotContain("staff");
    assertThat(cognito.passwordChecks()).isZero();
  }

  /** Nobody is locked out; from then on the second pool has them. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void whileTheFirstPoolIsDownTheSecondHasWhomItKnows(Flow flow) {
    pools(0, 1, Map.of());
    Person there = inDirectory(Person.named("ada"));
    Person here = there.password("Cognito-ada-1!");
    cognito.add(here);
    directory.stop();
    signedIn(flow, here);
    directory.start();

    Attempt other = signIn(flow, there);

    assertThat(other.signedIn()).isFalse();
    signedIn(flow, here);
    assertThat(onlyUser().getFederationLink()).isEqualTo(cognitoPool);
  }

  private UserRepresentation onlyUser() {
    assertThat(realm.users().all()).hasSize(1);
    return realm.users().get(realm.users().all().get(0).getId());
  }
}
