package io.keycloakpools.userstorage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordAttemptTest {

  @Test
  void toStringHidesThePassword() {
    PasswordAttempt attempt =
        new PasswordAttempt("id-1", "ada", "Correct-Horse-1", Optional.of("192.0.2.7"));

    assertThat(attempt.toString()).contains("id-1", "ada").doesNotContain("Correct-Horse-1");
    assertThat(Optional.of(attempt).toString()).doesNotContain("Correct-Horse-1");
  }
}
