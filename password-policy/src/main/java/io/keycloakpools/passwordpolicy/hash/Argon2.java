package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * RFC 9106.
 *
 * @param memory in KiB
 */
public record Argon2(
    Type type, Version version, int memory, int iterations, int parallelism, Bytes salt, Bytes hash)
    implements ForeignHash {

  private static final int MIN_SALT = 8;

  public enum Type {
    D(Argon2Parameters.ARGON2_d),
    I(Argon2Parameters.ARGON2_i),
    ID(Argon2Parameters.ARGON2_id);

    private final int number;

    Type(int number) {
      this.number = number;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** PHC strings without a version mean 1.0. */
  public enum Version {
    V10(Argon2Parameters.ARGON2_VERSION_10, "1.0"),
    V13(Argon2Parameters.ARGON2_VERSION_13, "1.3");

    private final int number;
    private final String code;

    Version(int number, String code) {
      this.number = number;
      this.code = code;
    }

    public String code() {
      return code;
    }

    int number() {
      return number;
    }
  }

  public Argon2 {
    HashBounds.cost("argon2 p", parallelism, 1, HashBounds.ARGON2_MAX_PARALLELISM);
    HashBounds.cost("argon2 t", iterations, 1, HashBounds.ARGON2_MAX_ITERATIONS);
    HashBounds.cost("argon2 m", memory, 8L * parallelism, HashBounds.ARGON2_MAX_MEMORY);
    HashBounds.length("argon2 salt", salt.length(), MIN_SALT, HashBounds.MAX_SALT);
    HashBounds.hash("argon2 hash", hash, HashBounds.MIN_HASH, HashBounds.MAX_HASH);
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.ARGON2;
  }

  @Override
  public boolean matches(String password) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(type.number)
            .withVersion(version.number)
            .withMemoryAsKB(memory)
            .withIterations(iterations)
            .withParallelism(parallelism)
            .withSalt(salt.toArray())
            .build());
    byte[] computed = new byte[hash.length()];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), computed);
    return hash.matches(computed);
  }

  @Override
  public String encoded() {
    return "$argon2%s$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            type.code(),
            version.number,
            memory,
            iterations,
            parallelism,
            salt.unpaddedBase64(),
            hash.unpaddedBase64());
  }

  @Override
  public int cost() {
    return iterations;
  }

  @Override
  public String parameters() {
    return "%s m=%d,t=%d,p=%d".formatted(type.code(), memory, iterations, parallelism);
  }
}
