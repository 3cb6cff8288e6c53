package io.keycloakpools.simulators.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/** Holds answers to {@link Shapes}: a described status, and a body that fits its schema. */
final class DescribedAnswers {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private DescribedAnswers() {}

  static void check(HttpRequest request, Reply reply) {
    String path = request.uri().getRawPath();
    Optional<JsonNode> answers = Shapes.answers(request.method(), path);
    if (answers.isEmpty()) {
      return;
    }
    String operation = request.method() + " " + path + " " + reply.status();
    String status = Integer.toString(reply.status());
    assertThat(answers.get().fieldNames()).toIterable().as(operation).contains(status);
    check(operation, Shapes.schema(answers.get().path(status)), reply);
    if (path.startsWith("/api/v2/")) {
      checkManagementAnswer(operation, reply);
    }
  }

  static void check(String operation, JsonNode schema, Reply reply) {
    assertThat(REGISTRY.getSchema(schema).validate(reply.json()))
        .as(operation + " " + reply.text())
        .isEmpty();
  }

  /** What every answer of the Management API has, whatever it is about. */
  private static void checkManagementAnswer(String operation, Reply reply) {
    for (String name : Set.of("limit", "remaining", "reset")) {
      assertThat(reply.header("x-ratelimit-" + name)).as(operation).matches("\\d+");
    }
    if (reply.status() >= 400) {
      assertThat(reply.json().path("statusCode").asInt()).as(operation).isEqualTo(reply.status());
    }
  }
}
