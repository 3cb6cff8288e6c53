package io.keycloakpools.it;

import static io.keycloakpools.it.FaultPlace.LOOKUP;
import static io.keycloakpools.it.FaultPlace.PASSWORD;
import static io.keycloakpools.it.FaultPlace.ROLES_OF_PENDING;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Trouble;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Faults between Keycloak and any directory, with their usual results. */
final class UsualFaults {

  /** In seconds, for refusals because of too many requests. */
  private static final int RETRY_AFTER = 30;

  /** Short enough to wait for, long enough for an answer on a busy machine. */
  private static final int SHORT = 1500;

  /** Faults with a better row of their own, or equal to a hang. */
  private static final Set<String> SAME = Set.of("redirect", "latency");

  private static final URI NOWHERE = URI.create("https://nobody.invalid");
  private static final String JSON = "application/json";

  private final SimulatedDirectory directory;
  private final Consumer<URI> move;

  /**
   * @param move points the pool to another address of the directory
   */
  UsualFaults(SimulatedDirectory directory, Consumer<URI> move) {
    this.directory = directory;
    this.move = move;
  }

  /**
   * @param untrusted address of the directory with an untrusted certificate
   * @param elsewhere target of a redirect
   */
  List<MatrixFault> all(URI untrusted, URI elsewhere) {
    List<MatrixFault> faults = new ArrayList<>();
    faults.add(MatrixFault.ofEverything("connection refused", directory::stop));
    faults.add(MatrixFault.ofEverything("DNS failure", () -> move.accept(NOWHERE)));
    faults.add(MatrixFault.ofEverything("TLS failure", () -> move.accept(untrusted)));
    Trouble.ofAnyServer().stream()
        .filter(trouble -> !SAME.contains(trouble.name()))
        .map(trouble -> answer(trouble.name(), trouble.fault()))
        .forEach(faults::add);
    faults.add(answer("redirect", Fault.redirect(elsewhere)));
    faults.add(answer("500 with JSON", Fault.http(500, JSON, "{}")));
    faults.add(answer("429 without Retry-After", Fault.http(429, JSON, "{}")));
    faults.add(tooManyUntil());
    return faults;
  }

  private MatrixFault tooManyUntil() {
    Map<String, String> headers =
        Map.of("Content-Type", JSON, "Retry-After", Integer.toString(RETRY_AFTER));
    FaultOutcome later = FaultOutcome.tryLater(RETRY_AFTER);
    return answer("429 with Retry-After", Fault.answer(new Answer(429, headers, "{}")))
        .at(LOOKUP, later)
        .at(PASSWORD, later)
        .at(ROLES_OF_PENDING, later);
  }

  private MatrixFault answer(String name, Fault fault) {
    MatrixFault row = MatrixFault.of(name, place -> arm(place, fault));
    boolean slow = fault instanceof Fault.Hang || fault instanceof Fault.SlowDrip;
    return slow ? row.timeout(SHORT) : row;
  }

  private void arm(FaultPlace place, Fault fault) {
    switch (place) {
      case LOOKUP -> directory.onLookups(fault);
      case PASSWORD -> directory.onPasswordChecks(fault);
      case ROLES_OF_LINKED, ROLES_OF_PENDING -> directory.onRoles(fault);
    }
  }
}
