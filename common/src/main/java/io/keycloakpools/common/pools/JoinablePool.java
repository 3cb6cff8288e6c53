package io.keycloakpools.common.pools;

import io.keycloakpools.common.reference.PoolGroup;
import io.keycloakpools.common.reference.References;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.UserStorageProviderModel;

/** An identity pool as user pools see it. */
public record JoinablePool(KeycloakSession session, RealmModel realm, ComponentModel component) {

  public String name() {
    return component.getName();
  }

  /** Keycloak refuses to change users of a provider that is switched off. */
  public boolean isOn() {
    return new UserStorageProviderModel(component).isEnabled();
  }

  /** Without the JAR of identity pools, no pool excludes passwords. */
  public boolean hasPasswords() {
    return IdentityPoolContract.of(session)
        .map(contract -> contract.hasPasswords(component))
        .orElse(true);
  }

  /**
   * Puts the user into the pool and its group, also without the JAR of identity pools, which finds
   * the user there when it is back.
   */
  public void join(UserModel user) {
    link(user, component.getId(), name());
    group().ifPresent(group -> group.join(session, realm, user));
  }

  private Optional<PoolGroup> group() {
    References references = References.of(component.getConfig().get(References.KEY));
    return Optional.ofNullable(component.get(PoolGroup.SETTING))
        .map(String::strip)
        .filter(path -> !path.isEmpty())
        .map(path -> new PoolGroup(name(), path, references));
  }

  /** Makes a user a member, without the group. */
  public static void link(UserModel user, String poolId, String poolName) {
    user.setFederationLink(poolId);
    user.setSingleAttribute(PoolMarks.IDENTITY_POOL, poolName);
  }

  /**
   * The user as a member, for rules that hold after the user joins.
   *
   * @param pool empty for a user of no pool
   */
  public static UserModel asMember(UserModel user, Optional<JoinablePool> pool) {
    return new UserModelDelegate(user) {
      @Override
      public String getFederationLink() {
        return pool.map(joined -> joined.component().getId()).orElse(null);
      }

      @Override
      public boolean isFederated() {
        return pool.isPresent();
      }
    };
  }
}
