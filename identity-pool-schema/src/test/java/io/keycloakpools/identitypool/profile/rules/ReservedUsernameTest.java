package io.keycloakpools.identitypool.profile.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReservedUsernameTest {

  private static final Optional<String> NOBODY = Optional.empty();

  @Test
  void namesOfServiceAccountsAreReservedInAnyLetterCase() {
    assertThat(ReservedUsername.isTaken("service-account-shop", NOBODY)).isTrue();
    assertThat(ReservedUsername.isTaken("Service-Account-Shop", NOBODY)).isTrue();
  }

  @Test
  void otherNamesAreFree() {
    assertThat(ReservedUsername.isTaken("", NOBODY)).isFalse();
    assertThat(ReservedUsername.isTaken("service-accountant", NOBODY)).isFalse();
    assertThat(ReservedUsername.isTaken("my-service-account-shop", NOBODY)).isFalse();
  }

  @Test
  void aUserMayKeepSuchANameButNotTakeAnother() {
    Optional<String> stored = Optional.of("service-account-shop");

    assertThat(ReservedUsername.isTaken("Service-account-shop", stored)).isFalse();
    assertThat(ReservedUsername.isTaken("service-account-club", stored)).isTrue();
  }
}
