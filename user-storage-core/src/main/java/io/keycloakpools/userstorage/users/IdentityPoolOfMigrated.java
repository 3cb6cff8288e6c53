package io.keycloakpools.userstorage.users;

import io.keycloakpools.common.pools.JoinablePool;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.pool.PoolSession;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;

/** The identity pool that migrated users join. */
public record IdentityPoolOfMigrated(PoolSession from) {

  private static final Logger LOG = Logger.getLogger(IdentityPoolOfMigrated.class);

  /**
   * A pool that is off admits nobody: users wait until it is on. A deleted pool stops nobody, see
   * {@link #join}.
   */
  public boolean admits() {
    Optional<JoinablePool> off =
        from.config().justInTimeMigration()
            ? joined().filter(pool -> !pool.isOn())
            : Optional.empty();
    off.ifPresent(
        pool ->
            LOG.warnf(
                "Nobody moves from user pool '%s' (%s): identity pool '%s' is switched off. Switch it on"
                    + " under User federation, or choose another in the user pool's settings.",
                from.pool().name(), from.pool().id(), pool.name()));
    return off.isEmpty();
  }

  private Optional<JoinablePool> joined() {
    return from.config()
        .identityPool()
        .flatMap(from.references()::identityPool)
        .map(from.realm()::getComponent)
        .map(component -> new JoinablePool(from.session(), from.realm(), component));
  }

  /** The user as after the move. */
  UserModel asMember(UserModel user) {
    return JoinablePool.asMember(user, joined().filter(JoinablePool::isOn));
  }

  /**
   * If the identity pool was deleted, the user joins none, and enters no application of a pool
   * until an admin adds them to one.
   *
   * @throws ModelException if it was switched off since {@link #admits} was asked
   */
  void join(UserModel user) {
    from.config().identityPool().ifPresent(name -> join(user, name));
  }

  private void join(UserModel user, String name) {
    Optional<JoinablePool> joined = joined();
    if (joined.isEmpty()) {
      LOG.warnf(
          "User %s of realm %s moved from user pool \"%s\", and joins no identity pool: \"%s\" no longer exists."
              + " Save the user pool with another one, and put the user into it.",
          user.getId(), from.realm().getName(), from.pool().name(), name);
    } else if (joined.get().isOn()) {
      joined.get().join(user);
    } else {
      throw new ModelException("userPoolRefused." + UnusableReason.IDENTITY_POOL_CLOSED.code());
    }
  }
}
