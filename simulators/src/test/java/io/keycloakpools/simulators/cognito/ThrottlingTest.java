package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottlingTest {
  private final FakeClock clock = new FakeClock();

  @Test
  void quotaRefillsWithTimeAndCountsPerCategory() throws Exception {
    try (TestPool pool = TestPool.start(settings -> settings.clock(clock))) {
      pool.add(ada());
      pool.simulator.throttling().limit(QuotaCategory.USER_READ, 2);
      get(pool);
      get(pool);
      assertError(() -> get(pool)).isEqualTo("TooManyRequestsException: Rate exceeded");
      assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
      clock.advance(Duration.ofMillis(500));
      get(pool);
      assertError(() -> get(pool)).startsWith("TooManyRequestsException");
      pool.simulator.throttling().off();
      get(pool);
    }
  }

  @Test
  void awsDefaultsApplyToAllCategories() throws Exception {
    try (TestPool pool = TestPool.start(settings -> settings.clock(clock))) {
      pool.simulator.throttling().awsDefaults();
      for (int i = 0; i < 20; i++) {
        pool.aws.listGroups(it -> it.userPoolId("eu-west-1_Demo12345"));
      }
      assertError(() -> pool.aws.listGroups(it -> it.userPoolId("eu-west-1_Demo12345")))
          .startsWith("TooManyRequestsException");
    }
  }

  private static void get(TestPool pool) {
    pool.aws.adminGetUser(it -> it.userPoolId("eu-west-1_Demo12345").username("ada"));
  }
}
