package io.keycloakpools.userstorage.rules;

/**
 * A link to an account at an identity provider, for sign-in without a password. The account's name
 * does not affect equality.
 */
public record IdentityLink(String provider, String userId, String username) {

  public String key() {
    return provider + "/" + userId;
  }

  /** Keycloak updates the name at each sign-in with the account. */
  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityLink link && key().equals(link.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }
}
