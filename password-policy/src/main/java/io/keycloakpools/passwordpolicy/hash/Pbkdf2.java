package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** RFC 8018, 5.2, with the functions of Keycloak's providers. */
public record Pbkdf2(HashFunction function, int iterations, Bytes salt, Bytes hash)
    implements ForeignHash {

  public Pbkdf2 {
    switch (function) {
      case SHA1, SHA256, SHA512 -> {}
      case MD5, SHA224, SHA384 ->
          throw new RefusedHashException(Reason.UNSUPPORTED, "pbkdf2", "pbkdf2-" + function.code());
    }
    HashBounds.length("pbkdf2 salt", salt.length(), 1, HashBounds.MAX_SALT);
    HashBounds.hash("pbkdf2 hash", hash, HashBounds.MIN_HASH, HashBounds.MAX_HASH);
    int blocks = (hash.length() + function.length() - 1) / function.length();
    HashBounds.cost("pbkdf2 iterations", iterations, 1, HashBounds.PBKDF2_MAX_ITERATIONS / blocks);
  }

  @Override
  public Algorithm algorithm() {
    return algorithm(function);
  }

  private static Algorithm algorithm(HashFunction function) {
    return switch (function) {
      case SHA1 -> Algorithm.PBKDF2_SHA1;
      case SHA256 -> Algorithm.PBKDF2_SHA256;
      case SHA512 -> Algorithm.PBKDF2_SHA512;
      case MD5, SHA224, SHA384 ->
          throw new RefusedHashException(Reason.UNSUPPORTED, "pbkdf2", "pbkdf2-" + function.code());
    };
  }

  @Override
  public boolean matches(String password) {
    try {
      PBEKeySpec spec =
          new PBEKeySpec(password.toCharArray(), salt.toArray(), iterations, hash.length() * 8);
      return hash.matches(
          SecretKeyFactory.getInstance("PBKDF2With" + function.hmacAlgorithm())
              .generateSecret(spec)
              .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2 is not available", e);
    }
  }

  @Override
  public String encoded() {
    return "$pbkdf2-%s$i=%d,l=%d$%s$%s"
        .formatted(
            function.code(),
            iterations,
            hash.length(),
            salt.unpaddedBase64(),
            hash.unpaddedBase64());
  }

  @Override
  public int cost() {
    return iterations;
  }

  @Override
  public String parameters() {
    return "%s i=%d".formatted(function.code(), iterations);
  }
}
