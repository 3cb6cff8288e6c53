package io.keycloakpools.simulators.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The two OpenAPI documents of Auth0, where they are at hand: every answer must have a documented
 * status and fit its schema. They are no part of the project, and check beside it that {@link
 * Shapes} says what they say.
 */
final class Contract {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Answers the documents are silent about; see {@link Undocumented} and the guides of Auth0. */
  private static final Set<String> BEYOND =
      Set.of(
          "POST /oauth/token 500",
          "POST /oauth/token 501",
          "POST /mfa/challenge 403",
          "GET /userinfo 429",
          "GET /users/{id}/organizations 400");

  private static final Optional<Contract> FOUND = load();

  private final JsonNode authentication;
  private final JsonNode management;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Contract(Path folder) throws IOException {
    authentication = MAPPER.readTree(folder.resolve("authentication-api.openapi.json").toFile());
    management = MAPPER.readTree(folder.resolve("management-api.openapi.json").toFile());
  }

  static Optional<Contract> find() {
    return FOUND;
  }

  static Path folder() {
    return Path.of(System.getProperty("auth0.contract", "missing"));
  }

  private static Optional<Contract> load() {
    try {
      return Files.isDirectory(folder()) ? Optional.of(new Contract(folder())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(HttpRequest request, Reply reply) {
    String path = request.uri().getRawPath();
    boolean managed = path.startsWith("/api/v2/");
    JsonNode document = managed ? management : authentication;
    String asked = managed ? path.substring("/api/v2".length()) : path;
    Optional<String> template = template(document, asked);
    if (template.isEmpty()) {
      return;
    }
    String operation = request.method() + " " + template.get() + " " + reply.status();
    if (BEYOND.contains(operation) || answers(document, template.get(), request).isMissingNode()) {
      return;
    }
    JsonNode answers = answers(document, template.get(), request);
    assertThat(answers.fieldNames()).toIterable().as(operation).contains("" + reply.status());
    JsonNode schema =
        answers.path("" + reply.status()).path("content").path("application/json").path("schema");
    if (!schema.isMissingNode() && reply.status() != 204) {
      Schema known =
          schemas.computeIfAbsent(operation, any -> schema(schema, document.path("components")));
      assertThat(known.validate(reply.json())).as(operation + " " + reply.text()).isEmpty();
    }
  }

  private static JsonNode answers(JsonNode document, String template, HttpRequest request) {
    return document
        .path("paths")
        .path(template)
        .path(request.method().toLowerCase(Locale.ROOT))
        .path("responses");
  }

  private Schema schema(JsonNode schema, JsonNode components) {
    ObjectNode whole = MAPPER.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", components);
    return registry.getSchema(whole);
  }

  private static Optional<String> template(JsonNode document, String path) {
    Iterable<String> all = () -> document.path("paths").fieldNames();
    Optional<String> best = Optional.empty();
    for (String each : all) {
      boolean matches = path.matches(each.replaceAll("\\{\\w+\\}", "[^/]+"));
      if (each.equals(path) || (matches && best.isEmpty())) {
        best = Optional.of(each);
      }
    }
    return best;
  }
}
