package io.keycloakpools.userstorage.lifecycle;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.userstorage.answer.LoginEventDetails;
import io.keycloakpools.userstorage.pool.RealmPool;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import io.keycloakpools.userstorage.users.PoolProfile;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** Declares in the session's realm the attributes and the action that user pools need. */
record Declarations(KeycloakSession session, RealmModel realm) {

  void make() {
    PoolProfile.declare(session, RealmPool.names(session, realm));
    new LoginEventDetails().declare(realm);
  }

  /** Also declares the attributes that the saved pool maps. */
  void make(ComponentModel pool) {
    make();
    RealmPool.of(session, pool)
        .flatMap(this::config)
        .ifPresent(config -> PoolProfile.declareMapped(session, config.attributeMappings()));
  }

  /** Empty for a pool that cannot work; saving it reports why. */
  private Optional<UserPoolConfig> config(RealmPool pool) {
    try {
      return Optional.of(UserPoolConfig.read(pool.engine().settings(session, pool.component())));
    } catch (InvalidSettingException e) {
      return Optional.empty();
    }
  }

  /** For a realm from a file, whose pools get no {@code onCreate}. */
  void ofImported(String providerId) {
    List<ComponentModel> pools =
        realm
            .getStorageProviders(UserStorageProvider.class)
            .filter(pool -> providerId.equals(pool.getProviderId()))
            .toList();
    RealmModel before = session.getContext().getRealm();
    session.getContext().setRealm(realm);
    try {
      pools.forEach(this::make);
    } finally {
      session.getContext().setRealm(before);
    }
  }
}
