package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;

/**
 * Digests of other systems, salted or not, and phpass: weak, so that the first sign-in replaces
 * them.
 */
public final class LegacyDigestHashProviderFactory extends BouncyCastleHashFactory {

  public LegacyDigestHashProviderFactory() {
    super(
        Algorithm.LEGACY_DIGEST.id(),
        new ForeignHashProvider(Algorithm.LEGACY_DIGEST, Workload.FREE));
  }
}
