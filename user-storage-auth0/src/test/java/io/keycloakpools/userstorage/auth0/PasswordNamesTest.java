package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.Auth0RefusalTest.REJECTED;
import static io.keycloakpools.userstorage.auth0.Auth0RefusalTest.THROTTLED;
import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.CONNECTION;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Operation;
import io.keycloakpools.simulators.auth0.RecordedRequest;
import io.keycloakpools.simulators.auth0.SecondFactor;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that changed, or that now belong to another person. */
final class PasswordNamesTest {

  private static final String OTHER_PASSWORD = "Another-Horse-2";
  private static final PasswordCheck IDENTITY_CHANGED =
      new PasswordCheck.AccountUnusable(UnusableReason.IDENTITY_CHANGED);

  private TestTenant tenant;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Nested
  final class AChangedName {

    @Test
    void isTriedOnceMoreWithTheNewOne() {
      Auth0User ada = tenant.add(ada().username(null));
      tenant.simulator().users().update(ADA, user -> user.email("countess@example.com", true));

      assertAccepted(tenant.check(ada, PASSWORD));
      assertThat(names()).containsExactly("ada@example.com", "countess@example.com");
    }

    @Test
    void isTriedOnceMoreAndNeverAgain() {
      Auth0User ada = tenant.add(ada());
      tenant.simulator().users().update(ADA, user -> user.username("countess"));

      assertThat(tenant.check(ada, "wrong")).isEqualTo(REJECTED);
      assertThat(names()).containsExactly("ada", "countess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ADA", "aDa"})
    void isNoneInAnotherCase(String name) {
      tenant.add(ada());

      assertThat(check(ADA, name, "wrong")).isEqualTo(REJECTED);
      assertThat(names()).containsExactly(name);
    }

    /** An address may pass to another person while the username stays. */
    @Test
    void isAnyOtherThanTheOneToSignInWith() {
      tenant.add(ada());

      assertThat(check(ADA, "ada@example.com", "wrong")).isEqualTo(REJECTED);
      assertThat(names()).containsExactly("ada@example.com", "ada");
    }

    @Test
    void isNotTriedWhileTheNewOneIsNotKnown() {
      Auth0User ada = tenant.add(ada());
      tenant.simulator().users().update(ADA, user -> user.username("countess"));
      tenant.simulator().faults().on(Operation.GET_USER, Auth0Faults.internalError());

      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(REJECTED);
      assertThat(names()).containsExactly("ada");
    }

    @Test
    void isNotTriedDuringAnOutageOrAfterTooManyTries() {
      Auth0User ada = tenant.add(ada());
      tenant.simulator().users().update(ADA, user -> user.username("countess"));
      tenant.simulator().faults().onNext(1, Operation.PASSWORD_TOKEN, Auth0Faults.internalError());
      assertThat(tenant.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
      tenant
          .simulator()
          .faults()
          .onNext(1, Operation.PASSWORD_TOKEN, Auth0Faults.tooManyRequests());
      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(THROTTLED);

      assertThat(names()).containsExactly("ada", "ada");
    }

    @Test
    void ofALinkedIdentityIsItsOwn() {
      Auth0User ada =
          tenant.add(
              Auth0User.builder("google-oauth2|1100")
                  .email("ada@gmail.example", true)
                  .password(PASSWORD)
                  .identity(
                      CONNECTION, "auth0", "5f7c", false, Map.of("email", "ada@example.com")));

      assertAccepted(tenant.check(ada, PASSWORD));
      assertThat(names()).last().isEqualTo("ada@example.com");
    }
  }

  @Nested
  final class ANameOfSomebodyElse {

    private Auth0User before;

    /** Ada is renamed to countess, and another person becomes Ada. */
    private void give(Auth0User.Builder other) {
      before = tenant.add(ada());
      tenant
          .simulator()
          .users()
          .update(ADA, user -> user.username("countess").email("countess@example.com", true));
      tenant.add(other.password(OTHER_PASSWORD));
    }

    @Test
    void doesNotLetThemIn() {
      give(user("auth0|2", "ada", "ada@example.com"));

      assertThat(tenant.check(before, OTHER_PASSWORD)).isEqualTo(REJECTED);
      assertThat(names()).containsExactly("ada", "countess");
    }

    @Test
    void doesNotLetThemInWithASecondFactor() {
      give(user("auth0|2", "ada", "ada@example.com").secondFactor(SecondFactor.OTP));

      assertThat(tenant.check(before, OTHER_PASSWORD)).isEqualTo(REJECTED);
      assertThat(names()).containsExactly("ada", "countess");
    }

    @Test
    void doesNotKeepTheUserOut() {
      give(user("auth0|2", "ada", "ada@example.com"));

      assertAccepted(tenant.check(before, PASSWORD));
    }

    /** Even if both have the same password. */
    @Test
    void doesNotMakeThemOne() {
      give(user("auth0|2", "ada", "ada@example.com"));
      tenant.simulator().users().setPassword("auth0|2", PASSWORD);

      assertAccepted(tenant.check(before, PASSWORD));
      assertThat(names()).containsExactly("ada", "countess");
    }

    @Test
    void blockedThereSaysNothingOfTheUser() {
      give(user("auth0|2", "ada", "ada@example.com").blocked(true));
      tenant.simulator().users().setPassword("auth0|2", PASSWORD);

      assertAccepted(tenant.check(before, PASSWORD));
    }

    @Test
    void isToldWhenTheUserIsGone() {
      give(user("auth0|2", "ada", "ada@example.com"));
      tenant.simulator().users().delete(ADA);

      assertThat(tenant.check(before, OTHER_PASSWORD)).isEqualTo(IDENTITY_CHANGED);
      assertThat(names()).containsExactly("ada");
    }

    @Test
    void isToldByTheIdTokenAlsoIfNothingElseSaysSo() {
      Auth0User ada = tenant.add(ada());
      String answer = "{\"id_token\":\"%s\"}".formatted(idToken("auth0|somebody-else"));
      tenant
          .simulator()
          .faults()
          .on(Operation.PASSWORD_TOKEN, Fault.http(200, "application/json", answer));

      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(IDENTITY_CHANGED);
      assertThat(names()).containsExactly("ada");
    }

    private static String idToken(String sub) {
      String claims = "{\"sub\":\"%s\"}".formatted(sub);
      return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(UTF_8)) + ".x";
    }
  }

  private Stream<String> names() {
    return tenant.passwordChecks().stream()
        .map(RecordedRequest::username)
        .map(Optional::orElseThrow);
  }

  private PasswordCheck check(String id, String name, String password) {
    return tenant
        .directory()
        .checkPassword(new PasswordAttempt(id, name, password, Optional.empty()));
  }

  private static void assertAccepted(PasswordCheck check) {
    assertThat(check).isInstanceOf(PasswordCheck.Accepted.class);
  }
}
