package io.keycloakpools.passwordpolicy;

import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The passwords that a user has and had: the present one and those that Keycloak keeps as
 * credentials of type {@code password-history}. The rule is that of Keycloak's {@code
 * HistoryPasswordPolicyProvider}, which reads how many it looks at from the realm only.
 */
public final class PasswordHistory {

  private static final Logger LOG = Logger.getLogger(PasswordHistory.class);

  private final KeycloakSession session;

  public PasswordHistory(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Whether a password is one of the user's last ones, by whatever algorithm each is hashed. One
   * whose algorithm this server does not have any more is taken for another password. Takes the
   * time of at most so many hashes.
   *
   * @param last how many are looked at, the present one included; 0 looks at none
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
