package io.keycloakpools.identitypool.registration;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

public final class PoolLoginFormsFactory extends FreeMarkerLoginFormsProviderFactory {

  @Override
  public LoginFormsProvider create(KeycloakSession session) {
    return new PoolLoginForms(session);
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
