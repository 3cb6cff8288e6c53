package io.keycloakpools.passwordpolicy;

import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The present and former passwords of a user. Keycloak's {@code HistoryPasswordPolicyProvider} has
 * the same rule, but takes its number from the realm only.
 */
public final class PasswordHistory {

  private static final Logger LOG = Logger.getLogger(PasswordHistory.class);

  private final KeycloakSession session;

  public PasswordHistory(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Computes at most {@code last} hashes. A password whose algorithm is no longer installed never
   * matches.
   *
   * @param last the present password included
   */
  public boolean contains(UserModel user, String password, int last) {
    Stream<CredentialModel> present = stored(user, PasswordCredentialModel.TYPE).limit(1);
    Stream<CredentialModel> before =
        stored(user, PasswordCredentialModel.PASSWORD_HISTORY)
            .sorted(CredentialModel.comparingByStartDateDesc());
    return Stream.concat(present, before)
        .limit(last)
        .map(PasswordCredentialModel::createFromCredentialModel)
        .anyMatch(credential -> matches(credential, password));
  }

  private static Stream<CredentialModel> stored(UserModel user, String type) {
    return user.credentialManager().getStoredCredentialsByTypeStream(type);
  }

  private boolean matches(PasswordCredentialModel credential, String password) {
    String algorithm = credential.getPasswordCredentialData().getAlgorithm();
    PasswordHashProvider hash = session.getProvider(PasswordHashProvider.class, algorithm);
    if (hash == null) {
      LOG.debugf("No provider for the hash algorithm %s of a former password", algorithm);
      return false;
    }
    return hash.verify(password, credential);
  }
}
