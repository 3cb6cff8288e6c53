package io.keycloakpools.simulators.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatorJson;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request as it arrived, without secrets.
 *
 * @param operation the AWS name, known or not
 * @param username empty for ListUsers
 * @param ipAddress from UserContextData or ContextData
 */
public record RecordedCognitoRequest(
    String operation,
    Optional<String> username,
    Optional<String> filter,
    Optional<String> authFlow,
    Optional<String> ipAddress,
    Instant at) {

  static RecordedCognitoRequest of(HttpRequest request, Instant at) {
    JsonNode body = SimulatorJson.readObject(request.body()).orElse(MissingNode.getInstance());
    return new RecordedCognitoRequest(
        CognitoTarget.name(request),
        first(
            body.path("Username"),
            body.path("AuthParameters").path("USERNAME"),
            body.path("ChallengeResponses").path("USERNAME")),
        first(body.path("Filter")),
        first(body.path("AuthFlow")),
        first(
            body.path("UserContextData").path("IpAddress"),
            body.path("ContextData").path("IpAddress")),
        at);
  }

  private static Optional<String> first(JsonNode... nodes) {
    return Stream.of(nodes).filter(JsonNode::isTextual).map(JsonNode::textValue).findFirst();
  }
}
