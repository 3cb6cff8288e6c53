package io.keycloakpools.userstorage.observe;

import java.util.function.Function;
import java.util.function.Supplier;

/** Is there when a directory is called. */
interface CallObserver {

  /**
   * Makes the call.
   *
   * @param question must not throw
   * @param outcome what to make of the answer
   * @return the answer, as it is
   */
  <T> T around(DirectoryCall call, Supplier<T> question, Function<T, CallOutcome> outcome);
}
