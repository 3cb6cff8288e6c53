package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.Bcrypt;
import io.keycloakpools.passwordpolicy.hash.ForeignHash;
import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.ModelException;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/** For imported and new passwords. The policy <em>Hashing Iterations</em> is the cost. */
final class BcryptHashProvider implements PasswordHashProvider {

  static final int DEFAULT_COST = 12;

  /** OWASP's Password Storage Cheat Sheet: "work factor of 10 or more". */
  static final int MIN_COST = 10;

  static final int MAX_COST = 15;

  private static final int NOT_SET = -1;
  private static final Logger LOG = Logger.getLogger(BcryptHashProvider.class);
  private static final StoredHash STORED = new StoredHash(Algorithm.BCRYPT);

  @Override
  public boolean verify(String rawPassword, PasswordCredentialModel credential) {
    return STORED.of(credential).map(hash -> hash.matches(rawPassword)).orElse(false);
  }

  /**
   * Bcrypt of at least the policy's cost. An impossible cost changes nothing: no better hash can be
   * made.
   */
  @Override
  public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
    OptionalInt cost = cost(policy == null ? NOT_SET : policy.getHashIterations());
    if (cost.isEmpty()) {
      LOG.warn(refusal());
      return true;
    }
    return STORED.hasAlgorithm(credential)
        && STORED.of(credential).filter(hash -> isStrongEnough(hash, cost.getAsInt())).isPresent();
  }

  private static boolean isStrongEnough(ForeignHash hash, int cost) {
    return hash instanceof Bcrypt bcrypt
        && bcrypt.variant() != Bcrypt.Variant.X
        && bcrypt.cost() >= cost;
  }

  /**
   * @param iterations the cost; -1 for the default
   * @throws ModelException if the cost is out of bounds
   */
  @Override
  public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
    int cost = cost(iterations).orElseThrow(() -> new ModelException(refusal()));
    return ForeignCredentials.of(Bcrypt.of(rawPassword, cost));
  }

  private static OptionalInt cost(int iterations) {
    if (iterations == NOT_SET) {
      return OptionalInt.of(DEFAULT_COST);
    }
    return iterations < MIN_COST || iterations > MAX_COST
        ? OptionalInt.empty()
        : OptionalInt.of(iterations);
  }

  private static String refusal() {
    return "With bcrypt, the password policy \"Hashing Iterations\" is the cost, from %d to %d. Change or remove it."
        .formatted(MIN_COST, MAX_COST);
  }

  @Override
  public String credentialHashingStrength(PasswordCredentialModel credential) {
    return STORED.of(credential).map(ForeignHash::parameters).orElse("unknown");
  }

  @Override
  public void close() {}
}
