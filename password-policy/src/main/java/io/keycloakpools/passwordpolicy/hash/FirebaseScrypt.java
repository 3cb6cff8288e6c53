package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * Firebase's modified scrypt (github.com/firebase/scrypt): AES-CTR encrypts the project's signer
 * key with a key from scrypt.
 *
 * @param memCost log2 of the cost
 * @param rounds block size
 */
public record FirebaseScrypt(
    int memCost, int rounds, Bytes salt, Bytes saltSeparator, Bytes signerKey, Bytes hash)
    implements ForeignHash {

  private static final int AES_KEY = 32;

  public FirebaseScrypt {
    HashBounds.cost("firebase-scrypt mem_cost", memCost, 1, HashBounds.FIREBASE_MAX_MEM_COST);
    HashBounds.cost("firebase-scrypt rounds", rounds, 1, HashBounds.FIREBASE_MAX_ROUNDS);
    HashBounds.length("firebase-scrypt salt", salt.length(), 1, HashBounds.MAX_SALT);
    HashBounds.length(
        "firebase-scrypt salt separator", saltSeparator.length(), 0, HashBounds.MAX_SALT);
    HashBounds.length(
        "firebase-scrypt signer key", signerKey.length(), HashBounds.MIN_HASH, HashBounds.MAX_KEY);
    HashBounds.hash("firebase-scrypt hash", hash, signerKey.length(), signerKey.length());
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.FIREBASE_SCRYPT;
  }

  @Override
  public boolean matches(String password) {
    byte[] derived =
        SCrypt.generate(
            password.getBytes(StandardCharsets.UTF_8),
            salt.plus(saltSeparator).toArray(),
            1 << memCost,
            rounds,
            1,
            AES_KEY);
    return hash.matches(encrypt(derived, signerKey.toArray()));
  }

  private static byte[] encrypt(byte[] key, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES in counter mode is not available", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** Ory Kratos' format. */
  @Override
  public String encoded() {
    return "$firescrypt$ln=%d,r=%d,p=1$%s$%s$%s$%s"
        .formatted(
            memCost,
            rounds,
            salt.base64(),
            hash.base64(),
            saltSeparator.base64(),
            signerKey.base64());
  }

  @Override
  public int cost() {
    return 1 << memCost;
  }

  @Override
  public int memory() {
    return (rounds << memCost) / 8;
  }

  @Override
  public String parameters() {
    return "mem_cost=%d,rounds=%d".formatted(memCost, rounds);
  }
}
