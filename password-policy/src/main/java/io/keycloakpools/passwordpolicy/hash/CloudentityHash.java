package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * {@code Hash} and {@code HashConfig} of Cloudentity (github.com/cloudentity/acp-client-go,
 * clients/identityroot). The models leave open the encoding of value and salt, and the position of
 * a digest's salt; ambiguous hashes are refused.
 */
record CloudentityHash(JsonFields fields) {

  private static final String INSTEAD = "a PHC string, an LDAP value or Auth0's object";

  ForeignHash parse() {
    String method = fields.text("config.method");
    String value = Encodings.trimmed(fields.text("value"));
    return switch (method) {
      case "bcrypt" -> HashText.parse("value", value, Bcrypt.class);
      case "argon2" -> argon2(value);
      case "pbkdf2" -> pbkdf2(value);
      case "sha" -> sha(value);
      default -> throw new RefusedHashException(Reason.UNKNOWN, "config.method");
    };
  }

  /** The configuration does not distinguish argon2i and argon2id. */
  private static Argon2 argon2(String value) {
    if (!value.startsWith("$")) {
      throw new RefusedHashException(Reason.AMBIGUOUS, "value", INSTEAD);
    }
    return HashText.parse("value", value, Argon2.class);
  }

  private Pbkdf2 pbkdf2(String value) {
    if (value.startsWith("$")) {
      return HashText.parse("value", value, Pbkdf2.class);
    }
    return new Pbkdf2(
        function("config.pbkdf2.function"),
        fields.number("config.pbkdf2.number_of_iterations"),
        Bytes.ofText(fields.text("config.pbkdf2.salt")),
        bytes(value, fields.number("config.pbkdf2.key_length")));
  }

  private SaltedDigest sha(String value) {
    if (value.startsWith("{") || value.startsWith("$")) {
      return HashText.parse("value", value, SaltedDigest.class);
    }
    if (fields.has("config.sha.salt") || fields.number("config.sha.salt_length", 0) != 0) {
      throw new RefusedHashException(Reason.AMBIGUOUS, "config.sha.salt", INSTEAD);
    }
    HashFunction function = function("config.sha.function");
    return new SaltedDigest(
        function, PasswordEncoding.UTF8, Bytes.NONE, Bytes.NONE, bytes(value, function.length()));
  }

  private HashFunction function(String path) {
    return HashFunction.named(fields.text(path))
        .orElseThrow(() -> new RefusedHashException(Reason.UNSUPPORTED, path, "this digest"));
  }

  private static Bytes bytes(String value, int length) {
    Bytes bytes = Encodings.hexOrBase64("value", value, length);
    HashBounds.hash("value", bytes, length, length);
    return bytes;
  }
}
