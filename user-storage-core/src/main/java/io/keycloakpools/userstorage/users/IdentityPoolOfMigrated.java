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
 * The identity pool that migrated users join. Its module may be missing: only its component, and
 * how it marks users, are known here.
 */
public record IdentityPoolOfMigrated(KeycloakSession session, RealmModel realm, Pool from) {

  private static final String MECHANISMS = "authenticationMechanisms";
  private static final String PASSWORD = "password";
  private static final Logger LOG = Logger.getLogger(IdentityPoolOfMigrated.class);

  /**
   * True unless the setting names other mechanisms only, as separate values or as one text with
   * commas or spaces.
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
   * A pool that is off admits nobody: users wait until it is on. A deleted pool stops nobody, see
   * {@link #join}.
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

  /** The user as after the move. */
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
   * If the identity pool was deleted, the user joins none, and enters no application of a pool
   * until an admin adds them to one.
   *
   * @throws ModelException if it was switched off since {@link #admits} was asked
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
