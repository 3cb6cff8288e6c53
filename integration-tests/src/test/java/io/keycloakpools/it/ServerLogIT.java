package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.server.KeycloakRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server marks its log records, so that a test does not see its neighbour's. */
@ExtendWith(RunningKeycloak.class)
class ServerLogIT {

  /** Keycloak warns of each failed sign-in, with the realm's identifier. */
  @Test
  void whatIsWrittenForARealmIsSeenByItsTestsOnly(AdminApi admin, KeycloakRuntime keycloak) {
    try (TestRealm one = admin.createRealm();
        TestRealm other = admin.createRealm()) {
      ServerLog log = ServerLog.of(one, keycloak);
      assertThat(Flow.DIRECT_GRANT.signIn(one, "nobody-of-one", "Any-1!").signedIn()).isFalse();
      assertThat(Flow.DIRECT_GRANT.signIn(other, "nobody-of-other", "Any-1!").signedIn()).isFalse();

      assertThat(log.text()).contains("nobody-of-one").doesNotContain("nobody-of-other");
    }
  }
}
