package io.keycloakpools.common;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Runs a task once the transaction of a request is committed, and never if it is rolled back. */
public final class AfterCommit extends AbstractKeycloakTransaction {

  private final Runnable task;

  private AfterCommit(Runnable task) {
    this.task = task;
  }

  public static void run(KeycloakSession session, Runnable task) {
    session.getTransactionManager().enlistAfterCompletion(new AfterCommit(task));
  }

  @Override
  protected void commitImpl() {
    task.run();
  }

  @Override
  protected void rollbackImpl() {}
}
