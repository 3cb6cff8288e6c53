package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

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

  /**
   * Whether the users of a user pool can move where they should. One that is off admits nobody, and
   * one that is gone is no reason to be of no pool: people wait until an admin has chosen.
   */
  boolean admits(Pool userPool) {
    Optional<String> name =
        userPool.config().identityPool().filter(unused -> userPool.config().justInTimeMigration());
    boolean closed = name.isPresent() && open(name.get()).isEmpty();
    if (closed) {
      LOG.warnf(
          "Nobody moves from user pool '%s' (%s): identity pool '%s' is switched off, or is gone."
              + " Switch it on under User federation, or choose another in the user pool's"
              + " settings.",
          userPool.name(), userPool.id(), name.get());
    }
    return !closed;
  }

  private Optional<ComponentModel> open(String name) {
    return named(name).filter(pool -> new UserStorageProviderModel(pool).isEnabled());
  }

  /** The user as they are once they moved, for questions about it. */
  UserModel asMember(UserModel user, Pool userPool) {
    Optional<ComponentModel> joined = userPool.config().identityPool().flatMap(this::open);
    return new UserModelDelegate(user) {
      @Override
      public String getFederationLink() {
        return joined.map(ComponentModel::getId).orElse(null);
      }

      @Override
      public boolean isFederated() {
        return joined.isPresent();
      }
    };
  }

  /**
   * Puts a user into the identity pool of a user pool, if it has one.
   *
   * @throws ModelException when it was closed since {@link #admits} was asked
   */
  void join(UserModel user, Pool userPool) {
    if (userPool.config().identityPool().isPresent()) {
      join(
          user,
          userPool
              .config()
              .identityPool()
              .flatMap(this::open)
              .orElseThrow(
                  () ->
                      new ModelException(
                          "userPoolRefused." + UnusableReason.IDENTITY_POOL_CLOSED.code())));
    }
  }

  private void join(UserModel user, ComponentModel pool) {
    user.setFederationLink(pool.getId());
    user.setSingleAttribute(PoolAttributes.IDENTITY_POOL, pool.getName());
    Optional.ofNullable(pool.get(GROUP))
        .map(path -> KeycloakModelUtils.findGroupByPath(session, realm, path))
        .ifPresent((GroupModel group) -> user.joinGroup(group));
  }
}
