package io.keycloakpools.identitypool.profile;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** What is done just before a transaction is committed; if it fails, nothing is. */
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
