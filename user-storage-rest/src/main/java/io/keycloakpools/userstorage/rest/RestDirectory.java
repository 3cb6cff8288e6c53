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

abstract class RestDirectory extends TimedDirectory {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RestSettings settings;
  private final Duration requestTimeout;

  RestDirectory(RestSettings settings, Duration requestTimeout) {
    super(requestTimeout);
    this.settings = settings;
    this.requestTimeout = requestTimeout;
  }

  static RestDirectory open(
      RestSettings settings, JsonCalls calls, Duration requestTimeout, Executor executor) {
    Endpoint endpoint = new Endpoint(settings, calls);
    return switch (settings.contract()) {
      case POOLS -> new PoolsDirectory(settings, endpoint, requestTimeout);
      case USER_MIGRATION -> new MigrationDirectory(settings, endpoint, requestTimeout, executor);
    };
  }

  abstract Reply requestUser(String username, Deadline deadline);

  abstract boolean isNotFound(Reply.Answer answer);

  abstract Reply requestPasswordCheck(String username, String password, Deadline deadline);

  abstract boolean isRightPassword(Reply.Answer answer);

  abstract PasswordCheck refusal(Reply.Answer answer);

  static JsonNode json(Map<String, ?> members) {
    return JSON.valueToTree(members);
  }

  @Override
  public final ConnectionTest test() {
    return connectionTest().run();
  }

  @Override
  public final void warmUp() {
    connectionTest().readCall();
  }

  @Override
  public final void close() {}

  private RestConnectionTest connectionTest() {
    return new RestConnectionTest(settings, this, requestTimeout);
  }
}
