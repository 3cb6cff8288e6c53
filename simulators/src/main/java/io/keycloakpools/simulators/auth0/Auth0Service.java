package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatedService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class Auth0Service implements SimulatedService<Auth0Operation, RecordedAuth0Request> {
  private final Authentication authentication;
  private final Management management;
  private final Exports exports;

  Auth0Service(Authentication authentication, Management management, Exports exports) {
    this.authentication = authentication;
    this.management = management;
    this.exports = exports;
  }

  @Override
  public Optional<Auth0Operation> operation(HttpRequest request) {
    return Auth0Call.of(request).operation();
  }

  @Override
  public RecordedAuth0Request describe(HttpRequest request, Instant at) {
    Auth0Call call = Auth0Call.of(request);
    Map<String, String> query = new LinkedHashMap<>(call.query());
    query.remove(Exports.SIGNATURE);
    return new RecordedAuth0Request(
        call.operation(),
        request.method(),
        Routes.decode(request.uri().getRawPath()),
        query,
        request.header("auth0-forwarded-for"),
        call.text("username"),
        call.text("realm"),
        at);
  }

  @Override
  public Map<String, String> commonHeaders() {
    return Map.of();
  }

  @Override
  public Answer answer(HttpRequest request) {
    try {
      Auth0Call call = Auth0Call.of(request);
      if (Routes.isManagement(request.uri().getRawPath())) {
        return management.answer(call);
      }
      return call.operation().filter(Auth0Operation.DOWNLOAD_EXPORT::equals).isPresent()
          ? exports.download(call)
          : authentication.answer(call);
    } catch (RuntimeException e) {
      return Auth0Error.management(500, e.toString()).answer();
    }
  }
}
