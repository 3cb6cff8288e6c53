package io.keycloakpools.identitypool.access;

/** The page for a user of another pool. */
public final class OtherApplication {

  /** By this key, the page is told from other error pages. */
  public static final String MESSAGE_KEY = "identityPoolOtherApplication";

  private OtherApplication() {}
}
