package io.keycloakpools.passwordpolicy.hash;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * ASP.NET Identity's {@code PasswordHasher}: Base64, the first byte is the version. Version 2, also
 * of System.Web.Helpers' {@code Crypto.HashPassword}: salt, hash. Version 3: digest, iterations,
 * length of the salt (four bytes each, big-endian), salt, hash.
 */
final class AspNetIdentityHash {

  private static final String WHERE = "ASP.NET Identity hash";

  /** Version 3 and a digest below 256. */
  private static final String V3_START = "AQAAAA";

  private static final int V2_SALT = 16;
  private static final int V2_HASH = 32;
  private static final int V2_LENGTH = 1 + V2_SALT + V2_HASH;
  private static final int V2_CHARACTERS = 66;
  private static final int V2_ITERATIONS = 1000;
  private static final int V3_HEADER = 13;

  private AspNetIdentityHash() {}

  /** Empty for other formats. */
  static Optional<ForeignHash> read(String text) {
    if (text.startsWith(V3_START)) {
      return Optional.of(version3(Encodings.base64(WHERE, text)));
    }
    if (text.charAt(0) != 'A' || text.length() < V2_CHARACTERS) {
      return Optional.empty();
    }
    Bytes all = Encodings.base64(WHERE, text);
    return all.length() == V2_LENGTH && all.toArray()[0] == 0
        ? Optional.of(version2(all))
        : Optional.empty();
  }

  private static Pbkdf2 version2(Bytes all) {
    return new Pbkdf2(
        HashFunction.SHA1, V2_ITERATIONS, all.from(1).first(V2_SALT), all.from(1 + V2_SALT));
  }

  private static Pbkdf2 version3(Bytes all) {
    HashBounds.length(WHERE, all.length(), V3_HEADER + 1L, HashBounds.MAX_TEXT);
    ByteBuffer header = ByteBuffer.wrap(all.toArray(), 1, V3_HEADER - 1);
    HashFunction function =
        switch (header.getInt()) {
          case 0 -> HashFunction.SHA1;
          case 1 -> HashFunction.SHA256;
          case 2 -> HashFunction.SHA512;
          default -> throw Encodings.malformed(WHERE);
        };
    long iterations = Integer.toUnsignedLong(header.getInt());
    long salt = Integer.toUnsignedLong(header.getInt());
    if (salt > all.length() - V3_HEADER) {
      throw Encodings.malformed(WHERE);
    }
    return new Pbkdf2(
        function,
        (int) Math.min(Integer.MAX_VALUE, iterations),
        all.from(V3_HEADER).first((int) salt),
        all.from(V3_HEADER + (int) salt));
  }
}
