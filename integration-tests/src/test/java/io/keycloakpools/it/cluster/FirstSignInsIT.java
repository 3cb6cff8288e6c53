package io.keycloakpools.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.Crowd;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

/** First sign-ins on both nodes at once. */
class FirstSignInsIT extends TwoNodes {

  private static final int ON_EACH_NODE = 20;
  private static final int PEOPLE = 100;

  @ParameterizedTest
  @CsvSource({"DIRECT_GRANT,false", "DIRECT_GRANT,true", "BROWSER,false", "BROWSER,true"})
  void ofOnePersonMakeOneUser(Flow flow, boolean migrates) throws Exception {
    realm.createRole("staff").expectDone();
    pool(Map.of("justInTimeMigration", String.valueOf(migrates)));
    Person ada = inDirectory(Person.named("ada").roles("staff"));

    List<Attempt> attempts =
        Crowd.at(2 * ON_EACH_NODE, onBothNodes(flow, IntStream.range(0, ON_EACH_NODE), i -> ada));

    assertThat(attempts).allMatch(Attempt::signedIn);
    assertThat(realm.users().count()).isEqualTo(1);
    String id = imported(ada).getId();
    for (TestRealm node : List.of(realm, onB)) {
      assertThat(node.users().credentials(id)).hasSize(migrates ? 1 : 0);
      assertThat(node.users().realmRoles(id)).contains("staff");
      assertThat(node.users().sessions(id)).isEqualTo(2 * ON_EACH_NODE);
    }
    assertNoErrors();
  }

  @Test
  void ofAHundredPeopleEachOnBothNodesMakeOneUserEach() throws Exception {
    realm.createRole("staff").expectDone();
    migratingPool();
    List<Person> people =
        IntStream.range(0, PEOPLE)
            .mapToObj(i -> inDirectory(Person.named("person-" + i).roles("staff")))
            .toList();

    List<Attempt> attempts =
        Crowd.at(16, onBothNodes(Flow.DIRECT_GRANT, IntStream.range(0, PEOPLE), people::get));

    assertThat(attempts).allMatch(Attempt::signedIn);
    assertThat(onB.users().all())
        .extracting(UserRepresentation::getUsername)
        .containsExactlyInAnyOrderElementsOf(people.stream().map(Person::username).toList());
    assertThat(onB.rest().texts("/roles/staff/users?max=1000", "username")).hasSize(PEOPLE);
    assertNoErrors();
  }

  private List<Callable<Attempt>> onBothNodes(
      Flow flow, IntStream numbers, IntFunction<Person> who) {
    List<Callable<Attempt>> deeds = new ArrayList<>();
    numbers
        .mapToObj(who)
        .forEach(
            person ->
                List.of(realm, onB)
                    .forEach(
                        node ->
                            deeds.add(
                                () -> flow.signIn(node, person.username(), person.password()))));
    return deeds;
  }

  private void assertNoErrors() {
    assertThat(logOfA.errors()).isEmpty();
    assertThat(logOfB.errors()).isEmpty();
  }
}
