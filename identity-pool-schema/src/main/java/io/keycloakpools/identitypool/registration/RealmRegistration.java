package io.keycloakpools.identitypool.registration;

import org.keycloak.authentication.forms.RegistrationUserCreation;

/** Nobody registers in a closed pool, whatever flow the realm has bound. */
public final class RealmRegistration extends IdentityPoolRegistration {

  private final RegistrationUserCreation stock = new RegistrationUserCreation();

  @Override
  public String getId() {
    return RegistrationUserCreation.PROVIDER_ID;
  }

  @Override
  public int order() {
    return super.order() + 1;
  }

  @Override
  public String getDisplayType() {
    return stock.getDisplayType();
  }

  @Override
  public String getHelpText() {
    return stock.getHelpText();
  }
}
