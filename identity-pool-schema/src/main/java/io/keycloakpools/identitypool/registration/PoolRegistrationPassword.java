package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.Mechanism;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.forms.login.LoginFormsProvider;

/** A pool without passwords asks for none and takes none. */
public final class PoolRegistrationPassword extends RegistrationPassword {

  @Override
  public int order() {
    return super.order() + 1;
  }

  @Override
  public void buildPage(FormContext context, LoginFormsProvider form) {
    if (takesPasswords(context)) {
      super.buildPage(context, form);
    }
  }

  @Override
  public void validate(ValidationContext context) {
    if (takesPasswords(context)) {
      super.validate(context);
    } else {
      context.success();
    }
  }

  @Override
  public void success(FormContext context) {
    if (takesPasswords(context)) {
      super.success(context);
    }
  }

  private static boolean takesPasswords(FormContext context) {
    return IdentityPools.of(context.getSession(), context.getRealm())
        .registeringAt(context.getAuthenticationSession().getClient())
        .map((IdentityPool pool) -> pool.allows(Mechanism.PASSWORD))
        .orElse(true);
  }
}
