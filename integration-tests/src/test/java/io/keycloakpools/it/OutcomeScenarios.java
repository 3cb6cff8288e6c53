package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.simulators.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** What each answer of a directory means in Keycloak. */
public abstract class OutcomeScenarios extends PoolScenarios {

  private static final Fault SORRY = Fault.http(503, "text/html", "<html>Sorry</html>");

  /**
   * An account whose password is right and which still cannot sign in.
   *
   * @param close has the directory do that to a person it has
   * @param reason detail of the event
   * @param message part of what the person reads
   */
  public record Row(Consumer<Person> close, String reason, String message) {}

  protected SimulatedDirectory simulated;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  @BeforeEach
  void open() {
    simulated = (SimulatedDirectory) directory;
  }

  /** Accounts that cannot be used, by a username for each. */
  protected abstract Map<String, Row> unusableAccounts();

  /** What goes wrong at a password check in this directory only, by a name for each. */
  protected abstract Map<String, Fault> ownFaults();

  /** Wrong passwords after which the directory refuses right ones too. */
  protected abstract int wrongPasswordsUntilLocked();

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anAccountThatCannotBeUsedIsRefusedWithItsReasonAndNotCounted(Flow flow) {
    protectFromBruteForce();
    migratingPool();
    SoftAssertions all = new SoftAssertions();
    unusableAccounts()
        .forEach(
            (name, row) -> {
              Person person = inDirectory(Person.named(name));
              row.close().accept(person);
              Attempt attempt = signIn(flow, person);
              Event event = realm.events().last("LOGIN_ERROR");
              all.assertThat(attempt.signedIn()).as(name).isFalse();
              all.assertThat(attempt.status())
                  .as(name)
                  .isEqualTo(flow == Flow.DIRECT_GRANT ? 400 : 200);
              all.assertThat(attempt.message()).as(name).contains(row.message());
              all.assertThat(event.error()).as(name).isEqualTo("user_pool_refused");
              all.assertThat(event.detail("reason")).as(name).isEqualTo(row.reason());
              UserRepresentation user = imported(person);
              all.assertThat(failures(user)).as(name).isZero();
              all.assertThat(attribute(user, STATUS)).as(name).containsExactly("pending");
              all.assertThat(realm.users().credentials(user.getId())).as(name).isEmpty();
            });
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void faultsAreNeitherWrongPasswordsNorCounted(Flow flow) {
    protectFromBruteForce();
    pool(Map.of("requestTimeout", "1500"));
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    Map<String, Fault> faults = new HashMap<>(ownFaults());
    faults.put("hang", Fault.hang());
    faults.put("reset", Fault.connectionReset());
    faults.put("truncated", Fault.truncatedJson());
    faults.put("page", SORRY);

    SoftAssertions all = new SoftAssertions();
    faults.forEach(
        (name, fault) -> {
          simulated.onPasswordChecks(fault);
          Attempt attempt = signIn(flow, ada);
          simulated.noFaults();
          all.assertThat(attempt.message()).as(name).contains("try again in a few minutes");
          all.assertThat(attempt.status())
              .as(name)
              .isEqualTo(flow == Flow.DIRECT_GRANT ? 503 : 200);
        });
    all.assertThat(failures(imported(ada))).isZero();
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aLinkedUserSignsInWithTheDataOfTheLastTimeWhileTheDirectoryGivesNone(Flow flow) {
    protectFromBruteForce();
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    directory.replace(ada.name("Augusta", "King"));

    simulated.onUserData(SORRY);
    signedIn(flow, ada);
    assertThat(imported(ada).getFirstName()).isEqualTo("First-ada");
    assertThat(attribute(imported(ada), STATUS)).containsExactly("linked");
    assertThat(signIn(flow, ada.password("Wrong-ada-1!")).message())
        .contains("Invalid user")
        .doesNotContain("try again");
    awaitFailures(imported(ada), 1);

    simulated.noFaults();
    signedIn(flow, ada);
    assertThat(imported(ada).getFirstName()).isEqualTo("Augusta");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aPendingUserComesBackLaterWhileTheDirectoryGivesNoData(Flow flow) {
    protectFromBruteForce();
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    assertThat(realm.users().byUsername("ada")).isPresent();

    simulated.onUserData(SORRY);
    assertComesBackLater(flow, signIn(flow, ada));

    assertThat(attribute(imported(ada), STATUS)).containsExactly("pending");
    assertThat(failures(imported(ada))).isZero();
    simulated.noFaults();
    signedIn(flow, ada);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void nobodyMovesWhileTheDirectoryGivesNoData(Flow flow) {
    protectFromBruteForce();
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();

    simulated.onUserData(SORRY);
    assertComesBackLater(flow, signIn(flow, ada));

    UserRepresentation user = imported(ada);
    assertThat(user.getFederationLink()).isEqualTo(pool);
    assertThat(realm.users().credentials(user.getId())).isEmpty();
    assertThat(failures(user)).isZero();
    simulated.noFaults();
    signedIn(flow, ada);
    assertThat(imported(ada).getFederationLink()).isNull();
  }

  @Test
  void aSecondFactorIsSetUpHereWhenTheAdminSaysSo() {
    pool(Map.of("secondFactor", "require-setup"));
    Person mfa = Person.named("mfa").roles("staff");
    simulated.addWithSecondFactor(mfa);
    realm.createRole("staff").expectDone();

    assertThat(signIn(Flow.BROWSER, mfa.password("Wrong-mfa-1!")).signedIn()).isFalse();
    Attempt browser = signIn(Flow.BROWSER, mfa);

    assertThat(browser.requiredAction()).isEqualTo("CONFIGURE_TOTP");
    UserRepresentation user = imported(mfa);
    assertThat(user.getRequiredActions()).containsExactly("CONFIGURE_TOTP");
    assertThat(realm.users().realmRoles(user.getId())).contains("staff");
    assertThat(signIn(Flow.DIRECT_GRANT, mfa).message()).contains("not fully set up");
  }

  @Test
  void theLockoutOfTheDirectoryIsToldAndNotCounted() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    // Keycloak's protector lets one sign-in of a person through at a time
    // (DefaultBlockingBruteForceProtector): with it on, not every attempt reaches the directory.
    for (int i = 0; i < wrongPasswordsUntilLocked(); i++) {
      assertThat(signIn(Flow.DIRECT_GRANT, ada.password("Wrong-ada-1!")).signedIn()).isFalse();
    }
    protectFromBruteForce();
    realm.change(Map.of("failureFactor", 100)).expectDone();

    for (Flow flow : Flow.values()) {
      assertLockedOut(flow, signIn(flow, ada));
    }
    assertThat(failures(imported(ada))).isZero();
  }

  /** What a person reads whom the directory locked out after wrong passwords. */
  protected void assertLockedOut(Flow flow, Attempt attempt) {
    assertComesBackLater(flow, attempt);
  }

  /**
   * Everybody who cannot sign in reads what to do, and has something to click or an address to
   * write to. Written to {@code target/people-<provider>.md}.
   */
  @Test
  void everyStateLeads() {
    realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    String pool = linkedPool();
    StateTable table = new StateTable(realm, directory.providerId());
    for (boolean migrate : new boolean[] {false, true}) {
      String mode = migrate ? "moves" : "stays";
      realm
          .components()
          .change(
              pool,
              Map.of(
                  "justInTimeMigration", Boolean.toString(migrate),
                  "displayName", StateTable.NAME,
                  "passwordChangeUrl", StateTable.PASSWORD_PAGE,
                  "supportLink", StateTable.SUPPORT))
          .expectDone();
      unusableAccounts()
          .forEach(
              (name, row) -> {
                Person person = inDirectory(Person.named(name + "-" + mode));
                row.close().accept(person);
                table.mustLead(mode, name, person);
              });
    }
    realm.components().change(pool, Map.of("secondFactor", "require-setup")).expectDone();
    simulated.addWithSecondFactor(Person.named("factor"));
    table.mustLeadAtThePage("moves, require-setup", "second factor", "factor", "Old-factor-1!");
    Person nameless = inDirectory(Person.named("nameless").name(null, null));
    table.mustLeadAtThePage("moves", "no names", nameless.username(), nameless.password());
    realm.users().create("clash", "Local-1!");
    Person clash = inDirectory(Person.named("clash"));
    table.mustLead("moves", "username of a local account", clash.email(), clash.password());
    Person twice = inDirectory(Person.named("twice"));
    String local = realm.users().create("countess", "Local-1!");
    realm.users().change(local, Map.of("email", twice.email())).expectDone();
    table.mustLead("moves", "e-mail address of a local account", "twice", twice.password());
    Person moved = inDirectory(Person.named("moved"));
    signedIn(Flow.DIRECT_GRANT, moved);
    directory.replace(moved.password("Changed-there-1!"));
    table.mustLeadAtThePage("moved", "changed the old password", "moved", "Changed-there-1!");
    table.assertAll();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void theAddressOfThePersonIsPassedOn(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    directory.forgetRequests();

    signedIn(flow, ada);

    assertThat(simulated.addresses()).containsExactly("127.0.0.1");
  }

  protected static void assertComesBackLater(Flow flow, Attempt attempt) {
    assertThat(attempt.signedIn()).isFalse();
    assertThat(attempt.message()).contains("try again in a few minutes");
    assertThat(attempt.status()).isEqualTo(flow == Flow.DIRECT_GRANT ? 503 : 200);
  }
}
