package io.keycloakpools.userstorage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectoryUserTest {

  @Test
  void whatIsNotGivenIsAbsent() {
    DirectoryUser user = DirectoryUser.builder("1", "ada").build();

    assertThat(user.loginName()).isEqualTo("ada");
    assertThat(user.status()).isEqualTo(new AccountStatus.Usable());
    assertThat(user.email()).isEmpty();
    assertThat(user.emailVerified()).isFalse();
    assertThat(user.phoneNumber()).isEmpty();
    assertThat(user.attributes()).isEmpty();
    assertThat(user.roles()).as("nobody asked, which is not the same as none").isEmpty();
    assertThat(user.tenants()).isEmpty();
    assertThat(user.socialIdentities()).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = "  ")
  void blankTextIsAbsentAndNotVerified(String text) {
    DirectoryUser user =
        DirectoryUser.builder("1", "ada")
            .email(text, true)
            .phoneNumber(text)
            .tenantId(text)
            .build();

    assertThat(user.email()).isEmpty();
    assertThat(user.emailVerified()).isFalse();
    assertThat(user.phoneNumber()).isEmpty();
    assertThat(user.tenants()).isEmpty();
  }

  @Test
  void withRolesChangesNothingElse() {
    DirectoryUser user =
        DirectoryUser.builder("1", "ada")
            .loginName("ADA")
            .email("ada@example.com", true)
            .phoneNumber("+491")
            .name("Ada", "Lovelace", null)
            .status(new AccountStatus.MustChangePassword())
            .attribute("dept", List.of("mathematics"))
            .tenantId("acme")
            .secondFactors(Set.of("otp"))
            .socialIdentities(List.of(new SocialIdentity("google-oauth2", "g-1", "ada")))
            .build();

    assertThat(user.withRoles(Set.of("staff")))
        .usingRecursiveComparison()
        .ignoringFields("roles")
        .isEqualTo(user);
    assertThat(user.withRoles(Set.of("staff")).roles()).contains(Set.of("staff"));
  }

  @Test
  void cannotBeChangedFromOutside() {
    Set<String> roles = new HashSet<>(Set.of("staff"));
    DirectoryUser user = DirectoryUser.builder("1", "ada").roles(roles).build();
    roles.add("admin");

    assertThat(user.roles()).isEqualTo(Optional.of(Set.of("staff")));
    assertThatThrownBy(() -> user.socialIdentities().add(new SocialIdentity("a", "b", "c")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> user.attributes().put("dept", List.of()))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
