package io.keycloakpools.passwordpolicy.hash;

/** A password hash of another system. {@link HashBounds} limit the work of a verification. */
public sealed interface ForeignHash
    permits Argon2, Bcrypt, FirebaseScrypt, Hmac, Pbkdf2, Phpass, SaltedDigest, Scrypt {

  /** Id of the hash provider, Keycloak's or ours. */
  enum Algorithm {
    ARGON2("argon2"),
    BCRYPT("bcrypt"),
    FIREBASE_SCRYPT("firebase-scrypt"),
    LEGACY_DIGEST("legacy-digest"),
    PBKDF2_SHA1("pbkdf2"),
    PBKDF2_SHA256("pbkdf2-sha256"),
    PBKDF2_SHA512("pbkdf2-sha512"),
    SCRYPT("scrypt");

    private final String id;

    Algorithm(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  Algorithm algorithm();

  boolean matches(String password);

  /** Text for {@link ForeignHashes#parse(String)}. Contains secrets. */
  String encoded();

  /** In the algorithm's unit; 1 if it has no cost. */
  int cost();

  /** In KiB; 0 if negligible. */
  default int memory() {
    return 0;
  }

  /** Such as {@code cost=12}, for display and metrics. Contains no secrets. */
  String parameters();
}
