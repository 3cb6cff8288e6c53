package io.keycloakpools.it;

import io.keycloakpools.harness.server.KeycloakRuntime;
import java.util.List;

/** What a server writes from now on. */
final class ServerLog {

  private final KeycloakRuntime keycloak;
  private final int from;

  private ServerLog(KeycloakRuntime keycloak) {
    this.keycloak = keycloak;
    this.from = keycloak.log().length();
  }

  static ServerLog from(KeycloakRuntime keycloak) {
    return new ServerLog(keycloak);
  }

  String text() {
    return keycloak.log().substring(from);
  }

  /** Lines of the level that calls for an administrator. */
  List<String> errors() {
    return text().lines().filter(line -> line.contains(" ERROR ")).toList();
  }
}
