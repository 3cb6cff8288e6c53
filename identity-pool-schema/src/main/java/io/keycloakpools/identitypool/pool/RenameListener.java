package io.keycloakpools.identitypool.pool;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.ClientModel.ClientIdChangeEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Has pools follow clients and groups that get another name, as Keycloak has the mappers of its
 * identity providers ({@code ConfigSyncEventListener}): else an application would be open to the
 * users of all pools as soon as it is renamed.
 */
final class RenameListener implements ProviderEventListener {

  private static final Logger LOG = Logger.getLogger(RenameListener.class);

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof ClientIdChangeEvent client) {
      replace(
          client.getKeycloakSession(),
          client.getUpdatedClient().getRealm(),
          PoolSettings.CLIENTS,
          id -> id.equals(client.getPreviousClientId()) ? client.getNewClientId() : id);
    } else if (event instanceof GroupPathChangeEvent group) {
      replace(
          group.getKeycloakSession(),
          group.getRealm(),
          PoolSettings.GROUP,
          path -> moved(path, group.getPreviousPath(), group.getNewPath()));
    }
  }

  /** The path of the group, or of one below it. */
  static String moved(String path, String before, String after) {
    return path.equals(before) || path.startsWith(before + "/")
        ? after + path.substring(before.length())
        : path;
  }

  private static void replace(
      KeycloakSession session, RealmModel realm, String setting, UnaryOperator<String> change) {
    for (ComponentModel pool : IdentityPools.of(session, realm).components().toList()) {
      List<String> before = pool.getConfig().getOrDefault(setting, List.of());
      List<String> after = before.stream().map(String::strip).map(change).toList();
      if (!after.equals(before)) {
        ComponentModel changed = new ComponentModel(pool);
        changed.getConfig().put(setting, after);
        update(realm, changed, setting);
      }
    }
  }

  /** Another setting of the pool may have become wrong: that is no reason to refuse the name. */
  static void update(RealmModel realm, ComponentModel pool, String setting) {
    try {
      realm.updateComponent(pool);
    } catch (ComponentValidationException e) {
      LOG.errorf(
          "Identity pool %s of realm %s could not follow a new name in its setting %s. Save it with that name: %s",
          pool.getName(), realm.getName(), setting, e.getMessage());
    }
  }
}
