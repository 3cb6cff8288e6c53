package io.keycloakpools.userstorage.guard;

import java.util.function.Supplier;

/** Stands between the pack and a directory: measures, limits, cleans or withholds a question. */
public interface Guard {

  /**
   * Handles a question.
   *
   * @param next passes the question on to the guard behind this one, or to the directory
   * @return the answer, or one that this guard gives instead
   */
  <A> A around(Question<A> question, Supplier<A> next);
}
