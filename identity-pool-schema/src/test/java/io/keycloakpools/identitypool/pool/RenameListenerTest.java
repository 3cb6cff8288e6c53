package io.keycloakpools.identitypool.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RenameListenerTest {

  @ParameterizedTest
  @CsvSource({
    "/team, /crew",
    "/team/new, /crew/new",
    "/teams, /teams",
    "/a/team, /a/team",
  })
  void aPathFollowsItsGroupAndTheOnesAbove(String path, String after) {
    assertThat(RenameListener.moved(path, "/team", "/crew")).isEqualTo(after);
  }
}
