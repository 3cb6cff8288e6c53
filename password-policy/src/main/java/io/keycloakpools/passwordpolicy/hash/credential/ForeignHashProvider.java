package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash;
import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.ModelException;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Makes no hashes; {@link HashAlgorithmPolicyProviderFactory} keeps realms from choosing it. */
final class ForeignHashProvider implements PasswordHashProvider {

  private final Algorithm algorithm;
  private final StoredHash stored;
  private final ConcurrencyLimit limit;

  ForeignHashProvider(Algorithm algorithm, ConcurrencyLimit limit) {
    this.algorithm = algorithm;
    this.stored = new StoredHash(algorithm);
    this.limit = limit;
  }

  @Override
  public boolean verify(String rawPassword, PasswordCredentialModel credential) {
    return stored
        .of(credential)
        .map(hash -> limit.run(() -> hash.matches(rawPassword)))
        .orElse(false);
  }

  /** Called only if a realm chose this algorithm nevertheless; it cannot rehash. */
  @Override
  public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
    return true;
  }

  @Override
  public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
    throw new ModelException(HashAlgorithmPolicyProviderFactory.refusal(algorithm.id()));
  }

  @Override
  public String credentialHashingStrength(PasswordCredentialModel credential) {
    return stored.of(credential).map(ForeignHash::parameters).orElse("unknown");
  }

  @Override
  public void close() {}
}
