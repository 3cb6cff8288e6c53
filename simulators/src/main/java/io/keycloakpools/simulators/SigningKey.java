package io.keycloakpools.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** An RSA key of this run that signs JSON web tokens with RS256 (RFC 7515, RFC 7517). */
public final class SigningKey {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private static final class Shared {
    static final SigningKey KEY = new SigningKey("simulated", generate());
  }

  private final String id;
  private final KeyPair pair;

  private SigningKey(String id, KeyPair pair) {
    this.id = id;
    this.pair = pair;
  }

  public static SigningKey ofThisRun() {
    return Shared.KEY;
  }

  public String sign(Map<String, Object> claims) {
    String head = encoded(SimulatorJson.write(Map.of("kid", id, "alg", "RS256", "typ", "JWT")));
    String content = head + "." + encoded(SimulatorJson.write(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(UTF_8));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public Optional<JsonNode> verify(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(pair.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
      return signature.verify(DECODER.decode(parts[2]))
          ? SimulatorJson.readObject(new String(DECODER.decode(parts[1]), UTF_8))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public Map<String, Object> jwk() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return Map.of(
        "kty",
        "RSA",
        "use",
        "sig",
        "alg",
        "RS256",
        "kid",
        id,
        "n",
        encoded(key.getModulus()),
        "e",
        encoded(key.getPublicExponent()));
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(UTF_8));
  }

  private static String encoded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
