package io.keycloakpools.simulators.auth0;

import java.util.Arrays;
import java.util.Optional;

/** Simulated grants of {@code POST /oauth/token} ("Application Grant Types"). */
public enum Grant {
  PASSWORD("password"),
  PASSWORD_REALM("http://auth0.com/oauth/grant-type/password-realm"),
  CLIENT_CREDENTIALS("client_credentials"),
  MFA_OTP("http://auth0.com/oauth/grant-type/mfa-otp");

  private final String type;

  Grant(String type) {
    this.type = type;
  }

  public String type() {
    return type;
  }

  static Optional<Grant> of(String type) {
    return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
  }
}
