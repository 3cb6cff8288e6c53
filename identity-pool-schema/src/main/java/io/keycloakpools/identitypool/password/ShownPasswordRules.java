package io.keycloakpools.identitypool.password;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.passwordpolicy.rules.CharacterKind;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * The effective password rules in sentences. Rules without a sentence, such as a regular
 * expression, appear when a password is refused.
 */
public record ShownPasswordRules(PasswordPolicy policy) {

  public static ShownPasswordRules of(
      KeycloakSession session, RealmModel realm, IdentityPool pool) {
    return new ShownPasswordRules(
        PoolRealm.of(session, realm, Optional.of(pool)).getPasswordPolicy());
  }

  public List<FormMessage> list(UserModel user) {
    List<FormMessage> rules = new ArrayList<>();
    add(rules, "identityPoolPasswordLength", most("length", PasswordSettings::minLength), 1);
    number("maxLength").ifPresent(most -> rules.add(rule("identityPoolPasswordMaxLength", most)));
    kind(rules, "identityPoolPasswordCapitals", "upperCase", CharacterKind.CAPITAL_LETTER);
    kind(rules, "identityPoolPasswordLowercase", "lowerCase", CharacterKind.LOWERCASE_LETTER);
    kind(rules, "identityPoolPasswordDigits", "digits", CharacterKind.DIGIT);
    kind(rules, "identityPoolPasswordSpecial", "specialChars", CharacterKind.SPECIAL_CHARACTER);
    if (settings().stream().anyMatch(each -> each.strength().isAtLeast(Strength.FAIR))) {
      rules.add(rule("identityPoolPasswordStrength"));
    }
    has(rules, "notUsername", "identityPoolPasswordNotUsername");
    has(rules, "notContainsUsername", "identityPoolPasswordWithoutUsername");
    has(rules, "notEmail", "identityPoolPasswordNotEmail");
    has(rules, "passwordBlacklist", "identityPoolPasswordNotListed");
    if (user != null) {
      int last = most(PasswordPolicy.PASSWORD_HISTORY_ID, PasswordSettings::notUsedSince);
      add(rules, "identityPoolPasswordHistory", last, 0);
    }
    return List.copyOf(rules);
  }

  private void kind(
      List<FormMessage> rules, String messageKey, String policyId, CharacterKind kind) {
    add(rules, messageKey, most(policyId, each -> each.required(kind)), 0);
  }

  private static void add(List<FormMessage> rules, String messageKey, int number, int none) {
    if (number > none) {
      rules.add(rule(messageKey, number));
    }
  }

  private void has(List<FormMessage> rules, String policyId, String messageKey) {
    if (policy.getPolicies().contains(policyId)) {
      rules.add(rule(messageKey));
    }
  }

  private static FormMessage rule(String messageKey, Object... parameters) {
    return new FormMessage(null, messageKey, parameters);
  }

  private int most(String policyId, ToIntFunction<PasswordSettings> setting) {
    return Math.max(
        number(policyId).orElse(0), settings().stream().mapToInt(setting).max().orElse(0));
  }

  private Optional<Integer> number(String policyId) {
    return policy.getPolicies().contains(policyId)
            && policy.<Object>getPolicyConfig(policyId) instanceof Integer number
        ? Optional.of(number)
        : Optional.empty();
  }

  private List<PasswordSettings> settings() {
    return policy.getPolicies().stream()
        .map(id -> policy.<Object>getPolicyConfig(id))
        .filter(PasswordSettings.class::isInstance)
        .map(PasswordSettings.class::cast)
        .toList();
  }
}
