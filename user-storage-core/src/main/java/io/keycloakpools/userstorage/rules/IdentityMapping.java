package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Setting {@code identityProviderMappings}: which connections of the directory are which identity
 * providers of the realm. Only what an admin named becomes a link: a connection of the same name
 * may be something else.
 *
 * @param providerByConnection connection of the directory to alias of the identity provider
 */
public record IdentityMapping(Map<String, String> providerByConnection) {

  public IdentityMapping {
    providerByConnection = Map.copyOf(providerByConnection);
  }

  /** Aliases of the identity providers that the directory has a say about. */
  public Set<String> providers() {
    return Set.copyOf(providerByConnection.values());
  }

  /**
   * The links of a user; the first account of each identity provider, Keycloak has room for one.
   */
  public Set<IdentityLink> links(DirectoryUser user) {
    Map<String, IdentityLink> links = new LinkedHashMap<>();
    for (SocialIdentity identity : user.socialIdentities()) {
      String provider = providerByConnection.get(identity.connection());
      if (provider != null && !identity.userId().isBlank()) {
        links.putIfAbsent(
            provider, new IdentityLink(provider, identity.userId(), identity.username()));
      }
    }
    return Set.copyOf(links.values());
  }
}
