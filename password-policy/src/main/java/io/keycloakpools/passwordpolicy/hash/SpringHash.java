package io.keycloakpools.passwordpolicy.hash;

/**
 * Spring Security's encoders, without {@code {id}}. Only scrypt writes its parameters; the others
 * have defaults.
 */
final class SpringHash {

  private static final int V5_5_SALT = 8;
  private static final int V5_5_ITERATIONS = 185_000;
  private static final int V5_8_SALT = 16;
  private static final int V5_8_ITERATIONS = 310_000;
  private static final int PBKDF2_HASH = 32;

  private static final int SHA256_SALT = 8;
  private static final int SHA256_ITERATIONS = 1024;
  private static final int SHA256_DIGITS = 2 * (SHA256_SALT + 32);

  private SpringHash() {}

  /** {@code Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5()} and earlier. */
  static Pbkdf2 pbkdf2(String value) {
    return pbkdf2(HashFunction.SHA1, V5_5_ITERATIONS, V5_5_SALT, value);
  }

  /** {@code Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()}. */
  static Pbkdf2 pbkdf2OfVersion58(String value) {
    return pbkdf2(HashFunction.SHA256, V5_8_ITERATIONS, V5_8_SALT, value);
  }

  private static Pbkdf2 pbkdf2(HashFunction function, int iterations, int salt, String value) {
    Bytes both = Encodings.hex("pbkdf2", value);
    HashBounds.length("pbkdf2", both.length(), salt + PBKDF2_HASH, salt + PBKDF2_HASH);
    return new Pbkdf2(function, iterations, both.first(salt), both.from(salt));
  }

  /** {@code SCryptPasswordEncoder}: {@code $log2(N) r p in hexadecimal digits$salt$hash}. */
  static Scrypt scrypt(String value) {
    String[] parts = value.split("\\$", -1);
    if (parts.length != 4 || !parts[0].isEmpty() || !isScryptParameters(parts[1])) {
      throw Encodings.malformed("scrypt");
    }
    int parameters = Integer.parseInt(parts[1], 16);
    return new Scrypt(
        parameters >> 16,
        parameters >> 8 & 0xff,
        parameters & 0xff,
        Encodings.base64("scrypt salt", parts[2]),
        Encodings.base64("scrypt hash", parts[3]));
  }

  static boolean isScryptParameters(String text) {
    return text.matches("[0-9a-f]{5,6}");
  }

  /** A {@code StandardPasswordEncoder}, not a single digest. */
  static boolean isStandard(String value) {
    return value.length() == SHA256_DIGITS && Encodings.isHex(value);
  }

  /** {@code StandardPasswordEncoder}: SHA-256 of salt and password, 1024 times. */
  static SaltedDigest standard(String value) {
    Bytes both = Encodings.hex("hash", value);
    return new SaltedDigest(
        HashFunction.SHA256,
        PasswordEncoding.UTF8,
        both.first(SHA256_SALT),
        Bytes.NONE,
        both.from(SHA256_SALT),
        SHA256_ITERATIONS);
  }

  /**
   * {@code MessageDigestPasswordEncoder}: {@code {salt}hash}, the digest of password and {@code
   * {salt}}.
   */
  static SaltedDigest messageDigest(HashFunction function, String value) {
    int end = value.indexOf('}') + 1;
    if (end == 0) {
      throw Encodings.malformed("hash");
    }
    return new SaltedDigest(
        function,
        PasswordEncoding.UTF8,
        Bytes.NONE,
        Bytes.ofText(value.substring(0, end)),
        Encodings.hexOrBase64("hash", value.substring(end), function.length()));
  }
}
