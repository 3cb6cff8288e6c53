package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A digest of {@code before}, password and {@code after}.
 *
 * @param iterations each digest after the first is over the one before it
 */
public record SaltedDigest(
    HashFunction function,
    PasswordEncoding encoding,
    Bytes before,
    Bytes after,
    Bytes hash,
    int iterations)
    implements ForeignHash {

  static final String PASSWORD = "{PASSWORD}";
  static final String SALT = "{SALT}";

  public SaltedDigest {
    HashBounds.length("digest salt", before.length(), 0, HashBounds.MAX_SALT);
    HashBounds.length("digest salt", after.length(), 0, HashBounds.MAX_SALT);
    HashBounds.hash(function.code() + " hash", hash, function.length(), function.length());
    HashBounds.cost("digest iterations", iterations, 1, HashBounds.DIGEST_MAX_ITERATIONS);
    if (!after.isEmpty() && latin1(before).contains("{")) {
      // A brace would be read as a name in the format below.
      throw Encodings.malformed("digest salt");
    }
  }

  public SaltedDigest(
      HashFunction function, PasswordEncoding encoding, Bytes before, Bytes after, Bytes hash) {
    this(function, encoding, before, after, hash, 1);
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
    byte[] computed = digest.digest(after.toArray());
    for (int i = 1; i < iterations; i++) {
      computed = digest.digest(computed);
    }
    return hash.matches(computed);
  }

  /** Ory Kratos' format, plus encoding and iterations unless UTF-8 and 1. */
  @Override
  public String encoded() {
    String format = after.isEmpty() ? SALT + PASSWORD : latin1(before) + PASSWORD + SALT;
    return "$%s$pf=%s%s%s$%s$%s"
        .formatted(
            function.code(),
            Base64.getEncoder().encodeToString(format.getBytes(StandardCharsets.ISO_8859_1)),
            encoding == PasswordEncoding.UTF8 ? "" : ",enc=" + encoding.code(),
            iterations == 1 ? "" : ",it=" + iterations,
            (after.isEmpty() ? before : after).base64(),
            hash.base64());
  }

  static String latin1(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public int cost() {
    return iterations;
  }

  @Override
  public String parameters() {
    return function.code()
        + (before.isEmpty() && after.isEmpty() ? "" : " salted")
        + (iterations == 1 ? "" : " i=" + iterations);
  }
}
