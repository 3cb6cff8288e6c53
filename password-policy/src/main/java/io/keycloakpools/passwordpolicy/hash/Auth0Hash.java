package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * {@code custom_password_hash} of Auth0's bulk import:
 * https://auth0.com/docs/manage-users/user-migration/bulk-user-import-schema
 */
record Auth0Hash(JsonFields fields) {

  private static final String HASH = "hash.value";
  private static final String SALT = "salt.value";
  private static final int DEFAULT_COST = 16384;
  private static final int DEFAULT_BLOCK_SIZE = 8;

  ForeignHash parse() {
    String algorithm = fields.text("algorithm");
    return switch (algorithm) {
      case "bcrypt" -> text(Bcrypt.class, fields.text(HASH));
      case "argon2" -> text(Argon2.class, fields.text(HASH));
      case "ldap" -> text(SaltedDigest.class, fields.text(HASH));
      case "pbkdf2" -> text(Pbkdf2.class, withDefaults(Encodings.trimmed(fields.text(HASH))));
      case "scrypt" -> scrypt();
      case "hmac" -> hmac();
      case "md5", "sha1", "sha256", "sha512" -> digest(function("algorithm", algorithm));
      case "md4" -> throw new RefusedHashException(Reason.UNSUPPORTED, "algorithm", "md4");
      default -> throw new RefusedHashException(Reason.UNKNOWN, "algorithm");
    };
  }

  private ForeignHash text(Class<? extends ForeignHash> expected, String value) {
    utf8Only();
    if (fields.has(SALT)) {
      throw new RefusedHashException(
          Reason.UNSUPPORTED, "salt", "a salt besides the one in the hash");
    }
    return HashText.parse(HASH, value, expected);
  }

  /** Auth0's defaults. */
  private static String withDefaults(String phc) {
    String[] parts = phc.split("\\$", -1);
    return parts.length == 4
        ? "$%s$i=100000,l=64$%s$%s".formatted(parts[1], parts[2], parts[3])
        : phc;
  }

  private Scrypt scrypt() {
    utf8Only();
    Bytes hash = bytes("hash", "hex");
    if (fields.number("keylen") != hash.length()) {
      throw Encodings.malformed("keylen");
    }
    return PhcString.ofCost(
        fields.number("cost", DEFAULT_COST),
        fields.number("blockSize", DEFAULT_BLOCK_SIZE),
        fields.number("parallelization", 1),
        salt(),
        hash);
  }

  private Hmac hmac() {
    if (fields.has(SALT)) {
      throw new RefusedHashException(Reason.UNSUPPORTED, "salt", "hmac with a salt");
    }
    return new Hmac(
        function("hash.digest", fields.text("hash.digest")),
        passwordEncoding(),
        bytes("hash.key", "utf8"),
        bytes("hash", "hex"));
  }

  private SaltedDigest digest(HashFunction function) {
    boolean prefix =
        switch (fields.optionalText("salt.position").orElse("prefix")) {
          case "prefix" -> true;
          case "suffix" -> false;
          default -> throw Encodings.malformed("salt.position");
        };
    Bytes salt = salt();
    return new SaltedDigest(
        function,
        passwordEncoding(),
        prefix ? salt : Bytes.NONE,
        prefix ? Bytes.NONE : salt,
        bytes("hash", "hex"));
  }

  private Bytes salt() {
    return fields.has(SALT) ? bytes("salt", "utf8") : Bytes.NONE;
  }

  private Bytes bytes(String path, String usual) {
    String value = fields.text(path + ".value");
    return switch (fields.optionalText(path + ".encoding").orElse(usual)) {
      case "hex" -> Encodings.hex(path + ".value", Encodings.trimmed(value));
      case "base64" -> Encodings.base64(path + ".value", Encodings.trimmed(value));
      case "utf8" -> Bytes.ofText(value);
      default -> throw Encodings.malformed(path + ".encoding");
    };
  }

  private PasswordEncoding passwordEncoding() {
    return fields
        .optionalText("password.encoding")
        .map(
            name ->
                PasswordEncoding.named(name)
                    .orElseThrow(() -> Encodings.malformed("password.encoding")))
        .orElse(PasswordEncoding.UTF8);
  }

  private void utf8Only() {
    if (passwordEncoding() != PasswordEncoding.UTF8) {
      throw new RefusedHashException(
          Reason.UNSUPPORTED, "password.encoding", "other than utf8 with this algorithm");
    }
  }

  private static HashFunction function(String path, String name) {
    return HashFunction.named(name)
        .orElseThrow(() -> new RefusedHashException(Reason.UNSUPPORTED, path, "this digest"));
  }
}
