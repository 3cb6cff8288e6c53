package io.keycloakpools.it.cluster;

import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.Database;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.DistributionRuntimeBuilder;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Two nodes of Keycloak, A and B, on one database. */
public final class KeycloakCluster implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final DistributionRuntime a;
  private final DistributionRuntime b;

  private KeycloakCluster(DistributionRuntime a, DistributionRuntime b) {
    this.a = a;
    this.b = b;
  }

  /**
   * Starts both nodes and waits until they know each other.
   *
   * @param database shared by the nodes
   * @param describe the Keycloak for the name {@code a} or {@code b}; its log is a file of its own
   */
  public static KeycloakCluster start(
      Database database, Function<String, DistributionRuntimeBuilder> describe) {
    AdminAccount admin = AdminAccount.random();
    Function<String, DistributionRuntime> node =
        name -> describe.apply(name).database(database).nodeOfCluster(admin).build();
    KeycloakCluster cluster = new KeycloakCluster(node.apply("a"), node.apply("b"));
    try {
      cluster.a.start();
      cluster.b.start();
      cluster.awaitBoth();
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** The node that started first. */
  public KeycloakRuntime a() {
    return a;
  }

  public KeycloakRuntime b() {
    return b;
  }

  public void awaitBoth() {
    await(List.of(a, b), 2);
  }

  public void awaitBAlone() {
    await(List.of(b), 1);
  }

  private static void await(List<DistributionRuntime> nodes, int members) {
    try {
      Awaitility.await("a cluster of " + members)
          .atMost(LONGEST)
          .until(() -> agree(nodes, members));
    } catch (ConditionTimeoutException e) {
      throw new IllegalStateException(e.getMessage() + ": " + views(nodes), e);
    }
  }

  private static boolean agree(List<DistributionRuntime> nodes, int members) {
    List<Optional<ClusterView>> views = views(nodes);
    return views.stream().distinct().count() == 1
        && views.get(0).filter(view -> view.members() == members).isPresent();
  }

  private static List<Optional<ClusterView>> views(List<DistributionRuntime> nodes) {
    return nodes.stream().map(node -> ClusterView.last(node.log())).toList();
  }

  @Override
  public void close() {
    b.close();
    a.close();
  }
}
