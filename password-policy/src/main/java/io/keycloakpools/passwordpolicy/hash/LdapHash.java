package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RFC 2307, 5.3; OpenLDAP's slappasswd with pw-sha2, pw-pbkdf2 and pw-argon2; 389 Directory Server.
 * Spring Security's {@code DelegatingPasswordEncoder} has the same form.
 */
final class LdapHash {

  private static final Pattern FORM =
      Pattern.compile("\\{([A-Za-z0-9_@.-]{1,40})}(.*)", Pattern.DOTALL);

  /** Spring's prefix of an LDAP hash. */
  private static final String OF_LDAP = "{ldap}";

  private LdapHash() {}

  static ForeignHash parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new RefusedHashException(Reason.UNKNOWN, "hash");
    }
    String value = parts.group(2);
    return switch (parts.group(1).toUpperCase(Locale.ROOT)) {
      case "MD5" -> digest(HashFunction.MD5, value);
      case "SHA", "SHA-1" -> digest(HashFunction.SHA1, value);
      case "SHA256" ->
          SpringHash.isStandard(value)
              ? SpringHash.standard(value)
              : digest(HashFunction.SHA256, value);
      case "SHA-256" -> digest(HashFunction.SHA256, value);
      case "SHA384", "SHA-384" -> digest(HashFunction.SHA384, value);
      case "SHA512", "SHA-512" -> digest(HashFunction.SHA512, value);
      case "SMD5" -> salted(HashFunction.MD5, value);
      case "SSHA" -> salted(HashFunction.SHA1, value);
      case "SSHA256" -> salted(HashFunction.SHA256, value);
      case "SSHA384" -> salted(HashFunction.SHA384, value);
      case "SSHA512" -> salted(HashFunction.SHA512, value);
      case "PBKDF2" ->
          value.indexOf('$') < 0 ? SpringHash.pbkdf2(value) : pbkdf2(HashFunction.SHA1, value);
      case "PBKDF2@SPRINGSECURITY_V5_8" -> SpringHash.pbkdf2OfVersion58(value);
      case "SCRYPT", "SCRYPT@SPRINGSECURITY_V5_8" ->
          value.startsWith("$scrypt$") ? ModularCrypt.parse(value) : SpringHash.scrypt(value);
      case "PBKDF2-SHA1" -> pbkdf2(HashFunction.SHA1, value);
      case "PBKDF2-SHA256" -> pbkdf2(HashFunction.SHA256, value);
      case "PBKDF2-SHA512" -> pbkdf2(HashFunction.SHA512, value);
      case "PBKDF2_SHA256" -> binaryPbkdf2(value);
      case "CRYPT", "ARGON2", "BCRYPT", "ARGON2@SPRINGSECURITY_V5_8" -> crypt(value);
      case "LDAP" -> ofLdap(value);
      case "MD4" -> throw new RefusedHashException(Reason.UNSUPPORTED, "hash", "MD4");
      case "CLEARTEXT", "CLEAR", "NOOP" ->
          throw new RefusedHashException(Reason.UNSUPPORTED, "hash", "a password in clear text");
      default -> throw new RefusedHashException(Reason.UNKNOWN, "hash");
    };
  }

  private static ForeignHash ofLdap(String value) {
    if (value.regionMatches(true, 0, OF_LDAP, 0, OF_LDAP.length())) {
      throw Encodings.malformed("hash");
    }
    return parse(value);
  }

  private static SaltedDigest digest(HashFunction function, String value) {
    if (value.startsWith("{")) {
      return SpringHash.messageDigest(function, value);
    }
    Bytes hash = Encodings.hexOrBase64("hash", value, function.length());
    return new SaltedDigest(function, PasswordEncoding.UTF8, Bytes.NONE, Bytes.NONE, hash);
  }

  /** Digest of password and salt, then the salt. */
  static SaltedDigest salted(HashFunction function, String value) {
    Bytes both = Encodings.base64("hash", value);
    int length = function.length();
    HashBounds.bytes("hash", both);
    HashBounds.length("hash", both.length(), length + 1L, (long) length + HashBounds.MAX_SALT);
    return new SaltedDigest(
        function, PasswordEncoding.UTF8, Bytes.NONE, both.from(length), both.first(length));
  }

  /** {@code iterations$salt$hash}: OpenLDAP's pw-pbkdf2. */
  private static Pbkdf2 pbkdf2(HashFunction function, String value) {
    String[] parts = value.split("\\$", -1);
    if (parts.length != 3) {
      throw Encodings.malformed("pbkdf2");
    }
    return new Pbkdf2(
        function,
        PhcString.number("pbkdf2 iterations", parts[0]),
        Encodings.base64("pbkdf2 salt", parts[1]),
        Encodings.base64("pbkdf2 hash", parts[2]));
  }

  /**
   * 389 Directory Server's pbkdf2_pwd.c: 4 bytes of iterations, 64 of salt, 256 of hash. PBKDF2's
   * blocks are independent, so the first suffices.
   */
  private static Pbkdf2 binaryPbkdf2(String value) {
    Bytes all = Encodings.base64("pbkdf2", value);
    HashBounds.length("pbkdf2", all.length(), 324, 324);
    int iterations = ByteBuffer.wrap(all.toArray()).getInt();
    int length = HashFunction.SHA256.length();
    return new Pbkdf2(
        HashFunction.SHA256, iterations, all.from(4).first(64), all.from(68).first(length));
  }

  private static ForeignHash crypt(String value) {
    if (value.startsWith("!") || value.startsWith("*")) {
      throw new RefusedHashException(Reason.NO_PASSWORD, "hash");
    }
    if (!value.startsWith("$")) {
      throw new RefusedHashException(Reason.UNSUPPORTED, "hash", "DES crypt");
    }
    return ModularCrypt.parse(value);
  }
}
