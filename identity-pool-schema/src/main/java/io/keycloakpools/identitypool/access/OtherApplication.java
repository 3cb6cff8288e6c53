package io.keycloakpools.identitypool.access;

public final class OtherApplication {

  public static final String MESSAGE_KEY = "identityPoolOtherApplication";

  private OtherApplication() {}
}
