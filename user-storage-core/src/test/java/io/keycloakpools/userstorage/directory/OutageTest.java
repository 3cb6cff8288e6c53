package io.keycloakpools.userstorage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void whatADirectoryWroteIsOneLineOfTheLog() {
    assertThat(Outage.refused("HTTP 400 a\r\nb\u0000c\u001Bd\u0085e\u2028f").reason())
        .isEqualTo("HTTP 400 a b c d e f");
  }

  @Test
  void aLongReasonIsCut() {
    assertThat(Outage.down("x".repeat(100_000)).reason()).hasSize(300);
  }
}
