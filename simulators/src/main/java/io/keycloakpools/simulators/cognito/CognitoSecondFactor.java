package io.keycloakpools.simulators.cognito;

import java.util.List;

/** The challenge that follows a right password ("Adding MFA to a user pool"). */
public enum CognitoSecondFactor {
  NONE(""),
  SMS_MFA("SMS_MFA_CODE"),
  SOFTWARE_TOKEN_MFA("SOFTWARE_TOKEN_MFA_CODE"),
  EMAIL_OTP("EMAIL_OTP_CODE"),
  SELECT_MFA_TYPE("ANSWER"),
  MFA_SETUP("");

  private final String answer;

  CognitoSecondFactor(String answer) {
    this.answer = answer;
  }

  String answer() {
    return answer;
  }

  List<String> settings() {
    return switch (this) {
      case NONE, MFA_SETUP -> List.of();
      case SMS_MFA, SOFTWARE_TOKEN_MFA, EMAIL_OTP -> List.of(name());
      case SELECT_MFA_TYPE -> List.of(SMS_MFA.name(), SOFTWARE_TOKEN_MFA.name());
    };
  }
}
