package io.keycloakpools.it;

import io.keycloakpools.it.FaultCell.Ended;
import io.keycloakpools.it.FaultOutcome.NotApplicable;
import io.keycloakpools.it.Flow.Attempt;
import java.util.List;

/** The matrix as text: {@code target/fault-matrix-<provider>.md}, one row per cell. */
final class FaultMatrixReport {

  private final MarkdownReport report;

  FaultMatrixReport(String providerId) {
    report = new MarkdownReport("fault-matrix-" + providerId + ".md");
    report.table(
        providerId,
        "fault",
        "where",
        "login page",
        "direct grant",
        "failures counted",
        "took, page / grant",
        "local and migrated users",
        "cause, in event and log");
  }

  void notApplicable(MatrixFault fault, FaultPlace place, NotApplicable none) {
    report.row(fault.name(), place, "not applicable: " + none.why(), "", "", "", "", "");
  }

  /**
   * @param ended the login page and the direct grant
   * @param neighbours people outside the directory
   */
  void row(FaultCell cell, List<Ended> ended, List<Attempt> neighbours) {
    Attempt page = ended.get(0).attempt();
    Attempt grant = ended.get(1).attempt();
    report.row(
        cell.fault().name(),
        cell.place(),
        text(ended.get(0)),
        text(ended.get(1))
            + grant.retryAfter().map(seconds -> ", Retry-After " + seconds).orElse(""),
        ended.stream().mapToInt(Ended::failures).sum(),
        Measurements.millis(page.elapsed()) + " / " + Measurements.millis(grant.elapsed()),
        neighbours.stream().allMatch(Attempt::signedIn) ? "sign in" : "do not sign in",
        ended.get(1).reason());
  }

  private static String text(Ended ended) {
    Attempt attempt = ended.attempt();
    if (!attempt.signedIn()) {
      return attempt.status() + " " + attempt.message();
    }
    boolean unchanged = ended.after().equals(ended.signing().before());
    return attempt.status() + " signed in" + (unchanged ? ", unchanged" : "");
  }
}
