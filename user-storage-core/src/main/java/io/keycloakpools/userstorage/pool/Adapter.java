package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.concurrent.Executor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The parts that differ between kinds of directories; see {@code UserPoolProviderFactory}. */
public interface Adapter {

  String providerId();

  PoolForm form();

  Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor);

  void permit(RealmModel realm, Settings settings);
}
