package io.keycloakpools.simulators.cognito;

final class CognitoPasswordCheck {
  private final CognitoLockout lockout;

  CognitoPasswordCheck(CognitoLockout lockout) {
    this.lockout = lockout;
  }

  void refuseByStatus(AppClient client, CognitoUser user) {
    if (user.status() == UserStatus.UNCONFIRMED) {
      throw new CognitoError("UserNotConfirmedException", "User is not confirmed.");
    }
    if (user.status() == UserStatus.RESET_REQUIRED && client.hidesResets()) {
      throw CognitoError.wrongCredentials();
    }
    if (user.status() == UserStatus.RESET_REQUIRED) {
      throw new CognitoError(
          "PasswordResetRequiredException", "Password reset required for the user");
    }
    if (lockout.isLocked(user.sub())) {
      throw CognitoError.notAuthorized("Password attempts exceeded");
    }
  }

  /**
   * A client that prevents user existence errors reveals a disabled user only after the right
   * password ("Managing user existence error responses"). AWS does not document how ARCHIVED and
   * COMPROMISED are refused: here like a disabled user. UNKNOWN signs in like CONFIRMED.
   */
  void require(AppClient client, CognitoUser user, String password) {
    boolean right =
        user.status() != UserStatus.EXTERNAL_PROVIDER
            && user.password().filter(password::equals).isPresent();
    boolean hides =
        client.preventUserExistenceErrors() == PreventUserExistenceErrors.ENABLED && !right;
    if (isUnusable(user) && !hides) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD && user.temporaryPasswordExpired()) {
      throw CognitoError.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
    if (!right) {
      lockout.failed(user.sub());
      throw CognitoError.wrongCredentials();
    }
    lockout.succeeded(user.sub());
  }

  private static boolean isUnusable(CognitoUser user) {
    return !user.enabled()
        || user.status() == UserStatus.ARCHIVED
        || user.status() == UserStatus.COMPROMISED;
  }
}
