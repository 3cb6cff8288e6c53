package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;
import java.util.Set;
import org.keycloak.policy.HashAlgorithmPasswordPolicyProviderFactory;
import org.keycloak.policy.PasswordPolicyConfigException;

/** Excludes verify-only algorithms: with one of these, no password could be set. */
public final class HashAlgorithmPolicyProviderFactory
    extends HashAlgorithmPasswordPolicyProviderFactory {

  private static final Set<String> VERIFY_ONLY =
      Set.of(Algorithm.SCRYPT.id(), Algorithm.FIREBASE_SCRYPT.id(), Algorithm.LEGACY_DIGEST.id());

  @Override
  public Object parseConfig(String value) {
    if (value != null && VERIFY_ONLY.contains(value)) {
      throw new PasswordPolicyConfigException(refusal(value));
    }
    return super.parseConfig(value);
  }

  static String refusal(String algorithm) {
    return algorithm
        + " only verifies passwords that were imported. Choose another hashing algorithm, such as argon2 or bcrypt.";
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
