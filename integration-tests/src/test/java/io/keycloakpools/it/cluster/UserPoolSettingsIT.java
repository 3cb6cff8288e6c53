package io.keycloakpools.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.ApiDocument;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PrometheusMetrics;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.RestSimulator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An admin's changes on node A hold on node B once the admin has the answer, and B drops its state
 * of the pool.
 */
class UserPoolSettingsIT extends TwoNodes {

  /** {@code Breaker.FAILURES}. */
  private static final int FAILURES = 5;

  /** The pause of an open breaker ({@code Breaker}). */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** {@code UnknownNames.LIFE}. */
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  @Test
  void anotherAttributeMapping() {
    String pool = pool(Map.of("attributeMappings", pairs(directory.attribute(), "first")));
    Person ada = inDirectory(Person.named("ada").attribute(directory.attribute(), "Research"));
    signedInOnB(ada);
    assertThat(attribute(imported(ada), "first")).containsExactly("Research");

    for (String name : new String[] {"second", "third", "fourth"}) {
      change(pool, "attributeMappings", pairs(directory.attribute(), name));
      signedInOnB(ada);
      assertThat(attribute(imported(ada), name)).containsExactly("Research");
      assertThat(attribute(onB.users().get(imported(ada).getId()), name))
          .containsExactly("Research");
    }
  }

  @Test
  void switchedOffAndOnAgain() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedInOnB(ada);

    realm.components().disable(pool).expectDone();
    directory.forgetRequests();
    assertThat(signInOnB(ada).signedIn()).isFalse();
    assertThat(directory.requests()).isZero();

    realm.components().enable(pool).expectDone();
    signedInOnB(ada);
  }

  @Test
  void deleted(KeycloakCluster cluster) {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedInOnB(ada);
    assertThat(PrometheusMetrics.of(cluster.b()).about(pool)).isNotEmpty();

    realm.components().delete(pool).expectDone();
    directory.forgetRequests();
    assertThat(signInOnB(ada).message()).contains("Invalid user credentials");
    assertThat(directory.requests()).isZero();
    assertThat(onB.users().all()).isEmpty();
    assertThat(PrometheusMetrics.of(cluster.b()).about(pool)).isEmpty();
  }

  @Test
  void deletedWithItsRealm(AdminApi admin, KeycloakCluster cluster) {
    Person ada = inDirectory(Person.named("ada"));
    TestRealm other = admin.createRealm();
    String pool = other.components().add("pool", directory.providerId(), directory.settings()).id();
    try (AdminApi adminOfB = ApiDocument.admin(cluster.b())) {
      TestRealm otherOnB = adminOfB.sameRealm(other);
      assertThat(Flow.DIRECT_GRANT.signIn(otherOnB, "ada", ada.password()).signedIn()).isTrue();
    }
    assertThat(PrometheusMetrics.of(cluster.b()).about(pool)).isNotEmpty();

    other.delete();

    assertThat(PrometheusMetrics.of(cluster.a()).about(pool)).isEmpty();
    assertThat(PrometheusMetrics.of(cluster.b()).about(pool)).isEmpty();
  }

  @Test
  void anotherTokenForTheDirectory() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedInOnB(ada);
    ((RestSimulator) simulated().simulator()).authorization("Bearer rotated");
    assertThat(signInOnB(ada).status()).isEqualTo(503);

    change(pool, "token", "rotated");

    signedInOnB(ada);
  }

  @Test
  void aBreakerThatIsOpenOnBIsForgottenEvenIfNothingWasChanged() {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    simulated().onLookups(Fault.http(503, "text/plain", "down"));
    long opened = 0;
    for (int i = 0; i < FAILURES; i++) {
      opened = System.nanoTime();
      assertThat(signInOnB(Person.named("stranger-" + i)).status()).isEqualTo(503);
    }
    simulated().noFaults();
    directory.forgetRequests();
    int status = signInOnB(ada).status();
    assumeThat(since(opened)).as("or the breaker let it through").isLessThan(PAUSE);
    assertThat(status).isEqualTo(503);
    assertThat(directory.requests()).isZero();

    change(pool, "requestTimeout", "10000");

    signedInOnB(ada);
    assumeThat(since(opened)).as("or the breaker let it through").isLessThan(PAUSE);
  }

  @Test
  void aNameThatBRemembersAsUnknownIsForgotten() {
    String pool = linkedPool();
    Person ada = Person.named("ada");
    long asked = System.nanoTime();
    assertThat(signInOnB(ada).message()).contains("Invalid user credentials");
    inDirectory(ada);
    directory.forgetRequests();
    boolean in = signInOnB(ada).signedIn();
    assumeThat(since(asked)).as("or its time was over").isLessThan(REMEMBERED);
    assertThat(in).isFalse();
    assertThat(simulated().requestsAbout("ada")).isEmpty();

    change(pool, "requestTimeout", "9000");

    signedInOnB(ada);
    assumeThat(since(asked)).as("or its time was over").isLessThan(REMEMBERED);
  }

  private void change(String pool, String setting, String value) {
    realm.components().change(pool, Map.of(setting, value)).expectDone();
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
