package io.keycloakpools.userstorage;

import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.userstorage.settings.FormerSwitches;
import io.keycloakpools.userstorage.settings.InvalidSettingException;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageProvider;

/**
 * Replaces the former switches of pools that an earlier version stored, when the server starts. The
 * form shows the setting that came after them, and would show its default. Where that fails, the
 * switches count as before.
 *
 * @param providerId of the pools
 */
record FormerSwitchesOfRealms(String providerId) {

  private static final Logger LOG = Logger.getLogger(FormerSwitchesOfRealms.class);

  void replace(KeycloakSessionFactory factory) {
    List<String> realms =
        KeycloakModelUtils.runJobInTransactionWithResult(
            factory,
            session ->
                session
                    .realms()
                    .getRealmsWithProviderTypeStream(UserStorageProvider.class)
                    .map(RealmModel::getId)
                    .toList());
    realms.forEach(realm -> replace(factory, realm));
  }

  /** Another node may do the same at this moment. */
  private void replace(KeycloakSessionFactory factory, String realmId) {
    try {
      KeycloakModelUtils.runJobInTransaction(
          factory,
          session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
              replace(session, realm);
            }
          });
    } catch (RuntimeException e) {
      LOG.warnf(
          e,
          "The user pools of realm %s keep the settings syncAttributes and justInTimeMigration, which still count, and"
              + " the admin console shows \"stay\" for each of them. Restart the server before such a pool is saved.",
          realmId);
    }
  }

  private void replace(KeycloakSession session, RealmModel realm) {
    realm
        .getStorageProviders(UserStorageProvider.class)
        .filter(pool -> providerId.equals(pool.getProviderId()))
        .filter(pool -> FormerSwitches.areIn(pool.getConfig()))
        .toList()
        .forEach(pool -> replace(session, realm, pool));
  }

  private static void replace(KeycloakSession session, RealmModel realm, ComponentModel pool) {
    ComponentModel changed = new ComponentModel(pool);
    try {
      FormerSwitches.replace(pool.getConfig(), changed.getConfig());
      ComponentReferences.saveFollowing(session, realm, changed);
    } catch (InvalidSettingException e) {
      // The pool does not work as it is; whoever saves it is told.
    }
  }
}
