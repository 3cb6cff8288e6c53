package io.keycloakpools.passwordpolicy.hash;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public enum HashFunction {
  MD5("MD5", 16),
  SHA1("SHA-1", 20),
  SHA224("SHA-224", 28),
  SHA256("SHA-256", 32),
  SHA384("SHA-384", 48),
  SHA512("SHA-512", 64);

  private final String algorithm;
  private final int length;

  HashFunction(String algorithm, int length) {
    this.algorithm = algorithm;
    this.length = length;
  }

  /**
   * @param name such as {@code sha256}, {@code SHA-256} or OpenSSL's {@code RSA-SHA256}
   */
  static Optional<HashFunction> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^rsa-", "").replace("-", "");
    return Arrays.stream(values()).filter(each -> each.code().equals(plain)).findFirst();
  }

  /** Such as {@code sha256}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In bytes. */
  int length() {
    return length;
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is not available", e);
    }
  }

  byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(hmacAlgorithm());
      mac.init(new SecretKeySpec(key, hmacAlgorithm()));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(hmacAlgorithm() + " is not available", e);
    }
  }

  String hmacAlgorithm() {
    return "Hmac" + name();
  }
}
