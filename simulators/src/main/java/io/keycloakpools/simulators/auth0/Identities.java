package io.keycloakpools.simulators.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The identities of a user; the primary one follows from the user's id and connection. */
final class Identities {
  private static final Set<String> NOT_SOCIAL =
      Set.of("auth0", "sms", "email", "ad", "adfs", "samlp", "waad", "oidc", "google-apps", "okta");

  private Identities() {}

  static Auth0Identity primary(Auth0User user) {
    String provider = provider(user.userId());
    String id = user.userId().substring(user.userId().indexOf('|') + 1);
    return new Auth0Identity(
        user.connection().orElseThrow(), provider, id, !NOT_SOCIAL.contains(provider), Map.of());
  }

  static List<Auth0Identity> all(Auth0User user) {
    List<Auth0Identity> all = new ArrayList<>();
    all.add(primary(user));
    all.addAll(user.linked());
    return all;
  }

  static List<String> loginNames(Auth0User user, Auth0Identity identity) {
    List<String> names = new ArrayList<>();
    for (String member : List.of("email", "username")) {
      loginName(user, identity, member).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> loginName(Auth0User user, Auth0Identity identity, String member) {
    return identity.profileData().isEmpty()
        ? user.text(member)
        : Optional.ofNullable(identity.profileData().get(member)).map(each -> each.textValue());
  }

  static String provider(String userId) {
    int bar = userId.indexOf('|');
    if (bar < 1) {
      throw new IllegalArgumentException("Not provider|id: " + userId);
    }
    return userId.substring(0, bar);
  }
}
