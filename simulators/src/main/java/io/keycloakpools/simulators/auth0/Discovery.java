package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.SigningKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents under {@code /.well-known} (OpenID Connect Discovery 1.0). */
final class Discovery {
  private final Auth0Tenant tenant;

  Discovery(Auth0Tenant tenant) {
    this.tenant = tenant;
  }

  Map<String, Object> keys() {
    return Map.of("keys", List.of(SigningKey.ofThisRun().jwk()));
  }

  Map<String, Object> configuration() {
    String base = tenant.endpoint().get().toString();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issuer", tenant.issuer());
    all.put("token_endpoint", base + "/oauth/token");
    all.put("userinfo_endpoint", base + "/userinfo");
    all.put("mfa_challenge_endpoint", base + "/mfa/challenge");
    all.put("jwks_uri", base + "/.well-known/jwks.json");
    all.put("scopes_supported", List.of("openid", "profile", "email", "address", "phone"));
    all.put("subject_types_supported", List.of("public"));
    all.put("id_token_signing_alg_values_supported", List.of("RS256"));
    all.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"));
    return all;
  }
}
