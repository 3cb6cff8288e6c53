package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.rules.IdentityLink;
import io.keycloakpools.userstorage.rules.IdentityMapping;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Keycloak's links from users to identity providers.
 *
 * @param mapping to those that the directory has a say about; the others are not looked at
 */
record IdentityLinks(KeycloakSession session, RealmModel realm, IdentityMapping mapping) {

  /** The links of a user, whoever made them. */
  Set<IdentityLink> of(UserModel user) {
    Set<String> providers = mapping.providers();
    if (providers.isEmpty()) {
      return Set.of();
    }
    return session
        .users()
        .getFederatedIdentitiesStream(realm, user)
        .filter(model -> providers.contains(model.getIdentityProvider()))
        .map(
            model ->
                new IdentityLink(
                    model.getIdentityProvider(), model.getUserId(), text(model.getUserName())))
        .collect(Collectors.toSet());
  }

  /**
   * What the directory asks for. Nothing at an identity provider that is gone, which the mapping
   * has not: a link would open the account to whatever gets its alias next.
   */
  Set<IdentityLink> possible(DirectoryUser from) {
    return mapping.links(from);
  }

  /**
   * Whether another user is linked to an account; or several, which an admin can bring about and
   * {@code JpaUserProvider} answers with an exception.
   */
  boolean isOthers(UserModel user, IdentityLink link) {
    try {
      UserModel owner =
          new LocalUsers(session, realm).storage().getUserByFederatedIdentity(realm, model(link));
      return owner != null && !owner.getId().equals(user.getId());
    } catch (IllegalStateException several) {
      return true;
    }
  }

  void make(UserModel user, IdentityLink link) {
    session.users().addFederatedIdentity(realm, user, model(link));
  }

  void cut(UserModel user, IdentityLink link) {
    session.users().removeFederatedIdentity(realm, user, link.provider());
  }

  private static FederatedIdentityModel model(IdentityLink link) {
    return new FederatedIdentityModel(link.provider(), link.userId(), link.username());
  }

  private static String text(String name) {
    return name == null ? "" : name;
  }
}
