package io.keycloakpools.simulators.auth0;

import java.util.Arrays;
import java.util.Optional;

/** The grants of {@code POST /oauth/token} that are simulated ("Application Grant Types"). */
public enum Grant {
  PASSWORD("password"),
  PASSWORD_REALM("http://auth0.com/oauth/grant-type/password-realm"),
  CLIENT_CREDENTIALS("client_credentials"),
  MFA_OTP("http://auth0.com/oauth/grant-type/mfa-otp");

  private final String type;

  Grant(String type) {
    this.type = type;
  }

  /** Returns the value of {@code grant_type}. */
  public String type() {
    return type;
  }

  static Optional<Grant> of(String type) {
    return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
  }
}
