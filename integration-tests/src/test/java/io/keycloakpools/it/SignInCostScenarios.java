package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.TokenAnswer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Counts the SQL statements and the directory's requests of direct grants. A failure shows the
 * tables of the statements that came in addition. Nothing else runs meanwhile: an invalidation by
 * anybody keeps Keycloak from caching what it has just read.
 */
@Isolated
public abstract class SignInCostScenarios extends PoolScenarios {

  /** By kind and table. Sessions and events are written for every user. */
  private static final Map<String, Integer> OF_ANY_SIGN_IN =
      Map.of(
          "select OFFLINE_USER_SESSION", 2,
          "select OFFLINE_CLIENT_SESSION", 2,
          "insert OFFLINE_USER_SESSION", 1,
          "insert OFFLINE_CLIENT_SESSION", 1,
          "insert EVENT_ENTITY", 1);

  private static final Map<String, Integer> OF_A_LINKED_USER =
      Map.of(
          "select USER_ENTITY", 8,
          "select USER_ATTRIBUTE", 3,
          "select CREDENTIAL", 2,
          "select USER_REQUIRED_ACTION", 1,
          "select USER_GROUP_MEMBERSHIP", 1,
          "select USER_ROLE_MAPPING", 1,
          "insert USER_ENTITY", 1,
          "insert USER_ROLE_MAPPING", 1,
          "insert USER_ATTRIBUTE", 3,
          "update USER_ATTRIBUTE", 1);

  /** Also stores the password, and cuts the link. */
  private static final Map<String, Integer> OF_A_USER_WHO_MOVES =
      sum(
          OF_A_LINKED_USER,
          Map.of("select CREDENTIAL", 2, "insert CREDENTIAL", 1, "update USER_ENTITY", 1));

  private SimulatedDirectory simulated;
  private Statements statements;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  /** A look-up, and the password check with what it does not bring. */
  protected abstract int requestsOfFirstSignIn();

  protected abstract int requestsOfLaterSignIn();

  @BeforeEach
  void record() {
    simulated = (SimulatedDirectory) directory;
    statements = new Statements(realm.rest());
  }

  @AfterEach
  void stopRecording() {
    statements.close();
  }

  @Test
  void aFirstSignInOfAUserWhoMoves() {
    migratingPool();
    signIn(inDirectory(Person.named("grace")));
    Person ada = inDirectory(Person.named("ada"));

    assertThat(statementsOf(ada)).isEqualTo(sum(OF_ANY_SIGN_IN, OF_A_USER_WHO_MOVES));

    assertThat(requests(ada)).isEqualTo(requestsOfFirstSignIn());
    assertThat(laterStatementsOf(ada)).isEqualTo(OF_ANY_SIGN_IN);
    assertThat(requests(ada)).isZero();
  }

  @Test
  void aFirstSignInOfALinkedUser() {
    linkedPool();
    signIn(inDirectory(Person.named("grace")));
    Person ada = inDirectory(Person.named("ada"));

    assertThat(statementsOf(ada)).isEqualTo(sum(OF_ANY_SIGN_IN, OF_A_LINKED_USER));

    assertThat(requests(ada)).isEqualTo(requestsOfFirstSignIn());
  }

  /** Nothing but what every sign-in writes: the user is in Keycloak's cache. */
  @Test
  void aLaterSignInOfALinkedUser() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signIn(ada);

    assertThat(laterStatementsOf(ada)).isEqualTo(OF_ANY_SIGN_IN);

    directory.forgetRequests();
    signIn(ada);
    assertThat(requests(ada)).isEqualTo(requestsOfLaterSignIn());
  }

  private Map<String, Integer> statementsOf(Person person) {
    directory.forgetRequests();
    statements.begin();
    signIn(person);
    return statements.counted();
  }

  /** The fewest of some sign-ins: the first of them fills the cache. */
  private Map<String, Integer> laterStatementsOf(Person person) {
    return IntStream.range(0, 3)
        .mapToObj(i -> statementsOf(person))
        .reduce((one, other) -> size(other) < size(one) ? other : one)
        .orElseThrow();
  }

  private static int size(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> sum = new TreeMap<>(one);
    other.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
    return sum;
  }

  private int requests(Person person) {
    return simulated.requestsAbout(person.username()).size();
  }

  private void signIn(Person person) {
    TokenAnswer answer = realm.directGrant().login(person.username(), person.password());
    assertThat(answer.ok()).as(answer.toString()).isTrue();
  }
}
