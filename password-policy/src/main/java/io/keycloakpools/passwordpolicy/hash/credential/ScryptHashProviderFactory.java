package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;

public final class ScryptHashProviderFactory extends BouncyCastleHashFactory {

  public ScryptHashProviderFactory() {
    super(
        Algorithm.SCRYPT.id(),
        new ForeignHashProvider(Algorithm.SCRYPT, ConcurrencyLimit.perCore()));
  }
}
