package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * RFC 7914.
 *
 * @param logN log2 of the cost
 * @param r block size
 * @param p sequential repetitions
 */
public record Scrypt(int logN, int r, int p, Bytes salt, Bytes hash) implements ForeignHash {

  public Scrypt {
    HashBounds.cost("scrypt r", r, 1, HashBounds.SCRYPT_MAX_R);
    // N < 2^(128 * r / 8): RFC 7914, 6
    HashBounds.cost("scrypt log2(N)", logN, 1, Math.min(HashBounds.SCRYPT_MAX_LOG_N, 16 * r - 1));
    HashBounds.cost("scrypt p", p, 1, HashBounds.SCRYPT_MAX_P);
    HashBounds.length("scrypt salt", salt.length(), 0, HashBounds.MAX_SALT);
    HashBounds.hash("scrypt hash", hash, HashBounds.MIN_HASH, HashBounds.MAX_HASH);
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.SCRYPT;
  }

  @Override
  public boolean matches(String password) {
    return hash.matches(
        SCrypt.generate(
            password.getBytes(StandardCharsets.UTF_8),
            salt.toArray(),
            1 << logN,
            r,
            p,
            hash.length()));
  }

  @Override
  public String encoded() {
    return "$scrypt$ln=%d,r=%d,p=%d$%s$%s"
        .formatted(logN, r, p, salt.unpaddedBase64(), hash.unpaddedBase64());
  }

  @Override
  public int cost() {
    return 1 << logN;
  }

  /** 128 * r * N bytes: RFC 7914, 2. */
  @Override
  public int memory() {
    return (r << logN) / 8;
  }

  @Override
  public String parameters() {
    return "ln=%d,r=%d,p=%d".formatted(logN, r, p);
  }
}
