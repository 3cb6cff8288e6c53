package io.keycloakpools.it.peers;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was asked of the emulator. Null for what a request did not have; passwords, secrets and
 * tokens are not kept.
 *
 * @param path decoded, without the query
 * @param grant the grant type of a token request, as it was sent
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
  /** Whether it asked for tokens of a person. */
  public boolean passwordCheck() {
    return grant != null && !grant.equals("client_credentials");
  }
}
