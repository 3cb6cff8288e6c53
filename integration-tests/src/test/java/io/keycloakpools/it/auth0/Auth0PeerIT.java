package io.keycloakpools.it.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.LinkedUserScenarios;
import io.keycloakpools.it.MigratedUserScenarios;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.it.peers.Auth0Emulator;
import io.keycloakpools.it.peers.EmulatorOrSkip;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pack with a third-party Auth0, {@code @simulacrum/auth0-simulator}. Its differences from
 * Auth0 are asserted, so that a change is noticed. It speaks HTTPS only, with a certificate that
 * Keycloak trusts by its option {@code truststore-paths}.
 */
@ResourceLock(EmulatorWithAda.LOCK)
class Auth0PeerIT {

  private static final Auth0Emulator EMULATOR = RunningKeycloak.auth0Emulator();

  @BeforeAll
  static void startEmulator() {
    EmulatorOrSkip.start(EMULATOR);
  }

  @AfterAll
  static void stopEmulator() {
    EMULATOR.close();
  }

  @Nested
  class LinkedUsers extends LinkedUserScenarios {
    @Override
    protected TestDirectory openDirectory() {
      return new Auth0PeerDirectory(EMULATOR);
    }
  }

  @Nested
  class MigratedUsers extends MigratedUserScenarios {
    @Override
    protected TestDirectory openDirectory() {
      return new Auth0PeerDirectory(EMULATOR);
    }
  }

  @Nested
  class WhereItAgrees extends PoolScenarios {

    private Auth0PeerDirectory auth0;

    @Override
    protected TestDirectory openDirectory() {
      auth0 = new Auth0PeerDirectory(EMULATOR);
      return auth0;
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void anUnknownUserIsUnknownAndNoPasswordIsAsked(Flow flow) {
      linkedPool();

      assertThat(flow.signIn(realm, "nobody", "Any-1!").signedIn()).isFalse();

      assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_not_found");
      assertThat(auth0.wasAskedForPasswordOf("nobody")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aPersonIsFoundByEmailAndByUsername(Flow flow) {
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));

      assertThat(flow.signIn(realm, ada.email(), ada.password()).signedIn()).isTrue();
      signedIn(flow, ada);

      assertThat(realm.users().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void aTokenThatIsNoLongerKnownIsRenewedAndNobodyNotices(Flow flow) {
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));
      signedIn(flow, ada);
      directory.stop();
      assertThat(signIn(flow, ada).message()).contains("try again in a few minutes");
      directory.start();

      signedIn(flow, ada);
    }
  }

  @Nested
  class WhereItDiffersFromAuth0 extends PoolScenarios {

    @Override
    protected TestDirectory openDirectory() {
      return new Auth0PeerDirectory(EMULATOR);
    }

    /**
     * Auth0: 403 invalid_grant. An answer that is not JSON may mean anything and is not counted.
     */
    @ParameterizedTest
    @EnumSource(Flow.class)
    void aWrongPasswordIsAnsweredWithAPageAndIsNoVerdict(Flow flow) {
      protectFromBruteForce();
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));

      assertNoVerdict(signIn(flow, ada.password("wrong")));

      assertThat(failures(imported(ada))).isZero();
      signedIn(flow, ada);
    }

    /** Auth0 refuses at the token endpoint. Here the user object's status refuses. */
    @ParameterizedTest
    @EnumSource(Flow.class)
    void aBlockedUserGetsTokensThereAndIsRefusedHere(Flow flow) {
      linkedPool();
      Person ada = inDirectory(Person.named("ada"));
      signedIn(flow, ada);
      directory.disable("ada");
      assertThat(EMULATOR.checkPassword("ada", ada.password()).statusCode()).isEqualTo(200);

      assertThat(signIn(flow, ada).message()).contains("blocked");

      directory.enable("ada");
      signedIn(flow, ada);
    }

    /** Auth0 names the wrong setting; the emulator takes any application. */
    @Test
    void theConnectionTestSeesNoMoreThanThatAPasswordWasNotTaken() {
      assertThat(tryPool("pool", Map.of("testConnection", "true")).expectRefused().errorMessage())
          .contains("(domain): ", "HTTP 401");
    }
  }

  private static void assertNoVerdict(Attempt attempt) {
    assertThat(attempt.signedIn()).isFalse();
    assertThat(attempt.message()).contains("try again in a few minutes");
  }
}
