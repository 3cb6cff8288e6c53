package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.UserStoragePrivateUtil;

/** The users in Keycloak's own database, read without asking any pool. */
public record LocalUsers(KeycloakSession session, RealmModel realm) {

  UserProvider storage() {
    return UserStoragePrivateUtil.userLocalStorage(session);
  }

  /** Compares the values again: a database may ignore case or accents. */
  Optional<UserModel> imported(String poolId, String externalId) {
    return storage()
        .searchForUserByUserAttributeStream(realm, PoolAttributes.EXTERNAL_ID, externalId)
        .filter(user -> poolId.equals(user.getFirstAttribute(PoolAttributes.POOL)))
        .filter(user -> externalId.equals(user.getFirstAttribute(PoolAttributes.EXTERNAL_ID)))
        .findFirst();
  }

  /**
   * Whether the realm has no user with this external id of any pool, and none with the username or
   * the address as either. One query instead of one for each; who is not nobody must be looked at.
   */
  boolean nobody(String externalId, String username, Optional<String> email) {
    Set<String> names =
        Stream.concat(Stream.of(username), email.stream())
            .map(Names::folded)
            .collect(Collectors.toSet());
    return entities()
        .createQuery(
            "select u.id from UserEntity u where u.realmId = :realm and u.username in (:names)"
                + " union all"
                + " select u.id from UserEntity u where u.realmId = :realm and u.email in (:names)"
                + " union all"
                + " select u.id from UserEntity u join u.attributes a where u.realmId = :realm"
                + " and a.name = :attribute and a.value = :externalId",
            String.class)
        .setParameter("realm", realm.getId())
        .setParameter("names", names)
        .setParameter("attribute", PoolAttributes.EXTERNAL_ID)
        .setParameter("externalId", externalId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private EntityManager entities() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  Optional<UserModel> localById(String id) {
    return Optional.ofNullable(storage().getUserById(realm, id));
  }

  Optional<UserModel> localByUsername(String username) {
    return Optional.ofNullable(storage().getUserByUsername(realm, username));
  }

  /**
   * The user with an address that must be unique, as e-mail address or, where people sign in with
   * either, as username. Keycloak looks for addresses first, so a second owner would lock this one
   * out ({@code DuplicateEmailValidator}).
   */
  public Optional<UserModel> localByUniqueEmail(String email) {
    return localByEmail(email)
        .or(() -> realm.isLoginWithEmailAllowed() ? localByUsername(email) : Optional.empty());
  }

  /**
   * The user with a username as e-mail address, where people sign in with either ({@code
   * DuplicateUsernameValidator}).
   */
  public Optional<UserModel> localByAddress(String username) {
    return realm.isLoginWithEmailAllowed() && username.indexOf('@') >= 0
        ? localByEmail(username)
        : Optional.empty();
  }

  private Optional<UserModel> localByEmail(String email) {
    return realm.isDuplicateEmailsAllowed()
        ? Optional.empty()
        : Optional.ofNullable(storage().getUserByEmail(realm, email));
  }
}
