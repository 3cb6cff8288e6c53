package io.keycloakpools.userstorage.lifecycle;

import io.keycloakpools.userstorage.answer.LoginEventDetails;
import io.keycloakpools.userstorage.pool.RealmPool;
import io.keycloakpools.userstorage.settings.InvalidSettingException;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import io.keycloakpools.userstorage.users.PoolProfile;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** What a realm has to know when it has a user pool; the realm is that of the session. */
record Declarations(KeycloakSession session, RealmModel realm) {

  /** What every pool needs. */
  void make() {
    PoolProfile.declare(session, RealmPool.names(session, realm));
    LoginEventDetails.declare(realm);
  }

  /** What a pool that is saved needs besides. */
  void make(ComponentModel pool) {
    make();
    RealmPool.of(session, pool)
        .flatMap(this::config)
        .ifPresent(config -> PoolProfile.declareMapped(session, config.attributeMappings()));
  }

  /** Empty for a pool that cannot work: whoever saves it is told. */
  private Optional<UserPoolConfig> config(RealmPool pool) {
    try {
      return Optional.of(UserPoolConfig.read(pool.engine().settings(session, pool.component())));
    } catch (InvalidSettingException e) {
      return Optional.empty();
    }
  }

  /** For the pools of a realm that comes from a file: their {@code onCreate} is not called. */
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
