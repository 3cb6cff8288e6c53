package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.lookup.UserLookup;
import io.keycloakpools.userstorage.lookup.UserSearch;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.signin.PasswordElsewhere;
import io.keycloakpools.userstorage.signin.PasswordSetter;
import io.keycloakpools.userstorage.signin.ShownCredential;
import io.keycloakpools.userstorage.signin.SignIn;
import io.keycloakpools.userstorage.users.Migrator;
import io.keycloakpools.userstorage.users.PoolProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.ImportedUserValidation;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;
import org.keycloak.storage.user.UserRegistrationProvider;
import org.keycloak.tracing.TracingProviderUtil;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.UserProfileDecorator;
import org.keycloak.userprofile.UserProfileMetadata;

/** A user pool as Keycloak sees it, for one request. */
public final class UserPoolProvider
    implements UserStorageProvider,
        UserLookupProvider,
        UserQueryMethodsProvider,
        UserRegistrationProvider,
        CredentialInputValidator,
        CredentialInputUpdater,
        ImportedUserValidation,
        UserProfileDecorator {

  private final PoolSession current;
  private final UserLookup lookup;

  UserPoolProvider(PoolSession opened) {
    this.current = opened.tracedBy(TracingProviderUtil.getTracingProvider(opened.session()));
    this.lookup = new UserLookup(current);
  }

  /** Runs at each load of a user, so it does not ask the directory. */
  @Override
  public UserModel validate(RealmModel realm, UserModel user) {
    return PasswordElsewhere.of(current, user);
  }

  /** Imported users have local identifiers, which never lead here. */
  @Override
  public UserModel getUserById(RealmModel realm, String id) {
    return null;
  }

  @Override
  public UserModel getUserByUsername(RealmModel realm, String username) {
    return lookup.byUsername(username);
  }

  @Override
  public UserModel getUserByEmail(RealmModel realm, String email) {
    return lookup.byEmail(email);
  }

  /**
   * Imports the user with exactly the searched name, as LDAP federation does. Keycloak itself finds
   * the users that the realm already has.
   */
  @Override
  public Stream<UserModel> searchForUserStream(
      RealmModel realm, Map<String, String> params, Integer firstResult, Integer maxResults) {
    Optional<String> name = UserSearch.exactName(params);
    return name.isEmpty() || (firstResult != null && firstResult > 0)
        ? Stream.empty()
        : lookup.newUser(name.get());
  }

  @Override
  public Stream<UserModel> searchForUserByUserAttributeStream(
      RealmModel realm, String attrName, String attrValue) {
    return Stream.empty();
  }

  @Override
  public Stream<UserModel> getGroupMembersStream(
      RealmModel realm, GroupModel group, Integer firstResult, Integer maxResults) {
    return Stream.empty();
  }

  /** New users of the realm are local. */
  @Override
  public UserModel addUser(RealmModel realm, String username) {
    return null;
  }

  /** Deletes the imported user only, never a user of the directory. */
  @Override
  public boolean removeUser(RealmModel realm, UserModel user) {
    return true;
  }

  @Override
  public boolean supportsCredentialType(String credentialType) {
    return PasswordCredentialModel.TYPE.equals(credentialType);
  }

  @Override
  public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
    return supportsCredentialType(credentialType);
  }

  @Override
  public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
    return supportsCredentialType(input.getType())
        && new SignIn(current, lookup::found).isValid(user, input.getChallengeResponse());
  }

  @Override
  public boolean updateCredential(RealmModel realm, UserModel user, CredentialInput input) {
    if (!supportsCredentialType(input.getType())) {
      return false;
    }
    new PasswordSetter(current).set(user, input.getChallengeResponse());
    return true;
  }

  @Override
  public void disableCredentialType(RealmModel realm, UserModel user, String credentialType) {}

  @Override
  public Stream<String> getDisableableCredentialTypesStream(RealmModel realm, UserModel user) {
    return Stream.empty();
  }

  /** Without this, both consoles would show no password, or one dated 1969. */
  @Override
  public Stream<CredentialModel> getCredentials(RealmModel realm, UserModel user) {
    return new Migrator(current).hasPassword(user)
        ? Stream.empty()
        : Stream.of(ShownCredential.of(current, user));
  }

  @Override
  public List<AttributeMetadata> decorateUserProfile(
      String providerId, UserProfileMetadata metadata) {
    return PoolProfile.decorate(current.pool(), metadata);
  }

  /** The directory's clients outlive the request. */
  @Override
  public void close() {}
}
