package io.keycloakpools.harness.admin;

import io.keycloakpools.harness.JsonHttp;
import java.util.HashMap;
import java.util.Map;

public final class PasswordHashes {
  private final AdminRest rest;

  PasswordHashes(AdminRest realm) {
    this.rest = realm.below("/password-hashes/users");
  }

  public Change put(String userId, Object hash) {
    return put(userId, hash, Map.of());
  }

  public Change put(String userId, Object hash, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("hash", hash);
    return send(userId, body);
  }

  public Change send(String userId, Object body) {
    return rest.put("/" + JsonHttp.encode(userId), body);
  }
}
