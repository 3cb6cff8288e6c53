package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.cognito.TestUserPool.CLIENT_IP;
import static io.keycloakpools.userstorage.cognito.TestUserPool.PASSWORD;
import static io.keycloakpools.userstorage.cognito.TestUserPool.ada;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user whom the same request looked up. */
final class LookedUpUserTest {

  private TestUserPool pool;
  private Directory directory;
  private DirectoryUser ada;

  @BeforeEach
  void lookUp() {
    pool = TestUserPool.start();
    directory = pool.directory();
    String name = pool.add(ada()).username();
    ada = ((Lookup.Found) directory.findByUsername(name)).user();
    pool.simulator().requests().reset();
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  /** The id token has the groups. */
  @Test
  void isNotAskedForAgain() {
    DirectoryUser accepted = accepted(directory.checkPassword(attempt()));

    assertThat(accepted.email()).isEqualTo(ada.email());
    assertThat(accepted.roles()).isPresent();
    assertThat(pool.simulator().requests().all()).hasSize(1);
  }

  @Test
  void isAskedForAgainIfTheIdTokenHasAnotherAddress() {
    pool.simulator().users().setAttribute(ada.loginName(), "email", "countess@example.com");

    DirectoryUser accepted = accepted(directory.checkPassword(attempt()));

    assertThat(accepted.email()).contains("countess@example.com");
    assertThat(pool.simulator().requests().all()).hasSize(2);
  }

  private PasswordAttempt attempt() {
    return new PasswordAttempt(
        ada.externalId(), ada.loginName(), PASSWORD, Optional.of(CLIENT_IP), Optional.of(ada));
  }

  private static DirectoryUser accepted(PasswordCheck check) {
    assertThat(check).isInstanceOf(PasswordCheck.Accepted.class);
    return ((PasswordCheck.Accepted) check).user();
  }
}
