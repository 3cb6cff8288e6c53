package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Draft202012;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OpenAPI document of schemas and pools, with schemas in JSON Schema 2020-12, as in OpenAPI
 * 3.1. Checks requests and answers under its paths.
 */
final class ApiDocument implements AdminRest.Watcher {

  private static final String JSON_SCHEMA = "/content/application~1json/schema";

  private final ObjectNode document;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ApiDocument(ObjectNode document) {
    this.document = document;
  }

  static ApiDocument read() {
    try {
      String text = Files.readString(Path.of("../docs/identity-pools.openapi.yaml"));
      return new ApiDocument((ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the document has this request and answer. */
  @Override
  public void answered(String method, String path, Object body, JsonAnswer answer) {
    Optional<String> template = template(path.split("\\?", 2)[0]);
    if (template.isEmpty()) {
      return;
    }
    String call = method + " " + path + " -> " + answer.status();
    String operation = "/paths/" + escaped(template.get()) + "/" + method.toLowerCase(Locale.ROOT);
    JsonNode response = document.at(operation + "/responses/" + answer.status());
    assertThat(response.isObject()).as(call + " is documented").isTrue();
    String reference = response.path("$ref").asText();
    String described =
        reference.isEmpty() ? operation + "/responses/" + answer.status() : reference.substring(1);
    if (document.at(described + JSON_SCHEMA).isMissingNode()) {
      assertThat(answer.body().isMissingNode()).as(call + " has no body").isTrue();
    } else {
      assertFits(call, described + JSON_SCHEMA, answer.body());
    }
    JsonNode request = Json.tree(body == null ? Map.of() : body);
    if (document.at(operation + "/requestBody").isMissingNode()) {
      assertThat(request).as(call + " needs no body").isEmpty();
    } else if (answer.ok()) {
      // A refused request may be invalid.
      assertFits(call + ", request", operation + "/requestBody" + JSON_SCHEMA, request);
    }
  }

  private void assertFits(String what, String schemaPointer, JsonNode value) {
    Schema schema = schemas.computeIfAbsent(schemaPointer, this::schema);
    assertThat(schema.validate(value)).as(what + ": " + value).isEmpty();
  }

  private Schema schema(String pointer) {
    ObjectNode whole = document.deepCopy();
    whole.put("$ref", "#" + pointer);
    return SchemaRegistry.withDialect(Draft202012.getInstance()).getSchema(whole);
  }

  /** The path that fits with the fewest parameters. */
  private Optional<String> template(String path) {
    return document
        .path("paths")
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
        .min(Comparator.comparingLong(template -> template.chars().filter(c -> c == '{').count()));
  }

  private static String escaped(String template) {
    return template.replace("~", "~0").replace("/", "~1");
  }
}
