package io.keycloakpools.demo.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A sign-in that has begun. {@code state} ties the returned code to this browser, {@code verifier}
 * (RFC 7636) to this application, and {@code nonce} to the ID token.
 */
record Pending(Application application, String state, String verifier, String nonce) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Pending at(Application application) {
    return new Pending(application, random(), random(), random());
  }

  /** Returns an unguessable text of 43 characters, the least for a code verifier. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  /** Uses the method S256. */
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
