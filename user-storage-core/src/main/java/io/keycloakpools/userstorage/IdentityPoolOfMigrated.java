package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageProvider;

/**
 * The identity pool that migrated users join. Identity pools are a module of their own, which may
 * be missing: what is known of them here is their component and how they mark their users.
 */
record IdentityPoolOfMigrated(KeycloakSession session, RealmModel realm) {

  private static final String PROVIDER_ID = "identity-pool";
  private static final String GROUP = "group";
  private static final String MECHANISMS = "authenticationMechanisms";
  private static final String PASSWORD = "password";
  private static final Logger LOG = Logger.getLogger(IdentityPoolOfMigrated.class);

  /** The pool of that name, in any letter case. */
  Optional<ComponentModel> named(String name) {
    return realm
        .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
        .filter(component -> PROVIDER_ID.equals(component.getProviderId()))
        .filter(component -> name.equalsIgnoreCase(component.getName()))
        .findFirst();
  }

  /** Whether the users of a pool sign in with passwords: if it does not name other ways only. */
  static boolean hasPasswords(ComponentModel pool) {
    List<String> mechanisms =
        pool.getConfig().getOrDefault(MECHANISMS, List.of()).stream()
            .filter(word -> !word.isBlank())
            .toList();
    return mechanisms.isEmpty() || mechanisms.contains(PASSWORD);
  }

  /** Puts a user into a pool; a pool that was deleted meanwhile keeps nobody from moving. */
  void join(UserModel user, String name) {
    named(name)
        .ifPresentOrElse(
            pool -> join(user, pool),
            () ->
                LOG.warnf(
                    "User %s moved, and joins no identity pool: there is no pool '%s'. Choose"
                        + " another in the user pool's settings, and put the user into it.",
                    user.getId(), name));
  }

  private void join(UserModel user, ComponentModel pool) {
    user.setFederationLink(pool.getId());
    user.setSingleAttribute(PoolAttributes.IDENTITY_POOL, pool.getName());
    Optional.ofNullable(pool.get(GROUP))
        .map(path -> KeycloakModelUtils.findGroupByPath(session, realm, path))
        .ifPresent((GroupModel group) -> user.joinGroup(group));
  }
}
