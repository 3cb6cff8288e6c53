package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;

public final class BcryptHashProviderFactory extends BouncyCastleHashFactory {

  public BcryptHashProviderFactory() {
    super(Algorithm.BCRYPT.id(), new BcryptHashProvider());
  }
}
