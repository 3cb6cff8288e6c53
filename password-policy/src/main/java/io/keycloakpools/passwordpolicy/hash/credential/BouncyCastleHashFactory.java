package io.keycloakpools.passwordpolicy.hash.credential;

import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** Only Bouncy Castle outside FIPS has the primitives. */
abstract class BouncyCastleHashFactory
    implements PasswordHashProviderFactory, EnvironmentDependentProviderFactory {

  private final String id;
  private final PasswordHashProvider provider;

  BouncyCastleHashFactory(String id, PasswordHashProvider provider) {
    this.id = id;
    this.provider = provider;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public PasswordHashProvider create(KeycloakSession session) {
    return provider;
  }

  @Override
  public boolean isSupported(Config.Scope config) {
    return !Profile.isFeatureEnabled(Profile.Feature.FIPS);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
