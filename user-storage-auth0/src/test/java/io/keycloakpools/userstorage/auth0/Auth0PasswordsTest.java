package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.Auth0RefusalTest.REJECTED;
import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Operation;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Auth0PasswordsTest {

  private TestTenant tenant;
  private Auth0User ada;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    ada = tenant.add(ada().role("staff").appMetadata(Map.of("tenant", "acme")));
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Nested
  final class ARightPassword {

    @Test
    void isAcceptedWithPresentDataAndRoles() {
      Directory directory = tenant.directory(Map.of("tenantIdFieldName", "tenant"));
      DirectoryUser user = accepted(directory.checkPassword(attempt(ada, PASSWORD)));

      assertThat(user.externalId()).isEqualTo(ADA);
      assertThat(user.username()).isEqualTo("ada");
      assertThat(user.email()).contains("ada@example.com");
      assertThat(user.roles()).contains(Set.of("staff"));
      assertThat(user.tenants()).extracting(Tenant::id).containsExactly("acme");
      assertThat(user.status()).isEqualTo(new AccountStatus.Usable());
    }

    @Test
    void costsOneRoundTrip() {
      Directory directory = tenant.directory();
      directory.checkPassword(attempt(ada, PASSWORD));

      PasswordCheck check =
          tenant.inOneRoundTrip(3, () -> directory.checkPassword(attempt(ada, PASSWORD)));

      accepted(check);
      assertThat(tenant.simulator().requests().all())
          .extracting(request -> request.operation().orElseThrow())
          .containsExactlyInAnyOrder(
              Operation.PASSWORD_TOKEN, Operation.GET_USER, Operation.USER_ROLES);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {" leading and trailing ", "p\"ä\\ss wörd ✓", "\t1\n", "a&password=b", "%41+🔑"})
    void maySayAnything(String password) {
      tenant.simulator().users().setPassword(ADA, password);

      accepted(tenant.check(ada, password));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'id_token':'garbage'}",
          "{'id_token':'a.b.c'}",
          "{'id_token':7}",
          "{'id_token':null}",
          "{'access_token':'a.b.c','token_type':'Bearer'}",
          "[]",
          "'text'",
        })
    void isOfNoUseWithoutAReadableIdToken(String answer) {
      tenant.simulator().faults().on(Operation.PASSWORD_TOKEN, ok(answer));

      assertThat(tenant.check(ada, PASSWORD))
          .isEqualTo(
              new PasswordCheck.Unavailable(Outage.refused("an answer without an id token")));
    }

    @Test
    void doesNotHideThatTheAccountIsClosed() {
      tenant
          .simulator()
          .faults()
          .on(
              Operation.GET_USER,
              ok("{'user_id':'x','blocked':true,'identities':[{'connection':'people'}]}"));

      assertThat(accepted(tenant.check(ada, PASSWORD)).status())
          .isEqualTo(new AccountStatus.Unusable(UnusableReason.BLOCKED));
    }

    @Test
    void isOfNoUseForAUserWhoHasJustGone() {
      tenant
          .simulator()
          .faults()
          .on(
              Operation.GET_USER,
              Auth0Faults.management(404, "The user does not exist.", "inexistent_user"));

      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET_USER", "USER_ROLES", "MANAGEMENT_TOKEN"})
    void isAcceptedAlsoIfTheDataCannotBeRead(Operation operation) {
      tenant.simulator().faults().on(operation, Auth0Faults.internalError());

      assertThat(tenant.check(ada, PASSWORD))
          .isInstanceOfSatisfying(
              PasswordCheck.AcceptedUnseen.class,
              unseen -> {
                assertThat(unseen.externalId()).isEqualTo(ADA);
                assertThat(unseen.outage().reason()).contains("HTTP 500");
                assertThat(unseen.outage().retryAfter()).isEmpty();
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET_USER", "USER_ROLES", "MANAGEMENT_TOKEN"})
    void isAcceptedWithTheTimeFromWhichOnTheDataCanBeRead(Operation operation) {
      tenant
          .simulator()
          .faults()
          .on(operation, Fault.answer(new Answer(429, Map.of("Retry-After", "60"), "{}")));

      assertThat(tenant.check(ada, PASSWORD))
          .isInstanceOfSatisfying(
              PasswordCheck.AcceptedUnseen.class,
              unseen ->
                  assertThat(unseen.outage().retryAfter().orElseThrow())
                      .isBetween(Duration.ofMillis(1), Duration.ofSeconds(60)));
    }
  }

  @Nested
  final class AWrongPassword {

    @Test
    void isRejectedAndSentOnce() {
      assertThat(tenant.check(ada, "wrong")).isEqualTo(REJECTED);
      assertThat(tenant.passwordChecks()).hasSize(1);
    }

    @Test
    void isRejectedAndSentOnceAlsoIfTheDataCannotBeRead() {
      tenant.simulator().faults().on(Operation.GET_USER, Auth0Faults.internalError());

      assertThat(tenant.check(ada, "wrong")).isEqualTo(REJECTED);
      assertThat(tenant.passwordChecks()).hasSize(1);
    }

    @Test
    void ofTooManyLocksTheAccount() {
      tenant.simulator().bruteForce().attempts(2);
      tenant.check(ada, "wrong");
      tenant.check(ada, "wrong");

      assertThat(tenant.check(ada, "wrong"))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.TOO_MANY_ATTEMPTS));
    }

    @Test
    void ofADeletedUserIsRejected() {
      tenant.simulator().users().delete(ADA);

      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(REJECTED);
      assertThat(tenant.passwordChecks()).hasSize(1);
    }
  }

  @Nested
  final class AClosedAccount {

    @Test
    void isToldWhenItIsBlocked() {
      tenant.simulator().users().block(ADA);

      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(unusable(UnusableReason.BLOCKED));
    }

    @Test
    void isToldWhenItsPasswordLeaked() {
      tenant.simulator().users().update(ADA, Auth0User.Builder::passwordLeaked);

      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(unusable(UnusableReason.LEAKED_PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "unauthorized"})
    void isToldWhenARuleOrAnActionDeniesIt(String error) {
      tenant.simulator().users().update(ADA, user -> user.denied(error, "Verify your address."));

      assertThat(tenant.check(ada, PASSWORD))
          .isEqualTo(
              new PasswordCheck.AccountUnusable(
                  UnusableReason.DENIED, error, "Verify your address."));
    }

    /** The body decides, not the header. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "text/plain", ""})
    void isToldWhateverTheHeaderSays(String type) {
      tenant
          .simulator()
          .faults()
          .on(
              Operation.PASSWORD_TOKEN,
              Fault.chunked(401, type, "{\"error\":\"password_leaked\"}"));
      assertThat(tenant.check(ada, PASSWORD)).isEqualTo(unusable(UnusableReason.LEAKED_PASSWORD));

      tenant
          .simulator()
          .faults()
          .on(
              Operation.USERS_BY_EMAIL,
              Fault.chunked(404, type, "{\"errorCode\":\"inexistent_user\"}"));
      assertThat(tenant.directory().findByEmail("ada@example.com"))
          .isEqualTo(new Lookup.NotFound());
    }

    @Test
    void isNotToldByBotDetection() {
      tenant.simulator().users().update(ADA, Auth0User.Builder::requiresVerification);

      assertThat(tenant.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
    }

    private static PasswordCheck unusable(UnusableReason reason) {
      return new PasswordCheck.AccountUnusable(reason);
    }
  }

  private static Fault ok(String body) {
    return Fault.http(200, "application/json", body.replace('\'', '"'));
  }

  private static DirectoryUser accepted(PasswordCheck check) {
    assertThat(check).isInstanceOf(PasswordCheck.Accepted.class);
    return ((PasswordCheck.Accepted) check).user();
  }
}
