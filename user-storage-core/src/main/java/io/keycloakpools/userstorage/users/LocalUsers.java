package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.Optional;
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
