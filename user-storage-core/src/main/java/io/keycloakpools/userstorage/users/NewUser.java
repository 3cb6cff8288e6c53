package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.pool.PoolSession;
import jakarta.persistence.EntityManager;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.UserAdapter;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Adds a user of the pool as {@code JpaUserProvider.addUser} does, but with the whole profile at
 * once: that method inserts the row with the name alone, for a later update, and asks whether a new
 * user has the default role.
 */
record NewUser(PoolSession own) {

  /**
   * @throws org.keycloak.models.ModelException if another user has the name or the address
   */
  UserModel add(DirectoryUser from, String username) {
    RealmModel realm = own.realm();
    EntityManager entities =
        own.session().getProvider(JpaConnectionProvider.class).getEntityManager();
    UserEntity row = row(from, username);
    entities.persist(row);
    entities.flush();
    UserAdapter user = new UserAdapter(own.session(), realm, entities, row);
    user.grantRoleImpl(realm.getDefaultRole());
    RoleModel.RoleGrantedEvent.fire(realm.getDefaultRole(), user, own.session());
    realm.getDefaultGroupsStream().forEach(user::joinGroup);
    realm
        .getRequiredActionProvidersStream()
        .filter(RequiredActionProviderModel::isEnabled)
        .filter(RequiredActionProviderModel::isDefaultAction)
        .map(RequiredActionProviderModel::getAlias)
        .forEach(user::addRequiredAction);
    return user;
  }

  private UserEntity row(DirectoryUser from, String username) {
    UserEntity row = new UserEntity();
    row.setId(KeycloakModelUtils.generateId());
    row.setCreatedTimestamp(Time.currentTimeMillis());
    row.setLastModifiedTimestamp(row.getCreatedTimestamp());
    row.setRealmId(own.realm().getId());
    row.setUsername(username);
    row.setEmail(
        from.email().map(Names::folded).orElse(null), own.realm().isDuplicateEmailsAllowed());
    row.setEmailVerified(from.emailVerified());
    row.setFirstName(from.name().first().orElse(null));
    row.setLastName(from.name().last().orElse(null));
    row.setEnabled(true);
    row.setFederationLink(own.pool().id());
    return row;
  }
}
