package io.keycloakpools.simulators.auth0;

import java.util.Map;

/** {@code POST /oauth/token}. */
final class SimulatedAuth0TokenEndpoint {
  private final ClientAuthentication authentication;
  private final PasswordGrant passwords;
  private final MfaGrant mfa;
  private final ClientCredentialsGrant management;

  SimulatedAuth0TokenEndpoint(
      ClientAuthentication authentication,
      PasswordGrant passwords,
      MfaGrant mfa,
      ClientCredentialsGrant management) {
    this.authentication = authentication;
    this.passwords = passwords;
    this.mfa = mfa;
    this.management = management;
  }

  Map<String, Object> answer(Auth0Call call) {
    String type = call.required("grant_type");
    Auth0Client client = authentication.require(call);
    Grant grant = Grant.of(type).orElseThrow(() -> AuthenticationErrors.unsupportedGrant(type));
    if (!client.enabledGrants().contains(grant)) {
      throw AuthenticationErrors.grantOff(grant);
    }
    return switch (grant) {
      case PASSWORD, PASSWORD_REALM -> passwords.answer(call, client, grant);
      case MFA_OTP -> mfa.answer(call, client);
      case CLIENT_CREDENTIALS -> management.answer(call, client);
    };
  }
}
