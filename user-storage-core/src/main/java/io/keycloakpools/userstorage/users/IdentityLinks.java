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

/** Links from users to the identity providers of the mapping; others are ignored. */
record IdentityLinks(KeycloakSession session, RealmModel realm, IdentityMapping mapping) {

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
   * The mapping lacks deleted identity providers: a link would open the account to the next
   * provider with that alias.
   */
  Set<IdentityLink> possible(DirectoryUser from) {
    return mapping.links(from);
  }

  /**
   * Also true if several users have the link, which an admin can cause and {@code JpaUserProvider}
   * answers with an exception.
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
