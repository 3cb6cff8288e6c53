package io.keycloakpools.userstorage.lifecycle;

import io.keycloakpools.common.RealmsAtStart;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.userstorage.settings.FormerSwitches;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/**
 * At the start of the server, replaces former switches in stored pools: the form shows their
 * successor, and would show its default. If that fails, the switches still count.
 */
record FormerSwitchesOfRealms(String providerId) {

  private static final Logger LOG = Logger.getLogger(FormerSwitchesOfRealms.class);

  void replace(KeycloakSessionFactory factory) {
    RealmsAtStart.each(
        factory,
        this::replace,
        (realm, e) ->
            LOG.warnf(
                e,
                "The user pools of realm %s keep the settings syncAttributes and justInTimeMigration, which still count, and"
                    + " the admin console shows \"stay\" for each of them. Restart the server before such a pool is saved.",
                realm));
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
      // The pool does not work as it is; saving it reports why.
    }
  }
}
