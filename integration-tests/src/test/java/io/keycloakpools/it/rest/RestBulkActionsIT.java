package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.SimulatedDirectory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** "Remove imported users" and "Unlink users" for a user pool. */
class RestBulkActionsIT extends PoolScenarios {

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }

  @Test
  void whoIsLinkedComesBackAtTheNextSignIn() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    String before = imported(ada).getId();

    assertThat(realm.components().removeImportedUsers(pool).ok()).isTrue();
    assertThat(realm.users().find(before)).isEmpty();
    signedIn(Flow.DIRECT_GRANT, ada);

    UserRepresentation again = imported(ada);
    assertThat(again.getId()).isNotEqualTo(before);
    assertThat(again.getFederationLink()).isEqualTo(pool);
  }

  @Test
  void whoMigratedStays() {
    String pool = migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    String id = imported(ada).getId();

    assertThat(realm.components().removeImportedUsers(pool).ok()).isTrue();
    assertThat(realm.components().unlinkUsers(pool).ok()).isTrue();

    assertThat(imported(ada).getId()).isEqualTo(id);
    directory.stop();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void whoMigratedIntoAnIdentityPoolStays() {
    String customers = realm.components().add("Customers", "identity-pool", Map.of()).id();
    String pool = pool(Map.of("justInTimeMigration", "true", "identityPool", "Customers"));
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(realm.components().removeImportedUsers(pool).ok()).isTrue();
    assertThat(realm.components().unlinkUsers(pool).ok()).isTrue();

    assertThat(imported(ada).getFederationLink()).isEqualTo(customers);
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void nobodyIsUnlinkedWhoCouldNotSignInThen() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);

    JsonAnswer refused = realm.components().unlinkUsers(pool);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("errorMessage").asText())
        .startsWith("pool: Nothing was changed.")
        .contains("(1)")
        .contains("switch the pool off");
    assertThat(imported(ada).getFederationLink()).isEqualTo(pool);
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  /** Users of a pool that is off cannot sign in: unlinked, they can have their own password. */
  @Test
  void aDirectoryIsGivenUpWithThePoolOff() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    String id = imported(ada).getId();
    realm.components().disable(pool).expectDone();
    directory.stop();

    assertThat(realm.components().unlinkUsers(pool).ok()).isTrue();

    assertThat(imported(ada).getFederationLink()).isNull();
    realm.users().setPassword(id, "Chosen-in-Keycloak-1!", false).expectDone();
    signedIn(Flow.DIRECT_GRANT, ada.password("Chosen-in-Keycloak-1!"));
  }
}
