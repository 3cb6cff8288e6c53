package io.keycloakpools.it;

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
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.AdminRest;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenAPI document of the pack's admin REST API, with schemas in JSON Schema 2020-12, as in
 * OpenAPI 3.1. Every call of the tests to that API has to fit it; Keycloak's own paths are not
 * looked at.
 */
public final class ApiDocument implements AdminRest.Watcher {

  private static final ApiDocument DOCUMENT = read();
  private static final Pattern IN_A_REALM = Pattern.compile("/admin/realms/[^/?]+(/[^?]+).*");
  private static final String JSON_SCHEMA = "/content/application~1json/schema";

  private final ObjectNode document;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ApiDocument(ObjectNode document) {
    this.document = document;
  }

  static ApiDocument read() {
    try {
      String text = Files.readString(Path.of("../docs/admin-api.openapi.yaml"));
      return new ApiDocument((ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An admin whose calls have to fit the document. */
  public static AdminApi admin(KeycloakRuntime keycloak) {
    return AdminApi.of(keycloak).watchedBy(DOCUMENT);
  }

  JsonNode node() {
    return document;
  }

  /** Fails unless the document has this request and answer, or the path is Keycloak's own. */
  @Override
  public void answered(String method, String path, Object body, JsonAnswer answer) {
    Matcher inRealm = IN_A_REALM.matcher(path);
    if (!inRealm.matches() || !isOurs(inRealm.group(1))) {
      return;
    }
    String call = method + " " + path + " -> " + answer.status();
    Optional<String> template = template(inRealm.group(1));
    assertThat(template).as(call + " has a documented path").isPresent();
    String operation =
        "/paths/" + escaped(template.orElseThrow()) + "/" + method.toLowerCase(Locale.ROOT);
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
    assertThat(value.isMissingNode()).as(what + " has a body").isFalse();
    Schema schema = schemas.computeIfAbsent(schemaPointer, this::schema);
    assertThat(schema.validate(value)).as(what + ": " + value).isEmpty();
  }

  private Schema schema(String pointer) {
    ObjectNode whole = document.deepCopy();
    whole.put("$ref", "#" + pointer);
    return SchemaRegistry.withDialect(Draft202012.getInstance()).getSchema(whole);
  }

  private boolean isOurs(String path) {
    return document
        .path("paths")
        .propertyStream()
        .anyMatch(template -> root(template.getKey()).equals(root(path)));
  }

  private static String root(String path) {
    return path.split("/", 3)[1];
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
