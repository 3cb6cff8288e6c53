package io.keycloakpools.identitypool.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.keycloakpools.identitypool.pool.PoolReferences;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document says what the code does, and nothing else. */
class OpenApiTest {

  private static final Map<String, Class<?>> RESOURCES =
      Map.of(
          "/identity-schemas", IdentitySchemasResource.class,
          "/identity-pools", IdentityPoolsResource.class,
          "/identity-pools/{id}/users", PoolUsersResource.class);

  private final JsonNode document = read();

  @Test
  void everyPathAndMethodIsInTheDocumentAndInTheCode() {
    assertThat(documented()).isEqualTo(coded());
  }

  @Test
  void everySettingOfAPoolIsDocumented() {
    Set<String> names = names("IdentityPool");
    // Read only.
    names.removeAll(Set.of("id", "problem", "broken"));

    assertThat(names).isEqualTo(PoolView.fields());
  }

  @Test
  void everyFieldOfAnAnswerIsDocumented() {
    assertThat(names("IdentitySchema")).isEqualTo(components(SchemaView.class));
    assertThat(names("Finding")).isEqualTo(components(SchemaView.Finding.class));
    assertThat(names("Changed")).isEqualTo(components(SchemaView.ChangeResult.class));
    assertThat(names("Violation")).isEqualTo(components(SchemaView.Violation.class));
    assertThat(names("Impact")).isEqualTo(components(SchemaView.Impact.class));
    assertThat(names("BrokenName")).isEqualTo(components(PoolReferences.Problem.class));
    assertThat(names("PoolChanged")).isEqualTo(components(PoolView.ChangeResult.class));
    assertThat(names("PoolUser")).isEqualTo(components(PoolUserView.class));
  }

  @Test
  void everyFieldOfANewUserIsDocumented() {
    JsonNode schema =
        document
            .path("paths")
            .path("/identity-pools/{id}/users")
            .at("/post/requestBody/content/application~1json/schema/properties");

    assertThat(names(schema)).isEqualTo(new TreeSet<>(NewPoolUser.FIELDS));
  }

  /** "PUT /path" to its query parameters. */
  private Map<String, Set<String>> documented() {
    Map<String, Set<String>> operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (!operation.getKey().equals("parameters")) {
                            operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                query(operation.getValue()));
                          }
                        }));
    return operations;
  }

  private static Set<String> query(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> coded() {
    Map<String, Set<String>> operations = new TreeMap<>();
    RESOURCES.forEach(
        (base, resource) -> {
          for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
              HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
              if (verb != null) {
                Path path = method.getAnnotation(Path.class);
                operations.put(
                    verb.value() + " " + base + (path == null ? "" : "/" + path.value()),
                    query(method));
              }
            }
          }
        });
    return operations;
  }

  private static Set<String> query(Method method) {
    return Stream.of(method.getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .filter(annotation -> annotation != null)
        .map(QueryParam::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> names(String schema) {
    return names(document.path("components").path("schemas").path(schema).path("properties"));
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> component.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readTree(Files.readString(java.nio.file.Path.of("../docs/identity-pools.openapi.yaml")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
