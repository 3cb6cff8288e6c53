package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.FaultOutcome.SignedIn;
import io.keycloakpools.it.FaultOutcome.TryLater;
import io.keycloakpools.it.Flow.Attempt;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.keycloak.representations.idm.UserRepresentation;

/** The expected result of one sign-in of a cell, and its traces. */
final class FaultCell {

  /** A role from a sign-in, which a fault must not take away. */
  static final String ROLE = "staff";

  record Kept(String firstName, List<String> status, boolean role, int failures) {}

  record Signing(Flow flow, Person person, List<Kept> before) {}

  /**
   * @param after Keycloak's data of the person now
   * @param errors events of this person's refusals
   */
  record Ended(Signing signing, Attempt attempt, List<Kept> after, List<Event> errors) {

    int failures() {
      return after.stream().mapToInt(Kept::failures).sum();
    }

    String reason() {
      return errors.stream().map(event -> event.detail("reason")).findFirst().orElse("");
    }
  }

  private final TestRealm realm;
  private final TestDirectory directory;
  private final MatrixFault fault;
  private final FaultPlace place;

  FaultCell(TestRealm realm, TestDirectory directory, MatrixFault fault, FaultPlace place) {
    this.realm = realm;
    this.directory = directory;
    this.fault = fault;
    this.place = place;
  }

  MatrixFault fault() {
    return fault;
  }

  FaultPlace place() {
    return place;
  }

  Ended ended(Signing signing, Attempt attempt) {
    Person person = signing.person();
    List<Event> errors =
        realm.events().ofType("LOGIN_ERROR").stream()
            .filter(event -> event.detail("username").equals(person.username()))
            .toList();
    return new Ended(signing, attempt, kept(person), errors);
  }

  /** All users imported as this person: one or none. */
  List<Kept> kept(Person person) {
    String externalId = directory.externalId(person.username());
    return realm.users().byAttribute(PoolScenarios.EXTERNAL_ID, externalId).stream()
        .map(this::kept)
        .toList();
  }

  private Kept kept(UserRepresentation user) {
    return new Kept(
        user.getFirstName(),
        PoolScenarios.attribute(user, PoolScenarios.STATUS),
        realm.users().realmRoles(user.getId()).contains(ROLE),
        realm.users().bruteForce(user.getId()).numFailures());
  }

  void check(Ended ended) {
    FaultOutcome expected = fault.expected().get(place);
    Signing signing = ended.signing();
    Attempt attempt = ended.attempt();
    SoftAssertions all = new SoftAssertions();
    if (expected instanceof TryLater later) {
      comesBackLater(all, signing.flow(), attempt, later);
      all.assertThat(ended.errors())
          .extracting(Event::error)
          .as("events")
          .containsOnly("user_pool_unavailable");
    } else {
      all.assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();
      all.assertThat(ended.errors()).as("events").isEmpty();
    }
    List<Kept> kept =
        expected instanceof SignedIn
            ? List.of(new Kept(signing.person().firstName(), List.of("linked"), true, 0))
            : signing.before();
    all.assertThat(ended.after()).as("in Keycloak").isEqualTo(kept);
    assertThat(all.assertionErrorsCollected())
        .as(fault.name() + ", " + place + ", " + signing.flow())
        .isEmpty();
  }

  private static void comesBackLater(
      SoftAssertions all, Flow flow, Attempt attempt, TryLater expected) {
    all.assertThat(attempt.message()).contains("try again in a few minutes");
    if (flow == Flow.BROWSER) {
      all.assertThat(attempt.status()).isEqualTo(200);
      return;
    }
    all.assertThat(attempt.status()).isEqualTo(503);
    all.assertThat(attempt.message()).startsWith("temporarily_unavailable: ");
    all.assertThat(attempt.retryAfter().isPresent())
        .as("Retry-After")
        .isEqualTo(expected.seconds().isPresent());
    attempt
        .retryAfter()
        .ifPresent(
            named ->
                all.assertThat(Integer.parseInt(named))
                    .isBetween((most(expected) + 1) / 2, most(expected)));
  }

  private static int most(TryLater expected) {
    return expected.seconds().orElse(0);
  }

  static void isIn(Attempt neighbour) {
    assertThat(neighbour.signedIn()).as(neighbour.toString()).isTrue();
  }
}
