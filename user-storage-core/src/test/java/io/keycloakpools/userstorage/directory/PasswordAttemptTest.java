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

  @Test
  void aUserWhoWasLookedUpIsKept() {
    DirectoryUser ada = DirectoryUser.builder("id-1", "ada").build();

    assertThat(attempt("id-1", "ada", ada).lookedUp()).contains(ada);
  }

  /** The password of the name, or of the identifier, may be another person's. */
  @Test
  void aUserOfAnotherNameOrIdentifierIsDropped() {
    DirectoryUser ada = DirectoryUser.builder("id-1", "ada").build();

    assertThat(attempt("id-2", "ada", ada).lookedUp()).isEmpty();
    assertThat(attempt("id-1", "countess", ada).lookedUp()).isEmpty();
    assertThat(attempt("id-1", "ADA", ada).lookedUp()).isEmpty();
  }

  private static PasswordAttempt attempt(String id, String loginName, DirectoryUser lookedUp) {
    return new PasswordAttempt(
        id, loginName, "Correct-Horse-1", Optional.empty(), Optional.of(lookedUp));
  }
}
