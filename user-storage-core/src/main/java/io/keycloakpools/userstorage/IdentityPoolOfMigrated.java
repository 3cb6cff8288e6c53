package io.keycloakpools.userstorage;

import io.keycloakpools.common.PoolGroup;
import io.keycloakpools.common.reference.References;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The identity pool that migrated users join. Identity pools are a module of their own, which may
 * be missing: what is known of them here is their component and how they mark their users.
 *
 * @param from the user pool that its users leave
 */
record IdentityPoolOfMigrated(KeycloakSession session, RealmModel realm, Pool from) {

  private static final String MECHANISMS = "authenticationMechanisms";
  private static final String PASSWORD = "password";
  private static final Logger LOG = Logger.getLogger(IdentityPoolOfMigrated.class);

  /** Whether the users of a pool sign in with passwords: if it does not name other ways only. */
  static boolean hasPasswords(ComponentModel pool) {
    List<String> mechanisms =
        pool.getConfig().getOrDefault(MECHANISMS, List.of()).stream()
            .filter(word -> word != null && !word.isBlank())
            .toList();
    return mechanisms.isEmpty() || mechanisms.contains(PASSWORD);
  }

  /** Puts a user into a pool; a pool that was deleted meanwhile keeps nobody from moving. */
  void join(UserModel user, String name) {
    PoolReferences.of(session, realm, from)
        .identityPool(name)
        .map(realm::getComponent)
        .ifPresentOrElse(
            pool -> join(user, pool),
            () ->
                LOG.warnf(
                    "User %s of realm %s moved from user pool \"%s\", and joins no identity pool: \"%s\" no longer exists."
                        + " Save the user pool with another one, and put the user into it.",
                    user.getId(), realm.getName(), from.name(), name));
  }

  private void join(UserModel user, ComponentModel pool) {
    user.setFederationLink(pool.getId());
    user.setSingleAttribute(PoolAttributes.IDENTITY_POOL, pool.getName());
    References references = References.of(pool.getConfig().get(References.KEY));
    Optional.ofNullable(pool.get(PoolGroup.SETTING))
        .map(String::strip)
        .filter(path -> !path.isEmpty())
        .map(path -> new PoolGroup(pool.getName(), path, references))
        .ifPresent(group -> group.join(session, realm, user));
  }
}
