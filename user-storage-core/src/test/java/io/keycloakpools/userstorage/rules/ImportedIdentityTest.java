package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportedIdentityTest {

  private static final Optional<String> POOL = Optional.of("pool-1");
  private static final Optional<String> ID = Optional.of("auth0|ada");

  private final ImportedIdentity ada = new ImportedIdentity("pool-1", "auth0|ada");

  @Test
  void anAccountOfThePoolWithTheExternalIdIsTheUsers() {
    assertThat(ada.owns(POOL, ID)).isTrue();
  }

  @Test
  void theSameIdInAnotherPoolIsAnotherPerson() {
    assertThat(ada.owns(Optional.of("pool-2"), ID)).isFalse();
  }

  @Test
  void anotherIdInThePoolIsAnotherPersonToTheLetter() {
    assertThat(ada.owns(POOL, Optional.of("auth0|Ada"))).isFalse();
  }

  @Test
  void aLocalAccountIsNeverAdopted() {
    assertThat(ada.owns(Optional.empty(), Optional.empty())).isFalse();
    assertThat(ada.owns(Optional.empty(), ID)).isFalse();
    assertThat(ada.owns(POOL, Optional.empty())).isFalse();
  }
}
