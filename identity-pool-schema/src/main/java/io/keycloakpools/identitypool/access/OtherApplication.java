package io.keycloakpools.identitypool.access;

public final class OtherApplication {

  /** By this key, the page is told from other error pages. */
  public static final String MESSAGE_KEY = "identityPoolOtherApplication";

  private OtherApplication() {}
}
