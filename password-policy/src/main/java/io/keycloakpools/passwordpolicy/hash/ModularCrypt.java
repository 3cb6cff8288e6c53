package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** crypt(5) and PHC strings. */
final class ModularCrypt {

  private static final Pattern BCRYPT =
      Pattern.compile("\\$2([abxy])\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
  private static final Pattern NAME =
      Pattern.compile("\\$([A-Za-z0-9-]+)(?:\\$.*)?", Pattern.DOTALL);

  /** Known but not implemented: crypt(5), Drupal, Apache, Windows. */
  private static final Map<String, String> UNSUPPORTED =
      Map.ofEntries(
          Map.entry("1", "md5-crypt"),
          Map.entry("apr1", "Apache md5-crypt"),
          Map.entry("2", "bcrypt $2$"),
          Map.entry("3", "NT hash"),
          Map.entry("NT", "NT hash"),
          Map.entry("5", "sha256-crypt"),
          Map.entry("6", "sha512-crypt"),
          Map.entry("7", "scrypt of crypt(5)"),
          Map.entry("y", "yescrypt"),
          Map.entry("gy", "gost-yescrypt"),
          Map.entry("S", "Drupal SHA-512"),
          Map.entry("bcrypt-sha256", "passlib's bcrypt_sha256"),
          Map.entry("md5-crypt", "md5-crypt"),
          Map.entry("sha256-crypt", "sha256-crypt"),
          Map.entry("sha512-crypt", "sha512-crypt"));

  private ModularCrypt() {}

  static ForeignHash parse(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      throw new RefusedHashException(Reason.UNKNOWN, "hash");
    }
    String id = name.group(1);
    if (UNSUPPORTED.containsKey(id)) {
      throw new RefusedHashException(Reason.UNSUPPORTED, "hash", UNSUPPORTED.get(id));
    }
    return switch (id) {
      case "2a", "2b", "2x", "2y" -> bcrypt(text, Bcrypt.Preparation.NONE);
      case "wp" -> bcrypt(text.substring("$wp".length()), Bcrypt.Preparation.HMAC_SHA384);
      case "P", "H" -> Phpass.parse(text);
      case "argon2d", "argon2i", "argon2id", "scrypt" -> PhcString.parse(text);
      case "firescrypt" -> FirebaseHash.parse(text);
      case "fbscrypt" -> FirebaseHash.parseSupabase(text);
      default -> digest(id, text);
    };
  }

  private static ForeignHash digest(String id, String text) {
    if (id.equals("pbkdf2") || id.startsWith("pbkdf2-")) {
      return PhcString.parse(text);
    }
    if (id.startsWith("hmac-")) {
      return KratosDigest.hmac(text);
    }
    if (HashFunction.named(id).isPresent()) {
      return KratosDigest.parse(text);
    }
    if (SpringHash.isScryptParameters(id)) {
      return SpringHash.scrypt(text);
    }
    throw new RefusedHashException(Reason.UNKNOWN, "hash");
  }

  static Bcrypt bcrypt(String text, Bcrypt.Preparation preparation) {
    Matcher parts = BCRYPT.matcher(text);
    if (!parts.matches()) {
      throw Encodings.malformed("bcrypt");
    }
    Bcrypt.Variant variant =
        switch (parts.group(1)) {
          case "a" -> Bcrypt.Variant.A;
          case "b" -> Bcrypt.Variant.B;
          case "x" -> Bcrypt.Variant.X;
          default -> Bcrypt.Variant.Y;
        };
    return new Bcrypt(
        variant,
        preparation,
        Integer.parseInt(parts.group(2)),
        Encodings.bcryptBase64("bcrypt salt", parts.group(3)),
        Encodings.bcryptBase64("bcrypt hash", parts.group(4)));
  }
}
