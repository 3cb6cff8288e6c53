package io.keycloakpools.it.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.RunningKeycloak;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** The adapter of docs/develop/adapters.md, dropped into a real Keycloak as a JAR. */
@ExtendWith(RunningKeycloak.class)
class ExampleAdapterIT {

  private TestRealm realm;

  @BeforeEach
  void open(AdminApi admin) {
    realm = admin.createRealm(settings -> settings.setBruteForceProtected(false));
  }

  @AfterEach
  void close() {
    realm.close();
  }

  /**
   * Attaches the table and waits for its first answer: on a busy machine, loading its driver takes
   * longer than a look-up may, and its hash longer than a password check may by default.
   */
  private void pool(Map<String, ?> settings) {
    Map<String, Object> patient = new HashMap<>(Map.of("requestTimeout", "30000"));
    patient.putAll(settings);
    realm.components().add("pool", ExampleAdapter.PROVIDER, patient).expectDone();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                Flow.DIRECT_GRANT
                    .signIn(realm, "nobody-" + UUID.randomUUID(), "Any-1!")
                    .message()
                    .contains("Invalid user"));
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoIsInTheTableSignsInAndNobodyWithAWrongPassword(Flow flow) {
    pool(Map.of());

    assertThat(flow.signIn(realm, "ada", "Wrong-1!").message()).contains("Invalid user");
    Attempt attempt = flow.signIn(realm, "ada", ExampleAdapter.PASSWORD);
    assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();

    UserRepresentation ada = realm.users().byUsername("ada").orElseThrow();
    assertThat(ada.getLastName()).isEqualTo("Lovelace");
    assertThat(ada.isEmailVerified()).isTrue();
    assertThat(realm.users().get(ada.getId()).getAttributes())
        .containsEntry("userPoolUserId", List.of("1"))
        .containsEntry("userPoolStatus", List.of("linked"));
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoIsInTheTableMovesForGood(Flow flow) {
    pool(Map.of("justInTimeMigration", "true"));

    Attempt attempt = flow.signIn(realm, "ADA@example.com", ExampleAdapter.PASSWORD);
    assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();

    UserRepresentation ada = realm.users().byUsername("ada").orElseThrow();
    assertThat(realm.users().get(ada.getId()).getFederationLink()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoIsNotActiveIsToldSo(Flow flow) {
    pool(Map.of());

    assertThat(flow.signIn(realm, "grace", ExampleAdapter.PASSWORD).message())
        .contains("account is disabled");
    assertThat(flow.signIn(realm, "nobody", ExampleAdapter.PASSWORD).message())
        .contains("Invalid user");
  }

  @Test
  void aNameIsAParameterOfTheQueryAndNoPartOfIt() {
    pool(Map.of());

    assertThat(Flow.DIRECT_GRANT.signIn(realm, "' or '1'='1", ExampleAdapter.PASSWORD).message())
        .contains("Invalid user");
    assertThat(realm.users().count()).isZero();
  }
}
