package io.keycloakpools.simulators.cognito;

/** Only the default minimum length ("PasswordPolicyType"). */
final class PasswordPolicy {
  private static final int MIN_LENGTH = 8;

  private PasswordPolicy() {}

  static void require(String password) {
    if (password.length() < MIN_LENGTH) {
      throw new CognitoError(
          "InvalidPasswordException",
          "Password did not conform with policy: Password not long enough");
    }
  }
}
