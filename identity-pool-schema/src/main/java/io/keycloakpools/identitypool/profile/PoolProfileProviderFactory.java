package io.keycloakpools.identitypool.profile;

import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;

/** Replaces Keycloak's own under the same id: another id would orphan stored profiles. */
public final class PoolProfileProviderFactory extends DeclarativeUserProfileProviderFactory {

  @Override
  public DeclarativeUserProfileProvider create(KeycloakSession session) {
    return new PoolProfileProvider(session, this);
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
