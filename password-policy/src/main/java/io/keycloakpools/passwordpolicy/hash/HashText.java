package io.keycloakpools.passwordpolicy.hash;

/** Hashes that are one text; the first character tells where they come from. */
final class HashText {

  private HashText() {}

  static ForeignHash parse(String text) {
    Bounds.length("hash", text.length(), 1, Bounds.MAX_TEXT);
    return switch (text.charAt(0)) {
      case '$' -> ModularCrypt.parse(text);
      case '{' -> LdapHash.parse(text);
      default -> DjangoHash.parse(text);
    };
  }

  /** Reads a text that has to be one kind of hash. */
  static <T extends ForeignHash> T parse(String where, String text, Class<T> expected) {
    ForeignHash hash = parse(text);
    if (!expected.isInstance(hash)) {
      throw Encodings.malformed(where);
    }
    return expected.cast(hash);
  }
}
