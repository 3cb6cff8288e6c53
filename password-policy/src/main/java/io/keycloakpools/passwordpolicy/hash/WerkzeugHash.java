package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * {@code method$salt$hash} of werkzeug.security (Flask, Flask-AppBuilder, Superset): hexadecimal
 * hash, text salt.
 */
final class WerkzeugHash {

  private WerkzeugHash() {}

  /** Methods without parameters look like Django's. */
  static boolean isMethod(String name) {
    return name.startsWith("pbkdf2:") || name.startsWith("scrypt:");
  }

  static ForeignHash parse(String method, String saltAndHash) {
    String[] words = method.split(":", -1);
    String[] parts = split(saltAndHash);
    Bytes salt = Bytes.ofText(parts[0]);
    if (words[0].equals("scrypt") && words.length == 4) {
      return PhcString.ofCost(
          PhcString.number("scrypt N", words[1]),
          PhcString.number("scrypt r", words[2]),
          PhcString.number("scrypt p", words[3]),
          salt,
          Encodings.hex("scrypt hash", parts[1]));
    }
    if (words[0].equals("pbkdf2") && words.length == 3) {
      return new Pbkdf2(
          function(words[1]),
          PhcString.number("pbkdf2 iterations", words[2]),
          salt,
          Encodings.hex("pbkdf2 hash", parts[1]));
    }
    throw Encodings.malformed(words[0]);
  }

  /** Before Werkzeug 2.3: a digest, or an HMAC with the salt as key. */
  static ForeignHash digest(HashFunction function, String saltAndHash) {
    String[] parts = split(saltAndHash);
    Bytes hash = Encodings.hex("hash", parts[1]);
    return parts[0].isEmpty()
        ? new SaltedDigest(function, PasswordEncoding.UTF8, Bytes.NONE, Bytes.NONE, hash)
        : new Hmac(function, PasswordEncoding.UTF8, Bytes.ofText(parts[0]), hash);
  }

  private static HashFunction function(String name) {
    return HashFunction.named(name)
        .orElseThrow(() -> new RefusedHashException(Reason.UNSUPPORTED, "pbkdf2", "its digest"));
  }

  private static String[] split(String saltAndHash) {
    String[] parts = saltAndHash.split("\\$", -1);
    if (parts.length != 2) {
      throw Encodings.malformed("hash");
    }
    return parts;
  }
}
