package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** "Resource Owner Password Flow", with and without realm. */
final class PasswordGrant {
  private final Auth0Tenant tenant;
  private final Auth0PasswordCheck check;
  private final MfaGrant mfa;
  private final UserTokens tokens;

  PasswordGrant(Auth0Tenant tenant, Auth0PasswordCheck check, MfaGrant mfa, UserTokens tokens) {
    this.tenant = tenant;
    this.check = check;
    this.mfa = mfa;
    this.tokens = tokens;
  }

  Map<String, Object> answer(Auth0Call call, Auth0Client client, Grant grant) {
    String username = call.required("username");
    String password = call.required("password");
    Auth0Connection connection = connection(call, grant);
    if (!client.mayUse(connection)) {
      throw AuthenticationErrors.disabledConnection();
    }
    Optional<Auth0Scopes> scopes = scopes(call.body().path("scope"));
    requireKnownAudience(call);
    String ip = ip(call, client);
    Auth0User user =
        check.require(new Auth0PasswordCheck.Attempt(connection, username, password, ip));
    Session session = new Session(client.id(), user.userId(), scopes, call.text("audience"), ip);
    if (!user.secondFactors().isEmpty()) {
      throw AuthenticationErrors.mfaRequired(mfa.open(session), user.secondFactors());
    }
    return tokens.issue(session);
  }

  private Auth0Connection connection(Auth0Call call, Grant grant) {
    if (grant == Grant.PASSWORD) {
      return tenant.defaultDirectory().orElseThrow(AuthenticationErrors::noDefaultDirectory);
    }
    return tenant
        .connection(call.required("realm"))
        .orElseThrow(AuthenticationErrors::unknownConnection);
  }

  private static Optional<Auth0Scopes> scopes(JsonNode given) {
    if (given.isArray()) {
      StringBuilder names = new StringBuilder();
      given.forEach(each -> names.append(each.asText()).append(' '));
      return Optional.of(Auth0Scopes.of(names.toString()));
    }
    if (!given.isTextual() && !given.isMissingNode()) {
      throw AuthenticationErrors.invalidScope();
    }
    return Optional.ofNullable(given.textValue())
        .filter(text -> !text.isBlank())
        .map(Auth0Scopes::of);
  }

  private void requireKnownAudience(Auth0Call call) {
    call.text("audience")
        .filter(audience -> !audience.equals(tenant.managementAudience()))
        .filter(audience -> !audience.equals(tenant.userInfoAudience()))
        .ifPresent(
            audience -> {
              throw AuthenticationErrors.unknownAudience(audience);
            });
  }

  /**
   * The header counts only for an authenticated application with the setting on ("Avoid Common
   * Issues with Resource Owner Password Flow and Attack Protection").
   */
  private static String ip(Auth0Call call, Auth0Client client) {
    boolean trusts = client.trustTokenEndpointIpHeader() && client.authMethod() != AuthMethod.NONE;
    return call.request()
        .header("auth0-forwarded-for")
        .filter(header -> trusts)
        .orElse(call.request().remoteAddress());
  }
}
