package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.CLIENT_IP;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.auth0.RecordedAuth0Request;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user whom the same request looked up. */
final class LookedUpUserTest {

  private TestTenant tenant;
  private Directory directory;
  private DirectoryUser ada;

  @BeforeEach
  void lookUp() {
    tenant = TestTenant.start();
    tenant.add(ada());
    directory = tenant.directory();
    ada = ((Lookup.Found) directory.findByUsername("ada")).user();
    tenant.simulator().requests().reset();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void isAskedForRolesOnly() {
    DirectoryUser accepted = accepted(directory.checkPassword(attempt()));

    assertThat(accepted.withRoles(Set.of())).isEqualTo(ada.withRoles(Set.of()));
    assertThat(accepted.roles()).isPresent();
    assertThat(paths())
        .containsExactlyInAnyOrder("/oauth/token", "/api/v2/users/" + ADA + "/roles");
  }

  /** The search may lag behind; the id token does not. */
  @Test
  void isAskedForAgainIfTheIdTokenHasAnotherAddress() {
    tenant.simulator().users().update(ADA, user -> user.email("countess@example.com", true));

    DirectoryUser accepted = accepted(directory.checkPassword(attempt()));

    assertThat(accepted.email()).contains("countess@example.com");
    assertThat(accepted.roles()).isPresent();
  }

  private PasswordAttempt attempt() {
    return new PasswordAttempt(
        ADA, ada.loginName(), PASSWORD, Optional.of(CLIENT_IP), Optional.of(ada));
  }

  private List<String> paths() {
    return tenant.simulator().requests().all().stream().map(RecordedAuth0Request::path).toList();
  }

  private static DirectoryUser accepted(PasswordCheck check) {
    assertThat(check).isInstanceOf(PasswordCheck.Accepted.class);
    return ((PasswordCheck.Accepted) check).user();
  }
}
