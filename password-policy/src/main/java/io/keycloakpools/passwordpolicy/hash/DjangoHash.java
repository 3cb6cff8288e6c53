package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/** {@code algorithm$…} of django.contrib.auth.hashers, and Werkzeug's digests. Salts are text. */
final class DjangoHash {

  private static final int MD5_DIGITS = 32;

  private DjangoHash() {}

  static ForeignHash parse(String algorithm, String rest) {
    return switch (algorithm) {
      case "pbkdf2_sha256" -> pbkdf2(HashFunction.SHA256, rest);
      case "pbkdf2_sha1" -> pbkdf2(HashFunction.SHA1, rest);
      case "bcrypt" -> ModularCrypt.bcrypt(rest, Bcrypt.Preparation.NONE);
      case "bcrypt_sha256" -> ModularCrypt.bcrypt(rest, Bcrypt.Preparation.SHA256_HEX);
      case "argon2" -> ModularCrypt.parse("$" + rest);
      case "scrypt" -> scrypt(rest);
      case "md5" -> digest(HashFunction.MD5, rest);
      case "sha1" -> digest(HashFunction.SHA1, rest);
      case "sha224" -> WerkzeugHash.digest(HashFunction.SHA224, rest);
      case "sha256" -> WerkzeugHash.digest(HashFunction.SHA256, rest);
      case "sha384" -> WerkzeugHash.digest(HashFunction.SHA384, rest);
      case "sha512" -> WerkzeugHash.digest(HashFunction.SHA512, rest);
      case "plain" ->
          throw new RefusedHashException(Reason.UNSUPPORTED, "hash", "a password in clear text");
      case "crypt" -> throw new RefusedHashException(Reason.UNSUPPORTED, "hash", "DES crypt");
      default -> throw new RefusedHashException(Reason.UNKNOWN, "hash");
    };
  }

  /** Django's UnsaltedMD5PasswordHasher writes only the digits. */
  static SaltedDigest unsaltedMd5(String text) {
    if (text.length() != MD5_DIGITS || !Encodings.isHex(text)) {
      throw new RefusedHashException(Reason.UNKNOWN, "hash");
    }
    return digest(HashFunction.MD5, "$" + text);
  }

  private static Pbkdf2 pbkdf2(HashFunction function, String rest) {
    String[] parts = split(rest, 3);
    return new Pbkdf2(
        function,
        PhcString.number("pbkdf2 iterations", parts[0]),
        Bytes.ofText(parts[1]),
        Encodings.base64("pbkdf2 hash", parts[2]));
  }

  private static Scrypt scrypt(String rest) {
    String[] parts = split(rest, 5);
    return PhcString.ofCost(
        PhcString.number("scrypt N", parts[0]),
        PhcString.number("scrypt r", parts[2]),
        PhcString.number("scrypt p", parts[3]),
        Bytes.ofText(parts[1]),
        Encodings.base64("scrypt hash", parts[4]));
  }

  private static SaltedDigest digest(HashFunction function, String rest) {
    String[] parts = split(rest, 2);
    return new SaltedDigest(
        function,
        PasswordEncoding.UTF8,
        Bytes.ofText(parts[0]),
        Bytes.NONE,
        Encodings.hex("hash", parts[1]));
  }

  private static String[] split(String rest, int count) {
    String[] parts = rest.split("\\$", -1);
    if (parts.length != count) {
      throw Encodings.malformed("hash");
    }
    return parts;
  }
}
