package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.adapter.TimedDirectory;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;

/** An endpoint as a directory; each contract is a subclass. */
abstract class RestDirectory extends TimedDirectory {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RestSettings settings;
  private final Duration requestTimeout;

  RestDirectory(RestSettings settings, Duration requestTimeout) {
    super(requestTimeout);
    this.settings = settings;
    this.requestTimeout = requestTimeout;
  }

  /** The directory of the contract that was chosen. */
  static RestDirectory open(
      RestSettings settings, JsonCalls calls, Duration requestTimeout, Executor executor) {
    Endpoint endpoint = new Endpoint(settings, calls);
    return switch (settings.contract()) {
      case POOLS -> new PoolsDirectory(settings, endpoint, requestTimeout);
      case USER_MIGRATION -> new MigrationDirectory(settings, endpoint, requestTimeout, executor);
    };
  }

  /** Asks for a user by a name, whatever comes of it. */
  abstract Reply askFor(String username, Deadline deadline);

  /** Whether that was answered with "there is no such user". */
  abstract boolean saysNobody(Reply.Answer answer);

  /** Sends a password for a user, whatever comes of it. */
  abstract Reply tryPassword(String username, String password, Deadline deadline);

  /** Whether that was answered with "the password is right". */
  abstract boolean saysRight(Reply.Answer answer);

  /** What any other answer to a password means. */
  abstract PasswordCheck refusal(Reply.Answer answer);

  /** The body of a request. */
  static JsonNode json(Map<String, ?> members) {
    return JSON.valueToTree(members);
  }

  @Override
  public final ConnectionTest test() {
    return connectionTest().run();
  }

  /** Opens a connection. */
  @Override
  public final void warmUp() {
    connectionTest().reading();
  }

  /** The HTTP client is Keycloak's. */
  @Override
  public final void close() {}

  private RestConnectionTest connectionTest() {
    return new RestConnectionTest(settings, this, requestTimeout);
  }
}
