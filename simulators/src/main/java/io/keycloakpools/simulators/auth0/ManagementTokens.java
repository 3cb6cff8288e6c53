package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.SigningKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Access tokens for the Management API ("Management API Access Tokens"): 24 hours each. */
public final class ManagementTokens {
  private final Auth0Tenant tenant;
  private final InstantSource clock;
  private final Set<String> live = new LinkedHashSet<>();
  private final Set<String> ended = new LinkedHashSet<>();
  private Duration lifetime = Duration.ofHours(24);
  private int issued;

  ManagementTokens(Auth0Tenant tenant, InstantSource clock) {
    this.tenant = tenant;
    this.clock = clock;
  }

  public synchronized void revokeAll() {
    live.clear();
  }

  /** Expires all issued tokens, whatever lifetime they were given. */
  public synchronized void expireAll() {
    ended.addAll(live);
  }

  public synchronized void lifetime(Duration value) {
    lifetime = value;
  }

  public synchronized int issued() {
    return issued;
  }

  synchronized Map<String, Object> issue(Auth0Client client, Auth0Scopes scopes) {
    long now = clock.instant().getEpochSecond();
    String id = UUID.randomUUID().toString();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", tenant.issuer());
    claims.put("sub", client.id() + "@clients");
    claims.put("aud", tenant.managementAudience());
    claims.put("iat", now);
    claims.put("exp", now + lifetime.toSeconds());
    claims.put("scope", scopes.text());
    claims.put("gty", "client-credentials");
    claims.put("azp", client.id());
    claims.put("jti", id);
    live.add(id);
    issued++;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", SigningKey.ofThisRun().sign(claims));
    if (!scopes.isEmpty()) {
      answer.put("scope", scopes.text());
    }
    answer.put("expires_in", lifetime.toSeconds());
    answer.put("token_type", "Bearer");
    return answer;
  }

  synchronized Auth0Scopes verify(String authorization) {
    List<String> parts = new ArrayList<>(List.of(authorization.split(" ", -1)));
    if (parts.size() != 2
        || !parts.get(0).equalsIgnoreCase("Bearer")
        || parts.get(1).split("\\.", -1).length != 3) {
      throw ManagementErrors.malformedHeader();
    }
    JsonNode claims =
        SigningKey.ofThisRun()
            .verify(parts.get(1))
            .filter(each -> each.path("aud").asText().equals(tenant.managementAudience()))
            .filter(each -> live.contains(each.path("jti").asText()))
            .orElseThrow(ManagementErrors::invalidToken);
    if (ended.contains(claims.path("jti").asText())
        || claims.path("exp").asLong() <= clock.instant().getEpochSecond()) {
      throw ManagementErrors.expiredToken();
    }
    return Auth0Scopes.of(claims.path("scope").asText());
  }
}
