package io.keycloakpools.passwordpolicy;

import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyConfigException;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

final class RulesPolicy implements PasswordPolicyProvider {

  private final KeycloakSession session;
  private final String id;
  private final Function<String, PasswordSettings> reader;

  /**
   * @param reader throws IllegalArgumentException with a remedy
   */
  RulesPolicy(KeycloakSession session, String id, Function<String, PasswordSettings> reader) {
    this.session = session;
    this.id = id;
    this.reader = reader;
  }

  @Override
  public Object parseConfig(String value) {
    try {
      return reader.apply(value == null ? "" : value);
    } catch (IllegalArgumentException e) {
      throw new PasswordPolicyConfigException(e.getMessage());
    }
  }

  @Override
  public PolicyError validate(RealmModel realm, UserModel user, String password) {
    return new PasswordRules(session).check(settings(realm), user, password).orElse(null);
  }

  @Override
  public PolicyError validate(String username, String password) {
    return new PasswordRules(session)
        .checkRegistering(settings(session.getContext().getRealm()), username, password)
        .orElse(null);
  }

  private PasswordSettings settings(RealmModel realm) {
    return realm.getPasswordPolicy().getPolicyConfig(id);
  }

  @Override
  public void close() {}
}
