package io.keycloakpools.demo.site;

import com.fasterxml.jackson.databind.JsonNode;

/** A signed-in user. The token is for the sign-out; no page shows it. */
record SignedIn(String idToken, JsonNode claims) {

  String name() {
    return claims.path("preferred_username").asText();
  }

  @Override
  public String toString() {
    return "SignedIn[" + name() + "]";
  }
}
