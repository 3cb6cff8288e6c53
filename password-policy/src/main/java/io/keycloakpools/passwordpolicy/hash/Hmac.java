package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** All users of a system share the key. */
public record Hmac(HashFunction function, PasswordEncoding encoding, Bytes key, Bytes hash)
    implements ForeignHash {

  public Hmac {
    HashBounds.length("hmac key", key.length(), 1, HashBounds.MAX_KEY);
    HashBounds.hash("hmac hash", hash, function.length(), function.length());
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.LEGACY_DIGEST;
  }

  @Override
  public boolean matches(String password) {
    return hash.matches(function.hmac(key.toArray(), encoding.bytes(password)));
  }

  /** Ory Kratos' format, plus the encoding unless UTF-8. */
  @Override
  public String encoded() {
    String hex = HexFormat.of().formatHex(hash.toArray());
    return "$hmac-%s%s$%s$%s"
        .formatted(
            function.code(),
            encoding == PasswordEncoding.UTF8 ? "" : "$enc=" + encoding.code(),
            Bytes.of(hex.getBytes(StandardCharsets.US_ASCII)).base64(),
            key.base64());
  }

  @Override
  public int cost() {
    return 1;
  }

  @Override
  public String parameters() {
    return "hmac-" + function.code();
  }
}
