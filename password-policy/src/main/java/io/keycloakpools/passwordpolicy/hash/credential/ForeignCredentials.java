package io.keycloakpools.passwordpolicy.hash.credential;

import io.keycloakpools.passwordpolicy.hash.Argon2;
import io.keycloakpools.passwordpolicy.hash.Bytes;
import io.keycloakpools.passwordpolicy.hash.ForeignHash;
import io.keycloakpools.passwordpolicy.hash.Pbkdf2;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Converts foreign hashes to credentials of Keycloak's own providers if these can verify them, else
 * to text for ours. {@link org.keycloak.credential.PasswordCredentialProvider#createCredential}
 * stores them.
 */
public final class ForeignCredentials {

  private static final String PARAMETERS = "parameters";

  private ForeignCredentials() {}

  public static PasswordCredentialModel of(ForeignHash hash) {
    if (hash instanceof Argon2 argon2) {
      return argon2(argon2);
    }
    if (hash instanceof Pbkdf2 pbkdf2) {
      return PasswordCredentialModel.createFromValues(
          pbkdf2.algorithm().id(),
          pbkdf2.salt().toArray(),
          pbkdf2.iterations(),
          base64(pbkdf2.hash()));
    }
    return PasswordCredentialModel.createFromValues(
        hash.algorithm().id(),
        new byte[0],
        hash.cost(),
        Map.of(PARAMETERS, List.of(hash.parameters())),
        hash.encoded());
  }

  /** Parameters of Keycloak's Argon2PasswordHashProvider. */
  private static PasswordCredentialModel argon2(Argon2 argon2) {
    return PasswordCredentialModel.createFromValues(
        argon2.algorithm().id(),
        argon2.salt().toArray(),
        argon2.iterations(),
        Map.of(
            "type", List.of(argon2.type().code()),
            "version", List.of(argon2.version().code()),
            "hashLength", List.of(Integer.toString(argon2.hash().length())),
            "memory", List.of(Integer.toString(argon2.memory())),
            "parallelism", List.of(Integer.toString(argon2.parallelism()))),
        base64(argon2.hash()));
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }
}
