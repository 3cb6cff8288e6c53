package io.keycloakpools.simulators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.Json;
import io.keycloakpools.simulators.SimulatedService;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class Service implements SimulatedService<Operation, RecordedRequest> {
  private final PoolsEndpoint pools;
  private final MigrationEndpoint migration;
  private volatile Optional<String> authorization = Optional.empty();

  Service(PoolsEndpoint pools, MigrationEndpoint migration) {
    this.pools = pools;
    this.migration = migration;
  }

  void authorization(Optional<String> value) {
    authorization = value;
  }

  @Override
  public Optional<Operation> operation(HttpRequest request) {
    return Operation.of(request);
  }

  @Override
  public RecordedRequest describe(HttpRequest request, Instant at) {
    return RecordedRequest.of(request, at);
  }

  @Override
  public Map<String, String> commonHeaders() {
    return Map.of();
  }

  @Override
  public Answer answer(HttpRequest request) {
    if (authorization.isPresent() && !request.header("Authorization").equals(authorization)) {
      return Answers.status(401);
    }
    Optional<Operation> operation = operation(request);
    if (operation.isEmpty()) {
      return Answers.status(404);
    }
    if (MigrationEndpoint.name(request).isPresent()) {
      return operation.get() == Operation.LOOKUP
          ? migration.get(request)
          : migration.check(request);
    }
    return Json.readObject(request.body())
        .map(question -> inPools(operation.get(), question))
        .orElseGet(() -> Answers.status(400));
  }

  private Answer inPools(Operation operation, JsonNode question) {
    return switch (operation) {
      case LOOKUP, USER -> pools.lookup(question);
      case PASSWORD -> pools.password(question);
      case LIST -> pools.list(question);
    };
  }
}
