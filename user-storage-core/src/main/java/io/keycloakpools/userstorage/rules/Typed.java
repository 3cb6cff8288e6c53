package io.keycloakpools.userstorage.rules;

/**
 * Limits typed text. No user has such a name, and a directory that cannot read it would seem to be
 * down.
 */
public final class Typed {

  /** In characters; Cognito allows 256. */
  static final int LONGEST_PASSWORD = 4096;

  private Typed() {}

  public static boolean mayBeName(String text) {
    return Texts.isIdentifier(text);
  }

  public static boolean mayBePassword(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_PASSWORD;
  }
}
