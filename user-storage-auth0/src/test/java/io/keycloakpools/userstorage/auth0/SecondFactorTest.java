package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.Auth0RefusalTest.REJECTED;
import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Operation;
import io.keycloakpools.simulators.auth0.RecordedRequest;
import io.keycloakpools.simulators.auth0.SecondFactor;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecondFactorTest {

  private TestTenant tenant;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void isAskedForAfterTheRightPassword() {
    Auth0User ada = tenant.add(ada().role("staff").secondFactor(SecondFactor.SMS));

    assertThat(tenant.check(ada, PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.SecondFactorPending.class,
            pending -> {
              assertThat(pending.factor()).isEqualTo("phone");
              assertThat(pending.user().externalId()).isEqualTo(ADA);
              assertThat(pending.user().roles()).contains(Set.of("staff"));
            });
    assertThat(names()).containsExactly("ada");
  }

  @Test
  void isNotAskedForAfterAWrongOne() {
    Auth0User ada = tenant.add(ada().secondFactor(SecondFactor.OTP));

    assertThat(tenant.check(ada, "wrong")).isEqualTo(REJECTED);
  }

  @ParameterizedTest
  @CsvSource({"401, otp", "403, otp", "403, ''"})
  void isToldByTheErrorAndNotByTheStatus(int status, String factor) {
    Auth0User ada = tenant.add(ada());
    String challenge =
        factor.isEmpty()
            ? ""
            : ",\"mfa_requirements\":{\"challenge\":[{\"type\":\"" + factor + "\"}]}";
    tenant
        .simulator()
        .faults()
        .on(
            Operation.PASSWORD_TOKEN,
            Fault.http(
                status, "application/json", "{\"error\":\"mfa_required\"" + challenge + "}"));

    assertThat(tenant.check(ada, PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.SecondFactorPending.class,
            pending ->
                assertThat(pending.factor())
                    .isEqualTo(factor.isEmpty() ? "second factor" : factor));
  }

  /** The tenant requires a factor; the user's data does not show it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mfa_registration_required",
        "a0.mfa_registration_required",
        "mfa_enrollment_required"
      })
  void thatIsDemandedAndNotSetUpIsNoOutage(String error) {
    Auth0User ada = tenant.add(ada().denied(error, "User is not enrolled with any authenticator"));

    assertThat(tenant.check(ada, "wrong")).isEqualTo(REJECTED);
    assertThat(tenant.check(ada, PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.SecondFactorPending.class,
            pending -> {
              assertThat(pending.factor()).isEqualTo("second factor");
              assertThat(pending.user().secondFactors()).isEmpty();
            });
  }

  /** Without an id token, only the name tells whose password it was. */
  @Test
  void behindAChangedNameIsAskedForWithTheNewOne() {
    Auth0User ada = tenant.add(ada().secondFactor(SecondFactor.OTP));
    tenant.simulator().users().update(ADA, user -> user.username("countess"));

    assertThat(tenant.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.SecondFactorPending.class);
    assertThat(names()).containsExactly("ada", "countess");
  }

  @Test
  void isNoSuccessWhileTheDataCannotBeRead() {
    Auth0User ada = tenant.add(ada().secondFactor(SecondFactor.OTP));
    tenant.simulator().faults().on(Operation.GET_USER, Auth0Faults.internalError());
    assertThat(tenant.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
    tenant.simulator().faults().clear();
    tenant
        .simulator()
        .faults()
        .on(Operation.GET_USER, Fault.answer(new Answer(429, Map.of("Retry-After", "60"), "{}")));

    assertThat(tenant.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Throttled.class);
  }

  @Test
  void ofAUserWhoHasJustGoneIsRejected() {
    Auth0User ada = tenant.add(ada().secondFactor(SecondFactor.OTP));
    tenant
        .simulator()
        .faults()
        .on(
            Operation.GET_USER,
            Auth0Faults.management(404, "The user does not exist.", "inexistent_user"));

    assertThat(tenant.check(ada, PASSWORD)).isEqualTo(REJECTED);
  }

  private Stream<String> names() {
    return tenant.passwordChecks().stream()
        .map(RecordedRequest::username)
        .map(Optional::orElseThrow);
  }
}
