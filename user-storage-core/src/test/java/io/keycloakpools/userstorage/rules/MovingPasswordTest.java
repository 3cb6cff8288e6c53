package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovingPasswordTest {

  @Test
  void aPasswordThatTheDirectoryAcceptedIsNeverRefused() {
    assertThat(MovingPassword.verified(true)).isEqualTo(MovingPassword.STORE);
    assertThat(MovingPassword.verified(false)).isEqualTo(MovingPassword.STORE_AND_REQUIRE_CHANGE);
  }

  @Test
  void aPasswordThatIsChosenHereKeepsThePolicyOrIsRefused() {
    assertThat(MovingPassword.chosen(true)).isEqualTo(MovingPassword.STORE);
    assertThat(MovingPassword.chosen(false)).isEqualTo(MovingPassword.REFUSE);
  }
}
