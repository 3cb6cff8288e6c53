package io.keycloakpools.identitypool.access;

/** The page for somebody whose account is of another pool than those of the application. */
public final class OtherApplication {

  /** Key of the text, by which the page is told from other error pages. */
  public static final String MESSAGE_KEY = "identityPoolOtherApplication";

  private OtherApplication() {}
}
