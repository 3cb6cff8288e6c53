package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * phpass (openwall.com/phpass), WordPress before 6.8 and phpBB: iterated MD5. The alphabet takes
 * the least significant bits first.
 *
 * @param letter P, or H in phpBB
 * @param logIterations log2 of the iterations
 * @param salt 8 characters
 * @param hash 22 characters
 */
public record Phpass(char letter, int logIterations, Bytes salt, Bytes hash)
    implements ForeignHash {

  private static final String ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile("\\$([PH])\\$([./0-9A-Za-z])([\\x21-\\x7e]{8})([./0-9A-Za-z]{22})");

  private static final int MIN_LOG_ITERATIONS = 7;

  /** In bytes; phpass refuses longer passwords. */
  private static final int MAX_PASSWORD = 4096;

  public Phpass {
    HashBounds.cost(
        "phpass log2(iterations)",
        logIterations,
        MIN_LOG_ITERATIONS,
        HashBounds.PHPASS_MAX_LOG_ITERATIONS);
  }

  static Phpass parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw Encodings.malformed("phpass");
    }
    return new Phpass(
        parts.group(1).charAt(0),
        ALPHABET.indexOf(parts.group(2)),
        Bytes.ofText(parts.group(3)),
        Bytes.ofText(parts.group(4)));
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.LEGACY_DIGEST;
  }

  /** Computes up to three hashes. */
  @Override
  public boolean matches(String password) {
    InputHandling input = letter == 'H' ? InputHandling.PHPBB : InputHandling.WORDPRESS;
    return input.candidates(password).stream()
        .anyMatch(candidate -> matches(candidate.getBytes(StandardCharsets.UTF_8)));
  }

  private boolean matches(byte[] bytes) {
    if (bytes.length > MAX_PASSWORD) {
      return false;
    }
    MessageDigest md5 = HashFunction.MD5.digest();
    md5.update(salt.toArray());
    byte[] computed = md5.digest(bytes);
    for (int i = 0; i < 1 << logIterations; i++) {
      md5.update(computed);
      computed = md5.digest(bytes);
    }
    return hash.matches(encode(computed).getBytes(StandardCharsets.US_ASCII));
  }

  private static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder(22);
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held |= (next & 0xff) << bits;
      bits += 8;
      while (bits >= 6) {
        text.append(ALPHABET.charAt(held & 0x3f));
        held >>>= 6;
        bits -= 6;
      }
    }
    return text.append(ALPHABET.charAt(held & 0x3f)).toString();
  }

  @Override
  public String encoded() {
    return "$%c$%c%s%s".formatted(letter, ALPHABET.charAt(logIterations), text(salt), text(hash));
  }

  private static String text(Bytes ascii) {
    return new String(ascii.toArray(), StandardCharsets.US_ASCII);
  }

  @Override
  public int cost() {
    return 1 << logIterations;
  }

  @Override
  public String parameters() {
    return "phpass i=" + cost();
  }
}
