package io.keycloakpools.userstorage.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.SimulatorJson;
import io.keycloakpools.userstorage.adapter.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScopesTest {

  @ParameterizedTest
  @CsvSource({
    "'Insufficient scope, expected any of: read:users', read:users",
    "'Insufficient scope, expected all of: read:roles,read:role_members', 'read:role_members'",
    "'Insufficient scope, expected all of: read:users,read:role_members', "
        + "'read:role_members, read:users'",
    "'Insufficient scope, expected any of: read:roles', read:roles",
    "'Something else', ''",
    "'See https://example.com/<b>x:y</b>', 'x:y'",
  })
  void missingAreThoseThatTheTokenDoesNotHave(String message, String expected) {
    Reply.Answer refusal =
        new Reply.Answer(403, Map.of(), SimulatorJson.tree(Map.of("message", message)));
    ManagementToken.Token token =
        new ManagementToken.Token("t", Set.of("read:roles"), Instant.MAX, Instant.MAX);

    assertThat(Scopes.missing(refusal, token)).isEqualTo(expected);
  }
}
