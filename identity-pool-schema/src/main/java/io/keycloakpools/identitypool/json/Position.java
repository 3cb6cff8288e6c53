package io.keycloakpools.identitypool.json;

/** A place in a text; line and column count from 1, columns in UTF-16 units. */
public record Position(int line, int column) {

  /** Lines end as on Unix, Windows or old macOS. */
  public static Position at(String text, int offset) {
    int line = 1;
    int start = 0;
    int end = Math.min(offset, text.length());
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean carriage = c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (c == '\n' || carriage) {
        line++;
        start = i + 1;
      }
    }
    return new Position(line, end - start + 1);
  }
}
