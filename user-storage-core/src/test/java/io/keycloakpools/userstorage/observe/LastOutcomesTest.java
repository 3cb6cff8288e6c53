package io.keycloakpools.userstorage.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastOutcomesTest {

  private final LastOutcomes last = new LastOutcomes();

  @Test
  void theNewestComesFirst() {
    last.add(signIn("a"));
    last.add(signIn("b"));

    assertThat(users()).containsExactly("b", "a");
  }

  @Test
  void theOldestMakesWay() {
    for (int i = 0; i < LastOutcomes.MOST + 3; i++) {
      last.add(signIn("user-" + i));
    }

    assertThat(users())
        .hasSize(LastOutcomes.MOST)
        .startsWith("user-" + (LastOutcomes.MOST + 2))
        .endsWith("user-3");
  }

  private List<String> users() {
    return last.all().stream().map(outcome -> outcome.userId().orElseThrow()).toList();
  }

  private static Outcome signIn(String userId) {
    return Outcome.of(Step.SIGN_IN, Result.LINKED, Optional.of(userId));
  }
}
