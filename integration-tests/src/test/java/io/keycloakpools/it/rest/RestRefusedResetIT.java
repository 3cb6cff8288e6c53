package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.Json;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.ForgottenPassword;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * "Forgot password" proves that somebody reads an e-mail. What the directory said at a password
 * check, and nowhere else, still holds.
 */
class RestRefusedResetIT extends PoolScenarios {

  private static final String NEW = "Chosen-by-ada-1!";

  private SimulatedRest rest;
  private ForgottenPassword forgotten;

  @Override
  protected SimulatedDirectory openDirectory() {
    rest = new SimulatedRest();
    return rest;
  }

  @BeforeEach
  void startMail() {
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
    refuse("denied");
    assertThat(signIn(flow, ada).message()).contains("did not allow");
    rest.noFaults();

    assertThat(forgotten.reset(ada, NEW).text()).contains("did not allow");

    assertThat(imported(ada).getFederationLink()).isNotNull();
    assertThat(realm.users().credentials(imported(ada).getId())).isEmpty();
    signedIn(flow, ada);
  }

  @Test
  void oneSuccessfulSignInMakesForgotPasswordPossibleAgain() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    refuse("blocked");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("account is blocked");
    rest.noFaults();
    signedIn(Flow.DIRECT_GRANT, ada);
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();

    assertThat(forgotten.reset(ada, NEW).text()).contains("Your account has been updated");

    signedIn(Flow.DIRECT_GRANT, ada.password(NEW));
    assertThat(attribute(imported(ada), STATUS)).containsExactly("migrated");
  }

  /** A new password is what such a refusal asks for. */
  @Test
  void whoNeedsANewPasswordGetsOne() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    refuse("leaked_password");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("data leak");
    rest.noFaults();

    assertThat(forgotten.reset(ada, NEW).text()).contains("Your account has been updated");
  }

  /** A second factor that the directory asks everybody for, listed or not. */
  @Test
  void aSecondFactorThatIsNotListedIsNotSlippedPast() {
    String pool = migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    rest.onPasswordChecks(
        answer(
            Map.of(
                "outcome", "second_factor",
                "factor", "sms",
                "id", directory.externalId("ada"))));
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("second factor");
    rest.noFaults();

    assertThat(forgotten.reset(ada, NEW).text()).contains("second factor");
    assertThat(imported(ada).getFederationLink()).isEqualTo(pool);

    realm.components().change(pool, Map.of("secondFactor", "require-setup")).expectDone();
    try (ForgottenPassword again = ForgottenPassword.of(realm)) {
      again.reset(ada, NEW);
    }
    assertThat(attribute(imported(ada), STATUS)).containsExactly("migrated");
    assertThat(imported(ada).getRequiredActions()).contains("CONFIGURE_TOTP");
  }

  private void refuse(String reason) {
    rest.onPasswordChecks(answer(Map.of("outcome", "account_unusable", "reason", reason)));
  }

  private static Fault answer(Map<String, String> body) {
    return Fault.http(200, "application/json", Json.write(body));
  }
}
