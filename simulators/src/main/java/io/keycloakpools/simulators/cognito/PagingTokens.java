package io.keycloakpools.simulators.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

final class PagingTokens {
  record Position(String query, long after, int emptyPages) {}

  private final Map<String, Position> issued = new ConcurrentHashMap<>();

  String issue(Position position) {
    String token = "CAIS" + UUID.randomUUID();
    issued.put(token, position);
    return token;
  }

  Position resume(Optional<String> token, String query) {
    if (token.isEmpty()) {
      return new Position(query, 0, 0);
    }
    Position position = issued.get(token.get());
    if (position == null || !position.query().equals(query)) {
      throw CognitoError.invalidParameter("Paging marker is invalid for this request");
    }
    return position;
  }

  void expire() {
    issued.clear();
  }
}
