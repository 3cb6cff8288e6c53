package io.keycloakpools.it;

import io.keycloakpools.it.FaultOutcome.NotApplicable;
import io.keycloakpools.it.FaultOutcome.SignedIn;
import io.keycloakpools.it.FaultOutcome.SignedInUnchanged;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A fault, and its expected results by place.
 *
 * @param requestTimeout of the pool meanwhile, in milliseconds
 * @param strike causes the fault at a place until everything is mended
 */
public record MatrixFault(
    String name,
    int requestTimeout,
    Consumer<FaultPlace> strike,
    Map<FaultPlace, FaultOutcome> expected) {

  /** Enough for an immediate answer on a busy machine. */
  private static final int ENOUGH = 5000;

  /** A fault with a reachable directory, so that each place can be struck alone. */
  public static MatrixFault of(String name, Consumer<FaultPlace> strike) {
    Map<FaultPlace, FaultOutcome> expected = new EnumMap<>(FaultPlace.class);
    expected.put(FaultPlace.LOOKUP, FaultOutcome.tryLater());
    expected.put(FaultPlace.PASSWORD, FaultOutcome.tryLater());
    expected.put(FaultPlace.ROLES_OF_LINKED, new SignedInUnchanged());
    expected.put(FaultPlace.ROLES_OF_PENDING, FaultOutcome.tryLater());
    return new MatrixFault(name, ENOUGH, strike, expected);
  }

  /** A fault that always strikes the password check too. */
  public static MatrixFault ofEverything(String name, Runnable strike) {
    return of(name, place -> strike.run()).withoutRoles("the password check fails first");
  }

  public static MatrixFault none(String name, String why) {
    return of(name, place -> {}).everywhere(new NotApplicable(why));
  }

  public static MatrixFault unnoticed(String name, Runnable strike) {
    return of(name, place -> strike.run()).everywhere(new SignedIn());
  }

  MatrixFault timeout(int milliseconds) {
    return new MatrixFault(name, milliseconds, strike, expected);
  }

  public MatrixFault at(FaultPlace place, FaultOutcome outcome) {
    Map<FaultPlace, FaultOutcome> changed = new EnumMap<>(expected);
    changed.put(place, outcome);
    return new MatrixFault(name, requestTimeout, strike, changed);
  }

  private MatrixFault withoutRoles(String why) {
    return at(FaultPlace.ROLES_OF_LINKED, new NotApplicable(why))
        .at(FaultPlace.ROLES_OF_PENDING, new NotApplicable(why));
  }

  private MatrixFault everywhere(FaultOutcome outcome) {
    MatrixFault changed = this;
    for (FaultPlace place : FaultPlace.values()) {
      changed = changed.at(place, outcome);
    }
    return changed;
  }
}
