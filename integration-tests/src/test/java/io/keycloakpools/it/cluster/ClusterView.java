package io.keycloakpools.it.cluster;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A node's view of the cluster, as Infinispan logs it (ISPN000094, or ISPN000093 after a split).
 *
 * @param text equal on all nodes with this view
 * @param members number of nodes
 */
record ClusterView(String text, int members) {
  private static final Pattern VIEW =
      Pattern.compile("ISPN00009[34]:.* (\\[.*] \\((\\d+)\\) \\[.*)");

  static Optional<ClusterView> last(String log) {
    return VIEW.matcher(log).results().reduce((before, after) -> after).map(ClusterView::of);
  }

  private static ClusterView of(MatchResult line) {
    return new ClusterView(line.group(1), Integer.parseInt(line.group(2)));
  }
}
