package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockoutTest {
  private final FakeClock clock = new FakeClock();
  private final TestPool pool = TestPool.start(settings -> settings.clock(clock));

  @BeforeEach
  void failFiveTimes() {
    pool.add(ada());
    for (int i = 0; i < 5; i++) {
      pool.assertRefused("ada", "wrong").endsWith("Incorrect username or password.");
    }
  }

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @Test
  void fifthFailureLocksForASecondEvenWithTheRightPassword() {
    pool.assertRefused("ada", PASSWORD)
        .isEqualTo("NotAuthorizedException: Password attempts exceeded");
    clock.advance(Duration.ofSeconds(1));
    assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
  }

  @Test
  void eachFurtherFailureDoublesTheLockAndLockedAttemptsDoNot() {
    for (int seconds = 1; seconds <= 512; seconds *= 2) {
      clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
      pool.assertRefused("ada", "wrong").endsWith("Password attempts exceeded");
      clock.advance(Duration.ofMillis(1));
      pool.assertRefused("ada", "wrong").endsWith("Incorrect username or password.");
    }
    clock.advance(Duration.ofSeconds(899));
    pool.assertRefused("ada", PASSWORD).endsWith("Password attempts exceeded");
    clock.advance(Duration.ofSeconds(1));
    assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
  }

  @Test
  void successStartsOver() {
    clock.advance(Duration.ofSeconds(1));
    pool.signIn("ada", PASSWORD);
    pool.assertRefused("ada", "wrong").endsWith("Incorrect username or password.");
    assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
  }

  @Test
  void quarterOfAnHourWithoutAttemptsStartsOver() {
    clock.advance(Duration.ofMinutes(15));
    for (int i = 0; i < 4; i++) {
      pool.assertRefused("ada", "wrong").endsWith("Incorrect username or password.");
    }
    assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
  }

  @Test
  void otherUsersAreNotLocked() {
    pool.add(CognitoUser.builder("bob").password(PASSWORD));
    assertThat(pool.signIn("bob", PASSWORD).authenticationResult()).isNotNull();
  }
}
