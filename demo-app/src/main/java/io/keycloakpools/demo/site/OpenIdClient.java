package io.keycloakpools.demo.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.RealmTokenEndpoint;
import io.keycloakpools.harness.person.TokenAnswer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An application as a client of Keycloak: authorization code flow with PKCE (RFC 7636) and sign-out
 * (OpenID Connect RP-Initiated Logout 1.0).
 */
record OpenIdClient(RealmClient client) {

  URI login(Pending begun) {
    return page("auth", begun);
  }

  URI registration(Pending begun) {
    return page("registrations", begun);
  }

  private URI page(String endpoint, Pending begun) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client.clientId());
    query.put("redirect_uri", client.redirectUri().toString());
    query.put("response_type", "code");
    query.put("scope", "openid profile email organization");
    query.put("state", begun.state());
    query.put("nonce", begun.nonce());
    query.put("code_challenge", begun.challenge());
    query.put("code_challenge_method", "S256");
    return URI.create(client.endpoint(endpoint) + "?" + JsonHttp.encode(query));
  }

  /**
   * Exchanges a code for tokens. The ID token comes straight from the token endpoint, over the
   * loopback interface, so its signature is not verified (OpenID Connect Core, 3.1.3.7, 6).
   *
   * @throws Refusal when Keycloak gives no token, or one for another sign-in
   */
  SignedIn exchange(String code, Pending begun) {
    TokenAnswer answer =
        new RealmTokenEndpoint(client)
            .ask(
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code,
                    "redirect_uri",
                    client.redirectUri().toString(),
                    "code_verifier",
                    begun.verifier()));
    if (!answer.ok()) {
      throw new Refusal(answer.error(), answer.errorDescription());
    }
    JsonNode claims = answer.idTokenClaims();
    if (!belongs(claims, begun)) {
      throw new Refusal("invalid_token", "The ID token belongs to another sign-in.");
    }
    return new SignedIn(answer.idToken(), claims);
  }

  private boolean belongs(JsonNode claims, Pending begun) {
    return claims.path("nonce").asText().equals(begun.nonce())
        && claims.path("iss").asText().equals(client.realmUrl().toString())
        && claims.path("aud").asText().equals(client.clientId());
  }

  /** Verifies the issuer at the redirect URI (RFC 9207). */
  boolean isFrom(String issuer) {
    return issuer.equals(client.realmUrl().toString());
  }

  URI logout(SignedIn somebody, URI afterwards) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id_token_hint", somebody.idToken());
    query.put("post_logout_redirect_uri", afterwards.toString());
    return URI.create(client.endpoint("logout") + "?" + JsonHttp.encode(query));
  }

  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String error, String description) {
      super(description.isEmpty() ? error : error + ": " + description);
    }
  }
}
