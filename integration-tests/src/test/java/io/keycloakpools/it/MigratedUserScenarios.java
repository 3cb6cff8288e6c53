package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.person.Account;
import io.keycloakpools.it.Flow.Attempt;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** People at their move. */
public abstract class MigratedUserScenarios extends PoolScenarios {

  @Override
  protected String hashing() {
    return hashingOfKeycloak();
  }

  @Tag("smoke")
  @ParameterizedTest
  @EnumSource(Flow.class)
  void firstSignInMovesThePersonForGood(Flow flow) {
    realm.createRole("staff").expectDone();
    String pool = migratingPool();
    Person grace = inDirectory(Person.named("grace").roles("staff"));

    signedIn(flow, grace);

    UserRepresentation user = imported(grace);
    assertThat(user.getFederationLink()).isNull();
    assertThat(attribute(user, STATUS)).containsExactly("migrated");
    assertThat(attribute(user, POOL)).containsExactly(pool);
    assertThat(realm.users().realmRoles(user.getId())).contains("staff");
    assertThat(realm.users().credentials(user.getId()))
        .singleElement()
        .satisfies(credential -> assertThat(credential.getType()).isEqualTo("password"));
  }

  @Tag("smoke")
  @ParameterizedTest
  @EnumSource(Flow.class)
  void aMigratedUserNeedsTheDirectoryNoMore(Flow flow) {
    String pool = migratingPool();
    Person grace = inDirectory(Person.named("grace"));
    signedIn(flow, grace);
    directory.forgetRequests();

    signedIn(flow, grace);
    assertThat(directory.requests()).isZero();

    directory.stop();
    signedIn(flow, grace);
    assertThat(signIn(flow, grace.password("wrong")).signedIn()).isFalse();

    realm.components().delete(pool).expectDone();
    signedIn(flow, grace);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aLinkedUserMovesWhenMigrationIsSwitchedOn(Flow flow) {
    String pool = linkedPool();
    Person grace = inDirectory(Person.named("grace"));
    signedIn(flow, grace);
    assertThat(imported(grace).getFederationLink()).isEqualTo(pool);

    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    signedIn(flow, grace);

    directory.stop();
    signedIn(flow, grace);
    assertThat(imported(grace).getFederationLink()).isNull();
  }

  @Test
  void whereAUserComesFromSurvivesTheMigrationAndEverySave() {
    String pool = migratingPool();
    Person grace = inDirectory(Person.named("grace"));
    Account account = realm.account(signedIn(Flow.BROWSER, grace).tokens().orElseThrow());
    String id = imported(grace).getId();

    realm.users().change(id, Map.of("firstName", "By-admin")).expectDone();
    assertThat(account.change(Map.of("lastName", "By-grace")).ok()).isTrue();

    JsonNode seen = realm.users().withProfileMetadata(id);
    assertThat(seen.path("firstName").asText()).isEqualTo("By-admin");
    assertThat(seen.path("lastName").asText()).isEqualTo("By-grace");
    assertThat(seen.at("/attributes/userPool/0").asText()).isEqualTo(pool);
    assertThat(seen.at("/attributes/userPoolUserId/0").asText())
        .isEqualTo(directory.externalId("grace"));
  }

  @Test
  void deletingTheComponentDeletesLinkedUsersOnly() {
    String pool = linkedPool();
    Person linked = inDirectory(Person.named("linked"));
    signedIn(Flow.DIRECT_GRANT, linked);
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    Person migrated = inDirectory(Person.named("migrated"));
    signedIn(Flow.DIRECT_GRANT, migrated);

    realm.components().delete(pool).expectDone();

    assertThat(realm.users().byUsername("linked")).isEmpty();
    signedIn(Flow.DIRECT_GRANT, migrated);
  }

  @Test
  void attributesAreEditableAfterTheMigration() {
    migratingPool();
    Person grace = inDirectory(Person.named("grace"));
    Attempt attempt = signedIn(Flow.BROWSER, grace);
    Account account = realm.account(attempt.tokens().orElseThrow());

    assertThat(account.attributeMetadata("firstName").path("readOnly").asBoolean()).isFalse();
  }
}
