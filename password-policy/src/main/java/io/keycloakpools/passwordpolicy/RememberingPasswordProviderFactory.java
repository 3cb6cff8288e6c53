package io.keycloakpools.passwordpolicy;

import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces {@code keycloak-password}. A subclass with a higher order can supply other settings. */
public class RememberingPasswordProviderFactory extends PasswordCredentialProviderFactory {

  @Override
  public PasswordCredentialProvider create(KeycloakSession session) {
    return new RememberingPasswordProvider(session, super.create(session), rules(session));
  }

  protected PasswordRulesResolver rules(KeycloakSession session) {
    return PasswordRulesResolver.ofRealmPolicy();
  }

  @Override
  public int order() {
    return super.order() + 10;
  }
}
