package io.keycloakpools.demo.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A sign-in that has begun: what ties the code that comes back to this browser ({@code state}), to
 * this application ({@code verifier}, RFC 7636) and to the ID token ({@code nonce}).
 */
record Pending(Application application, String state, String verifier, String nonce) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Pending at(Application application) {
    return new Pending(application, random(), random(), random());
  }

  /** A text that nobody guesses; 43 characters, as a code verifier needs. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  /** The code challenge of the method S256. */
  String challenge() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return base64(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte... bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Pending[" + application + "]";
  }
}
