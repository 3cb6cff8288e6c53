package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;

/** Digests of other systems and phpass: weak, so the first sign-in replaces them. */
public final class LegacyDigestHashProviderFactory extends BouncyCastleHashFactory {

  public LegacyDigestHashProviderFactory() {
    super(
        Algorithm.LEGACY_DIGEST.id(),
        new ForeignHashProvider(Algorithm.LEGACY_DIGEST, ConcurrencyLimit.NONE));
  }
}
