package io.keycloakpools.identitypool.federation;

import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.pool.IdentityPools;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.UserRegistrationProvider;

public final class IdentityPoolProvider
    implements UserStorageProvider, UserRegistrationProvider, CredentialInputUpdater {

  private final KeycloakSession session;
  private final ComponentModel model;

  IdentityPoolProvider(KeycloakSession session, ComponentModel model) {
    this.session = session;
    this.model = model;
  }

  @Override
  public UserModel addUser(RealmModel realm, String username) {
    return IdentityPools.of(session, realm)
        .joining()
        .filter(pool -> pool.id().equals(model.getId()))
        .map(pool -> new Membership(session, realm).create(username, pool))
        .orElse(null);
  }

  @Override
  public boolean removeUser(RealmModel realm, UserModel user) {
    return true;
  }

  /**
   * None; without this interface, Keycloak's {@code disableCredentialType} fails on users of pools.
   */
  @Override
  public boolean supportsCredentialType(String credentialType) {
    return false;
  }

  @Override
  public boolean updateCredential(RealmModel realm, UserModel user, CredentialInput input) {
    return false;
  }

  @Override
  public void disableCredentialType(RealmModel realm, UserModel user, String credentialType) {}

  @Override
  public Stream<String> getDisableableCredentialTypesStream(RealmModel realm, UserModel user) {
    return Stream.empty();
  }

  @Override
  public void close() {}
}
