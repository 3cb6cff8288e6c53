package io.keycloakpools.it;

import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.harness.server.LazyLoaderRace;
import java.util.List;

/** What a server writes from now on. */
public final class ServerLog {

  private static final String EMAIL_NOT_SENT = "KC-SERVICES0088";

  private final KeycloakRuntime keycloak;
  private final int from;

  private ServerLog(KeycloakRuntime keycloak) {
    this.keycloak = keycloak;
    this.from = keycloak.log().length();
  }

  public static ServerLog from(KeycloakRuntime keycloak) {
    return new ServerLog(keycloak);
  }

  public String text() {
    return keycloak.log().substring(from);
  }

  /**
   * Lines of the level that calls for an administrator, but for e-mails that other tests have fail
   * and for {@link LazyLoaderRace}.
   */
  public List<String> errors() {
    return text()
        .lines()
        .filter(line -> line.contains(" ERROR ") && !line.contains(EMAIL_NOT_SENT))
        .filter(line -> !LazyLoaderRace.in(line))
        .toList();
  }
}
