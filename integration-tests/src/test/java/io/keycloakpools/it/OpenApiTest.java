package io.keycloakpools.it;

import static io.keycloakpools.it.ArchitectureTest.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.keycloakpools.common.settings.Choices;
import io.keycloakpools.userstorage.observe.Result;
import io.keycloakpools.userstorage.observe.Step;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.settings.StayOrMove;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The document of the admin REST API says what the code does, and nothing else. The classes are
 * read, not loaded: Keycloak is not on this class path.
 */
final class OpenApiTest {

  private static final String IDENTITY = "io.keycloakpools.identitypool.admin.";

  /** By the id of the factory; these lead to further ones. */
  private static final Map<String, String> ROOTS =
      Map.of(
          "/identity-schemas",
          IDENTITY + "IdentitySchemasResource",
          "/identity-pools",
          IDENTITY + "IdentityPoolsResource",
          "/user-pools",
          "io.keycloakpools.userstorage.admin.UserPoolsResource",
          "/password-hashes",
          "io.keycloakpools.passwordpolicy.hash.credential.PasswordHashesResource");

  private final JsonNode document = ApiDocument.read().node();

  @Test
  void everyPathAndMethodIsInTheDocumentAndInTheCode() {
    assertThat(documented()).isEqualTo(coded());
  }

  /** Otherwise the document could leave one out, and so could this test. */
  @Test
  void noResourceIsForgotten() {
    Set<String> withOperations =
        StreamSupport.stream(SHIPPED.spliterator(), false)
            .filter(type -> type.getMethods().stream().anyMatch(each -> verb(each).isPresent()))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    Set<String> reached = new HashSet<>();
    ROOTS.forEach((base, name) -> visit(base, SHIPPED.get(name), new TreeMap<>(), reached));

    assertThat(reached).isEqualTo(withOperations);
  }

  @ParameterizedTest
  @CsvSource({
    "IdentitySchema, identitypool.admin.SchemaView",
    "Finding, identitypool.admin.SchemaView$Finding",
    "Changed, identitypool.admin.SchemaView$ChangeResult",
    "Violation, identitypool.admin.SchemaView$Violation",
    "Impact, identitypool.admin.SchemaView$Impact",
    "BrokenName, identitypool.pool.IdentityPoolReferences$Problem",
    "BrokenName, userstorage.admin.PoolStatus$Broken",
    "PoolChanged, identitypool.admin.PoolView$ChangeResult",
    "PoolUser, identitypool.admin.PoolUserView",
    "UserPool, userstorage.admin.PoolSummary",
    "UserPoolStatus, userstorage.admin.PoolStatus",
    "UserPoolNode, userstorage.admin.PoolStatus$Node",
    "Breaker, userstorage.admin.PoolStatus$BreakerState",
    "Outcome, userstorage.admin.PoolStatus$Seen",
    "CheckedUsers, userstorage.users.UserPreview$Checked",
    "UserProblem, userstorage.users.UserPreview$Problem",
  })
  void everyFieldOfAnAnswerIsDocumented(String schema, String type) {
    assertThat(names(schema)).isEqualTo(components(SHIPPED.get("io.keycloakpools." + type)));
  }

  @Test
  void everyWordOfAnAnswerIsDocumented() {
    assertThat(words("/Outcome/properties/step/enum"))
        .isEqualTo(Arrays.stream(Step.values()).map(Step::code).toList());
    assertThat(words("/Outcome/properties/outcome/enum"))
        .isEqualTo(Arrays.stream(Result.values()).map(Result::code).toList());
    assertThat(words("/UserPool/properties/stayOrMove/enum"))
        .containsExactlyElementsOf(
            Stream.concat(Choices.words(StayOrMove.class).stream(), Stream.of("null")).toList());
    List<String> statuses = Arrays.stream(LinkStatus.values()).map(LinkStatus::code).toList();
    assertThat(words("/UserPoolStatus/properties/users/required")).isEqualTo(statuses);
    assertThat(words("/UserPool/properties/users/required"))
        .isEqualTo(Stream.concat(statuses.stream(), Stream.of("total")).toList());
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
    ROOTS.forEach((base, name) -> visit(base, SHIPPED.get(name), operations, new HashSet<>()));
    return operations;
  }

  private static void visit(
      String base, JavaClass resource, Map<String, Set<String>> operations, Set<String> reached) {
    reached.add(resource.getName());
    for (JavaMethod method : resource.getMethods()) {
      Optional<String> path =
          method
              .tryGetAnnotationOfType(Path.class.getName())
              .map(annotation -> "/" + text(annotation));
      String address = base + path.orElse("");
      Optional<String> verb = verb(method);
      if (verb.isPresent()) {
        operations.put(verb.orElseThrow() + " " + address, query(method));
      } else if (path.isPresent()) {
        visit(address, method.getRawReturnType(), operations, reached);
      }
    }
  }

  private static Optional<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .filter(type -> type.isAnnotatedWith(HttpMethod.class.getName()))
        .map(JavaClass::getSimpleName)
        .findFirst();
  }

  private static Set<String> query(JavaMethod method) {
    return method.getParameters().stream()
        .flatMap(parameter -> parameter.getAnnotations().stream())
        .filter(annotation -> annotation.getRawType().isEquivalentTo(QueryParam.class))
        .map(OpenApiTest::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(JavaAnnotation<?> annotation) {
    return annotation.get("value").orElseThrow().toString();
  }

  private List<String> words(String pointer) {
    return document
        .at("/components/schemas" + pointer)
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  private Set<String> names(String schema) {
    Set<String> names = new TreeSet<>();
    document
        .path("components")
        .path("schemas")
        .path(schema)
        .path("properties")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  private static Set<String> components(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .map(JavaField::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
