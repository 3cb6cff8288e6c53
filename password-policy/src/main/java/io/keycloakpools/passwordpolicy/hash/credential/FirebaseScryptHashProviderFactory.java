package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;

public final class FirebaseScryptHashProviderFactory extends BouncyCastleHashFactory {

  public FirebaseScryptHashProviderFactory() {
    super(
        Algorithm.FIREBASE_SCRYPT.id(),
        new ForeignHashProvider(Algorithm.FIREBASE_SCRYPT, ConcurrencyLimit.perCore()));
  }
}
