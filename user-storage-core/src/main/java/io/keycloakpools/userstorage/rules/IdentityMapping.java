package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Setting {@code identityProviderMappings}. Only explicit mappings create links: a connection with
 * the same name may be something else.
 */
public record IdentityMapping(Map<String, String> providerByConnection) {

  public IdentityMapping {
    providerByConnection = Map.copyOf(providerByConnection);
  }

  public Set<String> providers() {
    return Set.copyOf(providerByConnection.values());
  }

  /** Keycloak has room for one account of each provider; the first counts. */
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
