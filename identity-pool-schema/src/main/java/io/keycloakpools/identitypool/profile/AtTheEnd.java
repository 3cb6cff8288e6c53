package io.keycloakpools.identitypool.profile;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Runs a task just before the transaction commits; if it fails, the transaction rolls back. */
final class AtTheEnd extends AbstractKeycloakTransaction {

  private final Runnable step;

  private AtTheEnd(Runnable step) {
    this.step = step;
  }

  static void of(KeycloakSession session, Runnable step) {
    session.getTransactionManager().enlistPrepare(new AtTheEnd(step));
  }

  @Override
  protected void commitImpl() {
    step.run();
  }

  @Override
  protected void rollbackImpl() {}
}
