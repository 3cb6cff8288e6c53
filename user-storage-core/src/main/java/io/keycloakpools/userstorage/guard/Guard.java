package io.keycloakpools.userstorage.guard;

import java.util.function.Supplier;

/** Measures, limits, cleans or withholds questions. */
public interface Guard {

  /**
   * Handles a question.
   *
   * @param next passes the question to the next guard or the directory
   * @return the answer, or a substitute
   */
  <A> A around(Question<A> question, Supplier<A> next);
}
