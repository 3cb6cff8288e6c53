package io.keycloakpools.simulators.auth0;

import java.util.Map;
import java.util.Set;

/** "Client Credentials Flow", for the Management API, the only API of the simulated tenant. */
final class ClientCredentialsGrant {
  private final Auth0Tenant tenant;
  private final ManagementTokens tokens;

  ClientCredentialsGrant(Auth0Tenant tenant, ManagementTokens tokens) {
    this.tenant = tenant;
    this.tokens = tokens;
  }

  Map<String, Object> answer(Auth0Call call, Auth0Client client) {
    if (client.authMethod() == AuthMethod.NONE) {
      throw AuthenticationErrors.grantOff(Grant.CLIENT_CREDENTIALS);
    }
    String audience = call.text("audience").orElseThrow(AuthenticationErrors::noAudience);
    if (!audience.equals(tenant.managementAudience())) {
      throw AuthenticationErrors.unknownAudience(audience);
    }
    Set<String> granted =
        client.grantedScopes().orElseThrow(() -> AuthenticationErrors.notAuthorizedFor(audience));
    Auth0Scopes scopes = call.text("scope").map(Auth0Scopes::of).orElse(new Auth0Scopes(granted));
    return tokens.issue(client, scopes.within(granted));
  }
}
