package io.keycloakpools.userstorage.rules;

/**
 * A link from a user to an account at an identity provider of the realm, with which the user signs
 * in without a password. Two links are the same whatever the account is called.
 *
 * @param provider alias of the identity provider
 * @param userId identifier of the account there
 * @param username its name, to show
 */
public record IdentityLink(String provider, String userId, String username) {

  /** What tells it from other links, in one text. */
  public String key() {
    return provider + "/" + userId;
  }

  /** Keycloak writes the name anew at each sign-in with the account. */
  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityLink link && key().equals(link.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }
}
