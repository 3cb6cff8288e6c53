package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * Limits work: an imported hash could make each sign-in of its user a denial of service. The costs
 * are Ory Kratos' for imported hashes; Firebase's are from its example, github.com/firebase/scrypt.
 */
final class HashBounds {

  static final int BCRYPT_MIN_COST = 4;
  static final int BCRYPT_MAX_COST = 15;

  /** In KiB: 1 GiB. */
  static final int ARGON2_MAX_MEMORY = 1 << 20;

  static final int ARGON2_MAX_ITERATIONS = 10;
  static final int ARGON2_MAX_PARALLELISM = 16;

  static final int SCRYPT_MAX_LOG_N = 17;
  static final int SCRYPT_MAX_R = 8;
  static final int SCRYPT_MAX_P = 10;

  static final int FIREBASE_MAX_MEM_COST = 14;
  static final int FIREBASE_MAX_ROUNDS = 8;

  /** Iterations times output blocks, because each block takes all iterations: RFC 8018, 5.2. */
  static final int PBKDF2_MAX_ITERATIONS = 10_000_000;

  /** Each of 2^18 iterations hashes the whole password, up to 4096 bytes. */
  static final int PHPASS_MAX_LOG_ITERATIONS = 18;

  /** Spring Security has 1024. */
  static final int DIGEST_MAX_ITERATIONS = 1 << 16;

  /** Shorter hashes may match by chance; longer ones add work without strength. */
  static final int MIN_HASH = 16;

  static final int MAX_HASH = 64;
  static final int MAX_SALT = 1024;
  static final int MAX_KEY = 1024;

  /** Characters of a hash, or of a JSON object with one. */
  static final int MAX_TEXT = 8192;

  private HashBounds() {}

  static void cost(String where, long value, long min, long max) {
    if (value < min || value > max) {
      throw new RefusedHashException(
          Reason.COST, where, Long.toString(value), Long.toString(min), Long.toString(max));
    }
  }

  /** No hash of {@link #MIN_HASH} bytes is hexadecimal by chance: it was encoded twice. */
  static void hash(String where, Bytes hash, long min, long max) {
    bytes(where, hash);
    length(where, hash.length(), min, max);
  }

  static void bytes(String where, Bytes hash) {
    if (hash.length() >= 2 * MIN_HASH && hash.isHexText()) {
      throw new RefusedHashException(Reason.HEX_IN_BASE64, where);
    }
  }

  static void length(String where, long length, long min, long max) {
    if (length < min || length > max) {
      throw new RefusedHashException(
          Reason.LENGTH, where, Long.toString(length), Long.toString(min), Long.toString(max));
    }
  }
}
