package io.keycloakpools.userstorage.pool;

import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.settings.Settings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.concurrent.Executor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What differs from one kind of directory to another. */
public interface Adapter {

  /** Identifier of the user storage provider. */
  String providerId();

  PoolForm form();

  /**
   * Opens the directory, without asking it anything.
   *
   * @throws io.keycloakpools.userstorage.settings.InvalidSettingException on a setting that cannot
   *     work
   */
  Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor);

  /**
   * Whether the server's operator lets a realm use the settings.
   *
   * @throws io.keycloakpools.userstorage.settings.InvalidSettingException when not
   */
  void permit(RealmModel realm, Settings settings);
}
