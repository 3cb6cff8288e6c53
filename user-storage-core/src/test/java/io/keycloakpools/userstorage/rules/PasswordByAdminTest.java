package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PasswordByAdminTest {

  private static final DirectoryUser ADA = DirectoryUser.builder("id-of-ada", "ada").build();
  static final List<Lookup> WITHOUT_DATA =
      List.of(
          new Lookup.NotFound(),
          new Lookup.Ambiguous(2),
          new Lookup.Unavailable(Outage.down("connection refused")));

  @Test
  void aKnownUserMovesWithAllData() {
    assertThat(PasswordByAdmin.of(new Lookup.Found(ADA), ADA::equals))
        .isEqualTo(PasswordByAdmin.ALL_DATA);
  }

  @Test
  void withoutTheTenantNoSecondFactorIsLost() {
    assertThat(PasswordByAdmin.of(new Lookup.Found(ADA), user -> false))
        .isEqualTo(PasswordByAdmin.AUTHENTICATOR_APPS);
  }

  @ParameterizedTest
  @FieldSource("WITHOUT_DATA")
  void anAdminsWordCountsWithoutTheDirectory(Lookup answer) {
    assertThat(PasswordByAdmin.of(answer, user -> fail("asked about a tenant")))
        .isEqualTo(PasswordByAdmin.NOTHING);
  }
}
