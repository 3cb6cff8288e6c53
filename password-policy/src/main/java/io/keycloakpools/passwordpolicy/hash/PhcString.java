package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code $id$v=…$name=value,…$salt$hash} (github.com/P-H-C/phc-string-format), and passlib's older
 * form.
 */
final class PhcString {

  private final String id;
  private final String version;
  private final String parameters;
  private final Bytes salt;
  private final Bytes hash;

  private PhcString(String text) {
    String[] parts = text.split("\\$", -1);
    boolean versioned = parts.length == 6 && parts[2].startsWith("v=");
    if (parts.length != 5 && !versioned) {
      throw Encodings.malformed(parts[1]);
    }
    id = parts[1];
    version = versioned ? parts[2].substring(2) : "";
    parameters = parts[parts.length - 3];
    salt = Encodings.base64(id + " salt", parts[parts.length - 2]);
    hash = Encodings.base64(id + " hash", parts[parts.length - 1]);
  }

  static ForeignHash parse(String text) {
    PhcString phc = new PhcString(text);
    return switch (phc.id) {
      case "argon2d" -> phc.argon2(Argon2.Type.D);
      case "argon2i" -> phc.argon2(Argon2.Type.I);
      case "argon2id" -> phc.argon2(Argon2.Type.ID);
      case "scrypt" -> phc.scrypt();
      default -> phc.pbkdf2();
    };
  }

  private Argon2 argon2(Argon2.Type type) {
    Map<String, Integer> values = values(Set.of("m", "t", "p"), Set.of());
    Argon2.Version made =
        switch (version) {
          case "", "16" -> Argon2.Version.V10;
          case "19" -> Argon2.Version.V13;
          default -> throw Encodings.malformed("argon2 v");
        };
    return new Argon2(type, made, values.get("m"), values.get("t"), values.get("p"), salt, hash);
  }

  private Scrypt scrypt() {
    Map<String, Integer> values = values(Set.of("ln", "r", "p"), Set.of());
    int ln = values.get("ln");
    // Ory Kratos writes N, others its logarithm.
    return ln < Integer.SIZE
        ? new Scrypt(ln, values.get("r"), values.get("p"), salt, hash)
        : ofCost(ln, values.get("r"), values.get("p"), salt, hash);
  }

  /**
   * @param n the cost, not its logarithm
   */
  static Scrypt ofCost(int n, int r, int p, Bytes salt, Bytes hash) {
    if (Integer.bitCount(n) != 1 || n < 2) {
      throw Encodings.malformed("scrypt N");
    }
    return new Scrypt(Integer.numberOfTrailingZeros(n), r, p, salt, hash);
  }

  private Pbkdf2 pbkdf2() {
    String name = id.equals("pbkdf2") ? "sha1" : id.substring("pbkdf2-".length());
    HashFunction function =
        HashFunction.named(name)
            .orElseThrow(
                () -> new RefusedHashException(Reason.UNSUPPORTED, "pbkdf2", "its digest"));
    if (parameters.indexOf('=') < 0) {
      return new Pbkdf2(function, number("pbkdf2 iterations", parameters), salt, hash);
    }
    Map<String, Integer> values = values(Set.of("i"), Set.of("l"));
    if (values.getOrDefault("l", hash.length()) != hash.length()) {
      throw Encodings.malformed("pbkdf2 l");
    }
    return new Pbkdf2(function, values.get("i"), salt, hash);
  }

  private Map<String, Integer> values(Set<String> needed, Set<String> allowed) {
    Map<String, Integer> values = new HashMap<>();
    for (String pair : parameters.split(",", -1)) {
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(equals, 0));
      if (values.containsKey(name) || !(needed.contains(name) || allowed.contains(name))) {
        throw Encodings.malformed(id);
      }
      values.put(name, number(id + " " + name, pair.substring(equals + 1)));
    }
    if (!values.keySet().containsAll(needed)) {
      throw Encodings.malformed(id);
    }
    return values;
  }

  /** A larger number exceeds every bound. */
  static int number(String where, String text) {
    return (int) Math.min(Integer.MAX_VALUE, Encodings.number(where, text));
  }
}
