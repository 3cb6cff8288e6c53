package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/** {@code :type:…} of MediaWiki's {@code PasswordFactory}. */
final class MediaWikiHash {

  private MediaWikiHash() {}

  static ForeignHash parse(String text) {
    String[] parts = text.split(":", -1);
    return switch (parts.length < 3 ? "" : parts[1]) {
      case "pbkdf2" -> pbkdf2(parts);
      case "argon2" -> ModularCrypt.parse(text.substring(":argon2:".length()));
      case "A", "B", "bcrypt", "pbkdf2-legacyA", "pbkdf2-legacyB" ->
          throw new RefusedHashException(Reason.UNSUPPORTED, "hash", "MediaWiki's " + parts[1]);
      default -> throw new RefusedHashException(Reason.UNKNOWN, "hash");
    };
  }

  /** {@code :pbkdf2:function:iterations:length:salt:hash}. */
  private static Pbkdf2 pbkdf2(String[] parts) {
    if (parts.length != 7) {
      throw Encodings.malformed("pbkdf2");
    }
    HashFunction function =
        HashFunction.named(parts[2])
            .orElseThrow(
                () -> new RefusedHashException(Reason.UNSUPPORTED, "pbkdf2", "its digest"));
    Bytes hash = Encodings.base64("pbkdf2 hash", parts[6]);
    int length = PhcString.number("pbkdf2 length", parts[4]);
    HashBounds.length("pbkdf2 hash", hash.length(), length, length);
    return new Pbkdf2(
        function,
        PhcString.number("pbkdf2 iterations", parts[3]),
        Encodings.base64("pbkdf2 salt", parts[5]),
        hash);
  }
}
