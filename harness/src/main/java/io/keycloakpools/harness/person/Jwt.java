package io.keycloakpools.harness.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.harness.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the claims of a token; Keycloak's signature is not verified. */
final class Jwt {
  private Jwt() {}

  static JsonNode claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length < 3) {
      return MissingNode.getInstance();
    }
    return Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
  }
}
