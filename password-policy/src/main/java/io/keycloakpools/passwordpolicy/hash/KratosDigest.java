package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ory Kratos' {@code $sha256$pf=format$salt$hash} (the format, in Base64, places password and salt)
 * and {@code $hmac-sha256$hash$key}. {@code enc=} (encoding) and {@code it=} (iterations) are ours.
 */
final class KratosDigest {

  private static final String FORMAT = "pf=";
  private static final String ENCODING = "enc=";
  private static final String ITERATIONS = "it=";

  private KratosDigest() {}

  static SaltedDigest parse(String text) {
    String[] parts = text.split("\\$", -1);
    HashFunction function = function(parts[1]);
    if (parts.length == 3) {
      Bytes hash = Encodings.base64("digest hash", parts[2]);
      return new SaltedDigest(function, PasswordEncoding.UTF8, Bytes.NONE, Bytes.NONE, hash);
    }
    if (parts.length != 5 || !parts[2].startsWith(FORMAT)) {
      throw Encodings.malformed("digest");
    }
    String[] parameters = parts[2].split(",", -1);
    PasswordEncoding encoding = PasswordEncoding.UTF8;
    int iterations = 1;
    for (String parameter : List.of(parameters).subList(1, parameters.length)) {
      if (parameter.startsWith(ITERATIONS)) {
        iterations =
            PhcString.number("digest iterations", parameter.substring(ITERATIONS.length()));
      } else {
        encoding = encoding(parameter);
      }
    }
    String format = format(parameters[0].substring(FORMAT.length()));
    int password = format.indexOf(SaltedDigest.PASSWORD);
    if (password < 0) {
      throw Encodings.malformed("digest format");
    }
    Bytes salt = Encodings.base64("digest salt", parts[3]);
    return new SaltedDigest(
        function,
        encoding,
        fill(format.substring(0, password), salt),
        fill(format.substring(password + SaltedDigest.PASSWORD.length()), salt),
        Encodings.base64("digest hash", parts[4]),
        iterations);
  }

  private static String format(String base64) {
    return SaltedDigest.latin1(Encodings.base64("digest format", base64));
  }

  private static Bytes fill(String part, Bytes salt) {
    int at = part.indexOf(SaltedDigest.SALT);
    if (at < 0) {
      return latin1(part);
    }
    return latin1(part.substring(0, at))
        .plus(salt)
        .plus(latin1(part.substring(at + SaltedDigest.SALT.length())));
  }

  private static Bytes latin1(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Hmac hmac(String text) {
    String[] parts = text.split("\\$", -1);
    boolean encoded = parts.length == 5;
    if (parts.length != 4 && !encoded) {
      throw Encodings.malformed("hmac");
    }
    String hex = SaltedDigest.latin1(Encodings.base64("hmac hash", parts[parts.length - 2]));
    return new Hmac(
        function(parts[1].substring("hmac-".length())),
        encoded ? encoding(parts[2]) : PasswordEncoding.UTF8,
        Encodings.base64("hmac key", parts[parts.length - 1]),
        Encodings.hex("hmac hash", hex));
  }

  private static PasswordEncoding encoding(String parameter) {
    if (!parameter.startsWith(ENCODING)) {
      throw Encodings.malformed("digest");
    }
    return PasswordEncoding.named(parameter.substring(ENCODING.length()))
        .orElseThrow(() -> Encodings.malformed("digest enc"));
  }

  private static HashFunction function(String name) {
    return HashFunction.named(name)
        .orElseThrow(() -> new RefusedHashException(Reason.UNSUPPORTED, "hash", "its digest"));
  }
}
