package io.keycloakpools.it.peers;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request to the emulator. Missing parts are null; passwords, secrets and tokens are not kept.
 *
 * @param path decoded, without the query
 * @param grant the grant type of a token request, as sent
 * @param forwardedFor the header {@code auth0-forwarded-for}
 */
public record Auth0Request(
    String method,
    String path,
    JsonNode query,
    String grant,
    String username,
    String realm,
    String forwardedFor) {
  /** Whether it requested a person's tokens. */
  public boolean passwordCheck() {
    return grant != null && !grant.equals("client_credentials");
  }
}
