package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequiredActionsTest {

  private static final Set<String> ENABLED = Set.of("UPDATE_PASSWORD", "UPDATE_EMAIL", "TERMS");

  @ParameterizedTest(name = "{0}, password here: {1}, profile here: {2} -> {3}")
  @CsvSource({
    "TERMS,           false, false, true",
    "UPDATE_PASSWORD, true,  false, true",
    // Nobody could complete it, so nobody could sign in again.
    "UPDATE_PASSWORD, false, true,  false",
    "UPDATE_EMAIL,    false, true,  true",
    "UPDATE_EMAIL,    true,  false, false",
    "NOT_HERE,        true,  true,  false",
    "terms,           true,  true,  false",
  })
  void isAskedFor(String action, boolean passwordHere, boolean profileHere, boolean asked) {
    RequiredActions actions =
        RequiredActions.of(Set.of(action), ENABLED::contains, passwordHere, profileHere);

    assertThat(actions.taken().contains(action)).isEqualTo(asked);
    assertThat(actions.left().contains(action)).isEqualTo(!asked);
  }

  @Test
  void eachIsJudgedByItself() {
    assertThat(
            RequiredActions.of(
                Set.of("TERMS", "X", "UPDATE_PASSWORD"), ENABLED::contains, false, true))
        .isEqualTo(new RequiredActions(Set.of("TERMS"), Set.of("X", "UPDATE_PASSWORD")));
  }
}
