package io.keycloakpools.userstorage.rules;

/**
 * What a stranger may type before any directory is asked. More is not asked about: nobody is called
 * like that, and a directory that cannot read the question would look as if it were down.
 */
public final class Typed {

  /** Longest password that a directory is asked about, in characters; Cognito's own are 256. */
  static final int LONGEST_PASSWORD = 4096;

  private Typed() {}

  /** Whether a user who is taken over could have this name or e-mail address. */
  public static boolean mayBeName(String text) {
    return Texts.isIdentifier(text);
  }

  /** Whether it is worth asking about a password. */
  public static boolean mayBePassword(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_PASSWORD;
  }
}
