package io.keycloakpools.userstorage.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * What the id token says of its subject. It came straight from Cognito over TLS, which stands in
 * for checking its signature (OpenID Connect Core 1.0, section 3.1.3.7, point 6).
 *
 * @param groups {@code cognito:groups}
 */
record IdToken(String sub, Set<String> groups) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a token; one that cannot be read has no subject, which fits nobody. */
  static IdToken read(String jwt) {
    String[] parts = jwt == null ? new String[0] : jwt.split("\\.", -1);
    if (parts.length != 3) {
      return new IdToken("", Set.of());
    }
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      Set<String> groups = new HashSet<>();
      claims.path("cognito:groups").forEach(group -> groups.add(group.asText()));
      return new IdToken(claims.path("sub").asText(""), groups);
    } catch (IOException | IllegalArgumentException e) {
      return new IdToken("", Set.of());
    }
  }
}
