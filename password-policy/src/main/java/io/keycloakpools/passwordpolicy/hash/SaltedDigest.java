package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * One digest over the password, with something before and after it; both empty for a digest without
 * salt.
 */
public record SaltedDigest(
    HashFunction function, PasswordEncoding encoding, Bytes before, Bytes after, Bytes hash)
    implements ForeignHash {

  static final String PASSWORD = "{PASSWORD}";
  static final String SALT = "{SALT}";

  public SaltedDigest {
    Bounds.length("digest salt", before.length(), 0, Bounds.MAX_SALT);
    Bounds.length("digest salt", after.length(), 0, Bounds.MAX_SALT);
    Bounds.length(function.code() + " hash", hash.length(), function.length(), function.length());
    if (!after.isEmpty() && latin1(before).contains("{")) {
      // Could not be told from the names in the format below.
      throw Encodings.malformed("digest salt");
    }
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.LEGACY_DIGEST;
  }

  @Override
  public boolean matches(String password) {
    MessageDigest digest = function.digest();
    digest.update(before.toArray());
    digest.update(encoding.bytes(password));
    return hash.matches(digest.digest(after.toArray()));
  }

  /** As Ory Kratos writes it, with the encoding added if it is not UTF-8. */
  @Override
  public String encoded() {
    String format = after.isEmpty() ? SALT + PASSWORD : latin1(before) + PASSWORD + SALT;
    return "$%s$pf=%s%s$%s$%s"
        .formatted(
            function.code(),
            Base64.getEncoder().encodeToString(format.getBytes(StandardCharsets.ISO_8859_1)),
            encoding == PasswordEncoding.UTF8 ? "" : ",enc=" + encoding.code(),
            (after.isEmpty() ? before : after).base64(),
            hash.base64());
  }

  static String latin1(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public int cost() {
    return 1;
  }

  @Override
  public String parameters() {
    return function.code() + (before.isEmpty() && after.isEmpty() ? "" : " salted");
  }
}
