package io.keycloakpools.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClusterViewTest {
  private static final String LOG =
      """
      12:00:00 INFO  [org.infinispan.CLUSTER] (main) ISPN000094: Received new cluster view for channel ISPN: [one-1|0] (1) [one-1]
      12:00:01 INFO  [io.quarkus] (main) Keycloak on JVM started
      12:00:02 INFO  [org.infinispan.CLUSTER] (jgroups-1) ISPN000094: Received new cluster view for channel ISPN: [one-1|1] (2) [one-1, two-2]
      """;

  @Test
  void theLastViewCounts() {
    assertThat(ClusterView.last(LOG)).contains(new ClusterView("[one-1|1] (2) [one-1, two-2]", 2));
  }

  @Test
  void aLogWithoutAViewHasNone() {
    assertThat(ClusterView.last("")).isEmpty();
  }
}
