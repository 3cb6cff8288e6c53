package io.keycloakpools.identitypool.password;

import io.keycloakpools.passwordpolicy.RememberingPasswordProviderFactory;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.models.KeycloakSession;

/** Replaces {@code keycloak-password} once more: see {@link PoolPasswordProvider}. */
public final class PoolPasswordProviderFactory extends RememberingPasswordProviderFactory {

  @Override
  public PasswordCredentialProvider create(KeycloakSession session) {
    return new PoolPasswordProvider(session, super.create(session), rules(session));
  }

  @Override
  public int order() {
    return super.order() + 10;
  }
}
