package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.ForeignHash;
import io.keycloakpools.passwordpolicy.hash.ForeignHash.Algorithm;
import io.keycloakpools.passwordpolicy.hash.ForeignHashes;
import io.keycloakpools.passwordpolicy.hash.RefusedHashException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordCredentialData;
import org.keycloak.models.credential.dto.PasswordSecretData;

/** A realm import bypasses our checks. A malformed or too costly hash is logged and ignored. */
record StoredHash(Algorithm algorithm) {

  private static final Logger LOG = Logger.getLogger(StoredHash.class);

  /** Empty if it must not be verified. */
  Optional<ForeignHash> of(PasswordCredentialModel credential) {
    if (!hasAlgorithm(credential)) {
      return Optional.empty();
    }
    PasswordSecretData secret = credential.getPasswordSecretData();
    if (secret == null || secret.getValue() == null) {
      warn(credential, "it has no value");
      return Optional.empty();
    }
    try {
      ForeignHash hash = ForeignHashes.parse(secret.getValue());
      if (hash.algorithm() == algorithm) {
        return Optional.of(hash);
      }
      warn(credential, "it is one of " + hash.algorithm().id());
    } catch (RefusedHashException e) {
      warn(credential, e.getMessage());
    }
    return Optional.empty();
  }

  boolean hasAlgorithm(PasswordCredentialModel credential) {
    PasswordCredentialData data = credential.getPasswordCredentialData();
    return data != null && algorithm.id().equals(data.getAlgorithm());
  }

  private void warn(PasswordCredentialModel credential, String problem) {
    LOG.warnf(
        "The %s hash of credential %s is not verified: %s. Nobody signs in with it. "
            + "Set a new password for its user, or require the action UPDATE_PASSWORD after a reset.",
        algorithm.id(), credential.getId(), problem);
  }
}
