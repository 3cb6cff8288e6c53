package io.keycloakpools.common.pools;

/** User attributes by which pools mark their users. */
public final class PoolMarks {

  /**
   * Name of the identity pool of a user. The federation link decides; admins see and search by the
   * name.
   */
  public static final String IDENTITY_POOL = "identityPool";

  /** Beginning, in lower case, of the attributes in which user pools store their data. */
  public static final String OF_USER_POOLS = "userpool";

  private PoolMarks() {}
}
