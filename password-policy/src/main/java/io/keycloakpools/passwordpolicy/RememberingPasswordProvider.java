package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.RealmModelDelegate;

/**
 * Keycloak's password provider, which remembers former passwords for {@code notUsedSince} too.
 *
 * <p>Keycloak reads from the realm's policy {@code passwordHistory} how many it keeps, in the very
 * method that stores a new password, and deletes all others there: what another policy wants to
 * keep, only this method can keep. It is Keycloak's method that runs; it is told a longer history,
 * where the settings of the user ask for one. Everything else is Keycloak's.
 */
public class RememberingPasswordProvider extends PasswordCredentialProvider {

  private final PasswordCredentialProvider stock;
  private final PasswordRulesResolver rules;

  /**
   * A provider.
   *
   * @param stock Keycloak's provider, which checks passwords and counts the checks
   * @param rules where the settings of users come from
   */
  public RememberingPasswordProvider(
      KeycloakSession session, PasswordCredentialProvider stock, PasswordRulesResolver rules) {
    // Only the counting of checks has these arguments, and stock does it.
    super(session, null, false, false, false, false, false);
    this.stock = stock;
    this.rules = rules;
  }

  @Override
  public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
    return stock.isValid(realm, user, input);
  }

  @Override
  public CredentialModel createCredential(
      RealmModel realm, UserModel user, PasswordCredentialModel credential) {
    int remembered = rules.settingsOf(realm, user).map(PasswordSettings::notUsedSince).orElse(0);
    boolean longer = remembered > Math.max(realm.getPasswordPolicy().getExpiredPasswords(), 0);
    return super.createCredential(
        longer ? remembering(realm, remembered) : realm, user, credential);
  }

  /** The realm as it would be with the policy {@code passwordHistory} at this number. */
  private RealmModel remembering(RealmModel realm, int last) {
    PasswordPolicy policy =
        realm.getPasswordPolicy().toBuilder()
            .put(PasswordPolicy.PASSWORD_HISTORY_ID, Integer.toString(last))
            .build(session);
    return new RealmModelDelegate(realm) {
      @Override
      public PasswordPolicy getPasswordPolicy() {
        return policy;
      }
    };
  }
}
