package io.keycloakpools.harness.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app: codes of RFC 6238, one every 30 seconds.
 *
 * @param secret whose UTF-8 bytes are the key
 * @param algorithm such as {@code HmacSHA1}
 */
public record AuthenticatorApp(String secret, String algorithm, int digits) {

  private static final int PERIOD = 30;

  public String code() {
    return code(Instant.now());
  }

  String code(Instant at) {
    byte[] step = ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond() / PERIOD).array();
    byte[] hash = hash(step);
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
  }

  private byte[] hash(byte[] step) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(step);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "AuthenticatorApp[" + algorithm + ", " + digits + "]";
  }
}
