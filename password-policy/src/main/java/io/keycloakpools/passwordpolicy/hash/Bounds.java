package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * How much work a foreign hash may cost: whoever can import one could otherwise make every sign-in
 * of its user a denial of service. The costs are those of Ory Kratos for imported hashes;
 * Firebase's are those of its published example, github.com/firebase/scrypt.
 */
final class Bounds {

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

  /** Iterations times blocks of output, each of which takes all iterations: RFC 8018, 5.2. */
  static final int PBKDF2_MAX_ITERATIONS = 10_000_000;

  /** Each of 2^18 iterations hashes the whole password, of up to 4096 bytes. */
  static final int PHPASS_MAX_LOG_ITERATIONS = 18;

  /** Spring Security has 1024. */
  static final int DIGEST_MAX_ITERATIONS = 1 << 16;

  /** What is shorter can be met by chance; what is longer adds work and no strength. */
  static final int MIN_HASH = 16;

  static final int MAX_HASH = 64;
  static final int MAX_SALT = 1024;
  static final int MAX_KEY = 1024;

  /** Characters of a hash as text, and of a JSON object around one. */
  static final int MAX_TEXT = 8192;

  private Bounds() {}

  static void cost(String where, long value, long min, long max) {
    if (value < min || value > max) {
      throw new RefusedHashException(
          Reason.COST, where, Long.toString(value), Long.toString(min), Long.toString(max));
    }
  }

  /**
   * The length of a hash. No hash of {@link #MIN_HASH} bytes or more consists of hexadecimal digits
   * by chance: they were encoded once more, and would never match.
   */
  static void hash(String where, Bytes hash, long min, long max) {
    bytes(where, hash);
    length(where, hash.length(), min, max);
  }

  /** The same of what has a hash in it. */
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
