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
    Bounds.cost("scrypt r", r, 1, Bounds.SCRYPT_MAX_R);
    // N < 2^(128 * r / 8): RFC 7914, 6
    Bounds.cost("scrypt log2(N)", logN, 1, Math.min(Bounds.SCRYPT_MAX_LOG_N, 16 * r - 1));
    Bounds.cost("scrypt p", p, 1, Bounds.SCRYPT_MAX_P);
    Bounds.length("scrypt salt", salt.length(), 0, Bounds.MAX_SALT);
    Bounds.hash("scrypt hash", hash, Bounds.MIN_HASH, Bounds.MAX_HASH);
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
