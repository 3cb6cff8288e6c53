package io.keycloakpools.simulators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatedService;
import io.keycloakpools.simulators.SimulatorJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class RestService implements SimulatedService<RestOperation, RecordedRestRequest> {
  private final PoolsEndpoint pools;
  private final MigrationEndpoint migration;
  private volatile Optional<String> authorization = Optional.empty();

  RestService(PoolsEndpoint pools, MigrationEndpoint migration) {
    this.pools = pools;
    this.migration = migration;
  }

  void authorization(Optional<String> value) {
    authorization = value;
  }

  @Override
  public Optional<RestOperation> operation(HttpRequest request) {
    return RestOperation.of(request);
  }

  @Override
  public RecordedRestRequest describe(HttpRequest request, Instant at) {
    return RecordedRestRequest.of(request, at);
  }

  @Override
  public Map<String, String> commonHeaders() {
    return Map.of();
  }

  @Override
  public Answer answer(HttpRequest request) {
    if (authorization.isPresent() && !request.header("Authorization").equals(authorization)) {
      return RestAnswers.status(401);
    }
    Optional<RestOperation> operation = operation(request);
    if (operation.isEmpty()) {
      return RestAnswers.status(404);
    }
    if (MigrationEndpoint.name(request).isPresent()) {
      return operation.get() == RestOperation.LOOKUP
          ? migration.get(request)
          : migration.check(request);
    }
    return SimulatorJson.readObject(request.body())
        .map(question -> inPools(operation.get(), question))
        .orElseGet(() -> RestAnswers.status(400));
  }

  private Answer inPools(RestOperation operation, JsonNode question) {
    return switch (operation) {
      case LOOKUP, USER -> pools.lookup(question);
      case PASSWORD -> pools.password(question);
      case LIST -> pools.list(question);
    };
  }
}
