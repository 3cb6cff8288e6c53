package io.keycloakpools.it.peers;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Starts a third-party emulator. Where it cannot run, tests are skipped with the reason, or fail in
 * continuous integration.
 */
public final class EmulatorOrSkip {

  private EmulatorOrSkip() {}

  public static void start(PeerEmulator emulator) {
    Optional<String> problem = emulator.unavailable().or(() -> startProblem(emulator));
    if (problem.isPresent() && System.getenv("CI") != null) {
      throw new AssertionError(problem.get());
    }
    problem.ifPresent(EmulatorOrSkip::skip);
  }

  private static Optional<String> startProblem(PeerEmulator emulator) {
    try {
      emulator.start();
      return Optional.empty();
    } catch (IllegalStateException | UncheckedIOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static void skip(String reason) {
    String message = "Skipped without the emulator: " + reason;
    System.out.println(message);
    Assumptions.abort(message);
  }
}
