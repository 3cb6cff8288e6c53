package io.keycloakpools.userstorage.rest;

import static io.keycloakpools.userstorage.rest.TestEndpoint.ADA;
import static io.keycloakpools.userstorage.rest.TestEndpoint.CLIENT_IP;
import static io.keycloakpools.userstorage.rest.TestEndpoint.PASSWORD;
import static io.keycloakpools.userstorage.rest.TestEndpoint.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.rest.RestUser;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user whom the same request looked up. */
final class LookedUpUserTest {

  @ParameterizedTest
  @EnumSource(Contract.class)
  void isNotAskedForAgain(Contract contract) {
    try (TestEndpoint endpoint = TestEndpoint.start(contract)) {
      Directory directory = endpoint.directory();
      DirectoryUser ada = found(directory.findByUsername("ada"));
      endpoint.simulator().requests().reset();

      assertThat(directory.checkPassword(attempt("ada", PASSWORD, ada)))
          .isEqualTo(new PasswordCheck.Accepted(ada));
      assertThat(directory.checkPassword(attempt("ada", "wrong", ada)))
          .isEqualTo(new PasswordCheck.Rejected());

      assertThat(endpoint.simulator().requests().all()).hasSize(2);
    }
  }

  /** The password of the name that is checked may be another person's. */
  @Test
  void isAskedForAgainIfThePasswordIsCheckedByAnotherName() {
    try (TestEndpoint endpoint = TestEndpoint.start(Contract.USER_MIGRATION)) {
      Directory directory = endpoint.directory();
      DirectoryUser ada = found(directory.findByUsername("ada"));
      endpoint
          .simulator()
          .users()
          .replace(
              "ada",
              RestUser.builder("43", "ada")
                  .password(PASSWORD)
                  .email("ada@example.com", true)
                  .build());

      assertThat(directory.checkPassword(attempt("ADA", PASSWORD, ada)))
          .isInstanceOfSatisfying(
              PasswordCheck.Accepted.class,
              accepted -> assertThat(accepted.user().externalId()).isEqualTo("43"));
    }
  }

  private static PasswordAttempt attempt(String loginName, String password, DirectoryUser user) {
    return new PasswordAttempt(ADA, loginName, password, Optional.of(CLIENT_IP), Optional.of(user));
  }
}
