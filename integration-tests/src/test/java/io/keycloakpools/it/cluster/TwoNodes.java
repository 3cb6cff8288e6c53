package io.keycloakpools.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.ApiDocument;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.ServerLog;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.it.rest.SimulatedRest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

/** A realm on two nodes; {@code realm} is the one on node A. */
@Tag("cluster")
@Isolated
abstract class TwoNodes extends PoolScenarios {

  TestRealm onB;

  ServerLog logOfA;
  ServerLog logOfB;
  private AdminApi adminOfB;

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedRest();
  }

  @BeforeEach
  void goToB(KeycloakCluster cluster) {
    adminOfB = ApiDocument.admin(cluster.b());
    onB = adminOfB.sameRealm(realm);
    logOfA = ServerLog.from(cluster.a());
    logOfB = ServerLog.from(cluster.b());
  }

  @AfterEach
  void leaveB() {
    adminOfB.close();
  }

  final SimulatedDirectory simulated() {
    return (SimulatedDirectory) directory;
  }

  final Attempt signInOnB(Person person) {
    return Flow.DIRECT_GRANT.signIn(onB, person.username(), person.password());
  }

  final void signedInOnB(Person person) {
    Attempt attempt = signInOnB(person);
    assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();
  }
}
