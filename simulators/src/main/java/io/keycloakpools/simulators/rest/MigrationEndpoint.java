package io.keycloakpools.simulators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatorJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contract of the keycloak-user-migration plugin ("Prerequisites - REST endpoints in the legacy
 * system" of its README): 404 for an unknown user, 401 for a wrong password.
 */
final class MigrationEndpoint {
  private final SimulatedRestUsers users;
  private final RestLockout lockout;

  MigrationEndpoint(SimulatedRestUsers users, RestLockout lockout) {
    this.users = users;
    this.lockout = lockout;
  }

  /** Returns empty when the request is for the other contract. */
  static Optional<String> name(HttpRequest request) {
    String path = request.uri().getRawPath();
    return path.startsWith(RestOperation.MIGRATION)
        ? Optional.of(
            URLDecoder.decode(
                path.substring(RestOperation.MIGRATION.length()).replace("+", "%2B"),
                StandardCharsets.UTF_8))
        : Optional.empty();
  }

  Answer get(HttpRequest request) {
    return users.knownAs(name(request).orElse("")).stream()
        .findFirst()
        .map(user -> RestAnswers.ok(user.inMigration()))
        .orElseGet(() -> RestAnswers.status(404));
  }

  Answer check(HttpRequest request) {
    String name = name(request).orElse("");
    List<RestUser> found =
        Stream.concat(users.withId(name).stream(), users.knownAs(name).stream()).toList();
    Optional<JsonNode> body = SimulatorJson.readObject(request.body());
    if (found.isEmpty() || body.isEmpty()) {
      return RestAnswers.status(found.isEmpty() ? 404 : 400);
    }
    RestUser user = found.get(0);
    if (lockout.isLocked(user)) {
      return RestAnswers.tooManyRequests();
    }
    return RestAnswers.status(
        lockout.check(user, body.get().path("password").asText()) ? 200 : 401);
  }
}
