package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * "Forgot password" proves access to the e-mail only. A refusal that the directory gives at
 * password checks only still holds.
 */
public abstract class RefusedResetScenarios extends PoolScenarios {

  private static final String NEW = "Chosen-by-ada-1!";

  /**
   * A refusal at the password check.
   *
   * @param message part of the text for the person
   */
  public record Refusal(Fault answer, String message) {}

  private SimulatedDirectory simulated;
  private ForgottenPassword forgotten;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  /** By a rule that runs at the check only: an Action, a trigger. */
  protected abstract Refusal denied();

  protected abstract Refusal closed();

  /** A refusal that only a new password resolves. */
  protected abstract Refusal newPasswordNeeded();

  /** The answer for a person who needs a factor that their data does not list. */
  protected abstract Fault unlistedFactor(Person person);

  @BeforeEach
  void startMail() {
    simulated = (SimulatedDirectory) directory;
    forgotten = ForgottenPassword.of(realm);
  }

  @AfterEach
  void stopMail() {
    forgotten.close();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoWasRefusedAtThePasswordDoesNotComeInByForgotPassword(Flow flow) {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    assertRefused(flow, ada, denied());

    assertThat(forgotten.reset(ada, NEW).text()).contains(denied().message());

    assertThat(imported(ada).getFederationLink()).isNotNull();
    assertThat(realm.users().credentials(imported(ada).getId())).isEmpty();
    signedIn(flow, ada);
  }

  @Test
  void oneSuccessfulSignInMakesForgotPasswordPossibleAgain() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    assertRefused(Flow.DIRECT_GRANT, ada, closed());
    signedIn(Flow.DIRECT_GRANT, ada);
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();

    assertThat(forgotten.reset(ada, NEW).text()).contains("Your account has been updated");

    signedIn(Flow.DIRECT_GRANT, ada.password(NEW));
    assertThat(attribute(imported(ada), STATUS)).containsExactly("migrated");
  }

  @Test
  void whoNeedsANewPasswordGetsOne() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    assertRefused(Flow.DIRECT_GRANT, ada, newPasswordNeeded());

    assertThat(forgotten.reset(ada, NEW).text()).contains("Your account has been updated");
  }

  /** A factor that the directory asks of everybody, listed or not. */
  @Test
  void aSecondFactorThatIsNotListedIsNotSlippedPast() {
    String pool = migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    assertRefused(Flow.DIRECT_GRANT, ada, new Refusal(unlistedFactor(ada), "second factor"));

    assertThat(forgotten.reset(ada, NEW).text()).contains("second factor");
    assertThat(imported(ada).getFederationLink()).isEqualTo(pool);

    realm.components().change(pool, Map.of("secondFactor", "require-setup")).expectDone();
    try (ForgottenPassword again = ForgottenPassword.of(realm)) {
      again.reset(ada, NEW);
    }
    assertThat(attribute(imported(ada), STATUS)).containsExactly("migrated");
    assertThat(imported(ada).getRequiredActions()).contains("CONFIGURE_TOTP");
  }

  private void assertRefused(Flow flow, Person person, Refusal refusal) {
    simulated.onPasswordChecks(refusal.answer());
    assertThat(signIn(flow, person).message()).contains(refusal.message());
    simulated.noFaults();
  }
}
