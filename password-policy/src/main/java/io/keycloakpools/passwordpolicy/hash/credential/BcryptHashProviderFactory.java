package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;

/** bcrypt, also for new passwords. */
public final class BcryptHashProviderFactory extends BouncyCastleHashFactory {

  public BcryptHashProviderFactory() {
    super(Algorithm.BCRYPT.id(), new BcryptHashProvider());
  }
}
