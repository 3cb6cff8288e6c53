package io.keycloakpools.passwordpolicy;

import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's {@code keycloak-password}. A subclass with a higher order can find
 * the settings of a user elsewhere.
 */
public class RememberingPasswordProviderFactory extends PasswordCredentialProviderFactory {

  @Override
  public PasswordCredentialProvider create(KeycloakSession session) {
    return new RememberingPasswordProvider(session, super.create(session), rules(session));
  }

  /** Where the settings of users come from. */
  protected PasswordRulesResolver rules(KeycloakSession session) {
    return PasswordRulesResolver.ofRealmPolicy();
  }

  /** Of two factories with one id, Keycloak takes the one with the higher order. */
  @Override
  public int order() {
    return super.order() + 10;
  }
}
