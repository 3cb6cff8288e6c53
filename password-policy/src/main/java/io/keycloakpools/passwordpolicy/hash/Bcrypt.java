package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * crypt_blowfish's crypt(3); only 72 bytes of a password count.
 *
 * @param cost log2 of the rounds
 * @param salt 16 bytes
 * @param hash 23 bytes
 */
public record Bcrypt(Variant variant, Preparation preparation, int cost, Bytes salt, Bytes hash)
    implements ForeignHash {

  /** In bytes. */
  static final int MAX_PASSWORD = 72;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT = 16;
  private static final int HASH = 23;

  /** The letter after the 2: crypt_blowfish's crypt(5). All but {@link #X} compute the same. */
  public enum Variant {
    A,
    B,
    /** crypt_blowfish before 1.1 extended the sign of bytes from 128. */
    X,
    Y;

    String code() {
      return "2" + name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Preparation {
    NONE("", InputHandling.NONE) {
      @Override
      byte[] apply(byte[] password) {
        return password;
      }
    },
    /** Django's {@code BCryptSHA256PasswordHasher}: SHA-256 in hexadecimal. */
    SHA256_HEX("bcrypt_sha256$", InputHandling.NONE) {
      @Override
      byte[] apply(byte[] password) {
        return ascii(HexFormat.of().formatHex(HashFunction.SHA256.digest().digest(password)));
      }
    },
    /** WordPress 6.8's {@code wp_hash_password}: HMAC-SHA-384 in Base64. */
    HMAC_SHA384("$wp", InputHandling.WORDPRESS) {
      @Override
      byte[] apply(byte[] password) {
        return ascii(
            Base64.getEncoder()
                .encodeToString(HashFunction.SHA384.hmac(ascii("wp-sha384"), password)));
      }
    };

    private final String prefix;
    private final InputHandling input;

    Preparation(String prefix, InputHandling input) {
      this.prefix = prefix;
      this.input = input;
    }

    abstract byte[] apply(byte[] password);

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  public Bcrypt {
    HashBounds.cost("bcrypt cost", cost, HashBounds.BCRYPT_MIN_COST, HashBounds.BCRYPT_MAX_COST);
    HashBounds.length("bcrypt salt", salt.length(), SALT, SALT);
    HashBounds.length("bcrypt hash", hash.length(), HASH, HASH);
  }

  /**
   * From 72 bytes, WordPress's preparation makes every byte count; its key makes leaked SHA digests
   * useless here.
   *
   * @param cost within {@link HashBounds}
   */
  public static Bcrypt of(String password, int cost) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    boolean fits = bytes.length < MAX_PASSWORD;
    Variant variant = fits ? Variant.B : Variant.Y;
    Preparation preparation = fits ? Preparation.NONE : Preparation.HMAC_SHA384;
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    byte[] hash = compute(preparation.apply(bytes), variant, salt, cost);
    return new Bcrypt(variant, preparation, cost, Bytes.of(salt), Bytes.of(hash));
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.BCRYPT;
  }

  /** Computes up to three hashes for WordPress. */
  @Override
  public boolean matches(String password) {
    return preparation.input.candidates(password).stream()
        .anyMatch(candidate -> matches(candidate.getBytes(StandardCharsets.UTF_8)));
  }

  boolean matches(byte[] password) {
    return hash.matches(compute(preparation.apply(password), variant, salt.toArray(), cost));
  }

  private static byte[] compute(byte[] input, Variant variant, byte[] salt, int cost) {
    byte[] terminated = Arrays.copyOf(input, input.length + 1);
    byte[] key =
        variant == Variant.X
            ? signExtended(terminated)
            : Arrays.copyOf(terminated, Math.min(terminated.length, MAX_PASSWORD));
    return Arrays.copyOf(BCrypt.generate(key, salt, cost), HASH);
  }

  /**
   * The bug of {@code $2x$}: a byte from 128 sets the bytes before it in its word to ones. The key
   * schedule takes 18 words.
   */
  private static byte[] signExtended(byte[] terminated) {
    byte[] key = new byte[MAX_PASSWORD];
    int at = 0;
    for (int i = 0; i < MAX_PASSWORD; i++) {
      byte next = terminated[at];
      if (next < 0) {
        Arrays.fill(key, i - i % 4, i, (byte) -1);
      }
      key[i] = next;
      at = next == 0 ? 0 : at + 1;
    }
    return key;
  }

  @Override
  public String encoded() {
    return "%s$%s$%02d$%s%s"
        .formatted(
            preparation.prefix,
            variant.code(),
            cost,
            Encodings.bcryptBase64(salt),
            Encodings.bcryptBase64(hash));
  }

  @Override
  public String parameters() {
    return "cost=" + cost;
  }
}
