package io.keycloakpools.passwordpolicy.hash;

/**
 * A password hash that another system made. Whatever is made is within {@link Bounds}, so that to
 * verify it is bounded work.
 */
public sealed interface ForeignHash
    permits Argon2, Bcrypt, FirebaseScrypt, Hmac, Pbkdf2, Phpass, SaltedDigest, Scrypt {

  /** Which of Keycloak's hash providers, or of ours, verifies it. */
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

    /** The id of the provider. */
    public String id() {
      return id;
    }
  }

  /** Who verifies it in Keycloak. */
  Algorithm algorithm();

  /**
   * Whether this is the hash of a password. Takes as long as the algorithm and its cost ask for.
   */
  boolean matches(String password);

  /** As text that {@link ForeignHashes#parse(String)} reads again. Holds secrets. */
  String encoded();

  /** Its cost as one number, of the unit that the algorithm has; 1 where it has none. */
  int cost();

  /** How much memory it takes to verify it, in KiB; 0 for next to none. */
  default int memory() {
    return 0;
  }

  /** Its parameters, for people and meters, such as {@code cost=12}. Holds no secret. */
  String parameters();
}
