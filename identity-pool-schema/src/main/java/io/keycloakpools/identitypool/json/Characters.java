package io.keycloakpools.identitypool.json;

final class Characters {

  private Characters() {}

  /**
   * Whether every database can store the text: half a surrogate pair is no Unicode text, and
   * PostgreSQL refuses U+0000.
   */
  static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
