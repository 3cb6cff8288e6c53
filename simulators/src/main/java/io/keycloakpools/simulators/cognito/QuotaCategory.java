package io.keycloakpools.simulators.cognito;

/**
 * Request rate categories with their default quota per second ("Quotas in Amazon Cognito").
 * Challenge responses have a quota of their own, three times that of sign-in.
 */
public enum QuotaCategory {
  USER_AUTHENTICATION(120),
  CHALLENGE_RESPONSE(360),
  USER_READ(120),
  USER_RESOURCE_READ(50),
  USER_LIST(30),
  USER_POOL_RESOURCE_READ(20),
  USER_UPDATE(25);

  private final int defaultPerSecond;

  QuotaCategory(int defaultPerSecond) {
    this.defaultPerSecond = defaultPerSecond;
  }

  public int defaultPerSecond() {
    return defaultPerSecond;
  }
}
