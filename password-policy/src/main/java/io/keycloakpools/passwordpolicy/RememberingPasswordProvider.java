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
 * Also keeps former passwords for {@code notUsedSince}.
 *
 * <p>Keycloak's method that stores a new password deletes all but the realm's {@code
 * passwordHistory}, so only this method can keep more. It runs with a longer history if the user's
 * settings require one.
 */
public class RememberingPasswordProvider extends PasswordCredentialProvider {

  private final PasswordCredentialProvider stock;
  private final PasswordRulesResolver rules;

  /**
   * @param stock checks passwords and counts the checks
   */
  public RememberingPasswordProvider(
      KeycloakSession session, PasswordCredentialProvider stock, PasswordRulesResolver rules) {
    // Only the counting of checks uses these arguments, and stock does it.
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
        longer ? withHistory(realm, remembered) : realm, user, credential);
  }

  private RealmModel withHistory(RealmModel realm, int last) {
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
