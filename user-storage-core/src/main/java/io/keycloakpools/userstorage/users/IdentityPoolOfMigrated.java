package io.keycloakpools.userstorage.users;

import io.keycloakpools.common.reference.PoolGroup;
import io.keycloakpools.common.reference.References;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * The identity pool that migrated users join. Identity pools are a module of their own, which may
 * be missing: what is known of them here is their component and how they mark their users.
 *
 * @param from the user pool that its users leave
 */
public record IdentityPoolOfMigrated(KeycloakSession session, RealmModel realm, Pool from) {

  private static final String MECHANISMS = "authenticationMechanisms";
  private static final String PASSWORD = "password";
  private static final Logger LOG = Logger.getLogger(IdentityPoolOfMigrated.class);

  /**
   * Whether the users of a pool sign in with passwords: if it does not name other ways only. They
   * are values of their own, or together in one, with commas or spaces between.
   */
  public static boolean hasPasswords(ComponentModel pool) {
    List<String> mechanisms =
        pool.getConfig().getOrDefault(MECHANISMS, List.of()).stream()
            .filter(Objects::nonNull)
            .flatMap(value -> Arrays.stream(value.split("[,\\s]+")))
            .filter(word -> !word.isEmpty())
            .toList();
    return mechanisms.isEmpty() || mechanisms.contains(PASSWORD);
  }

  /**
   * Whether users can move where they should. A pool that is off admits nobody: people wait until
   * it is on. One that was deleted does not stop the sign-ins, see {@link #join}.
   */
  public boolean admits() {
    boolean off =
        from.config().justInTimeMigration() && joined().filter(pool -> !isOn(pool)).isPresent();
    if (off) {
      LOG.warnf(
          "Nobody moves from user pool '%s' (%s): identity pool '%s' is switched off. Switch it on"
              + " under User federation, or choose another in the user pool's settings.",
          from.name(), from.id(), joined().get().getName());
    }
    return !off;
  }

  private Optional<ComponentModel> joined() {
    return from.config()
        .identityPool()
        .flatMap(PoolReferences.of(session, realm, from)::identityPool)
        .map(realm::getComponent);
  }

  private static boolean isOn(ComponentModel pool) {
    return new UserStorageProviderModel(pool).isEnabled();
  }

  /** The user as they are once they moved, for questions about it. */
  UserModel asMember(UserModel user) {
    Optional<ComponentModel> joined = joined().filter(IdentityPoolOfMigrated::isOn);
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
   * Puts a user into the identity pool, if there is one. After it was deleted, people move and join
   * none: they enter no application of a pool until an admin puts them into one.
   *
   * @throws ModelException when it was switched off since {@link #admits} was asked
   */
  void join(UserModel user) {
    from.config().identityPool().ifPresent(name -> join(user, name));
  }

  private void join(UserModel user, String name) {
    Optional<ComponentModel> joined = joined();
    if (joined.isEmpty()) {
      LOG.warnf(
          "User %s of realm %s moved from user pool \"%s\", and joins no identity pool: \"%s\" no longer exists."
              + " Save the user pool with another one, and put the user into it.",
          user.getId(), realm.getName(), from.name(), name);
    } else if (isOn(joined.get())) {
      join(user, joined.get());
    } else {
      throw new ModelException("userPoolRefused." + UnusableReason.IDENTITY_POOL_CLOSED.code());
    }
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
