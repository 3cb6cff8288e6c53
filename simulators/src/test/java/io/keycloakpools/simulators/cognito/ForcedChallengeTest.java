package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForcedChallengeTest {
  private final TestPool pool = TestPool.start();

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUSTOM_CHALLENGE",
        "SELECT_CHALLENGE",
        "WEB_AUTHN",
        "PASSWORD_VERIFIER",
        "BRAND_NEW_CHALLENGE"
      })
  void challengeThatProvesNothingComesWhateverThePassword(String challenge) {
    pool.add(ada().forcedChallenge(challenge));
    assertThat(pool.signIn("ada", "wrong").challengeNameAsString()).isEqualTo(challenge);
    assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER"})
  void deviceChallengeComesAfterTheRightPassword(String challenge) {
    pool.add(ada().forcedChallenge(challenge));
    assertThat(pool.signIn("ada", PASSWORD).challengeNameAsString()).isEqualTo(challenge);
    pool.assertRefused("ada", "wrong").startsWith("NotAuthorizedException");
  }
}
