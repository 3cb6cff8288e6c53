package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Documents;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

public final class IdentitySchema {

  private final SchemaKind kind;
  private final String text;
  private final JsonNode root;
  private final ObjectShape shape;
  private final Validator validator;

  public IdentitySchema(SchemaKind kind, String text, JsonNode root, Validator validator) {
    this.kind = kind;
    this.text = text;
    this.root = root;
    this.shape = ObjectShape.of(root);
    this.validator = validator;
  }

  public SchemaKind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  public Optional<String> description() {
    return Optional.of(root.path("description"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  public Set<String> fields() {
    return names(field -> true);
  }

  /** Kept from users by {@code hidden: true}; in metadata schemas only. */
  public Set<String> hiddenFields() {
    return names(field -> kind == SchemaKind.METADATA && field.is("hidden"));
  }

  public ObjectShape shape() {
    return shape;
  }

  public List<String> order() {
    return order(root);
  }

  public static List<String> order(JsonNode schema) {
    return schema.path("ui:order").isArray()
        ? schema.get("ui:order").valueStream().map(JsonNode::asText).toList()
        : List.of();
  }

  private Set<String> names(Predicate<ObjectShape.Field> wanted) {
    return shape.fields().stream()
        .filter(wanted)
        .map(ObjectShape.Field::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Validates a document in bounded time.
   *
   * @return at most {@link Bounds#VIOLATIONS}; never fails, because problems are violations, too
   */
  public List<SchemaViolation> validate(JsonNode document) {
    try {
      Optional<Documents.Problem> problem = Documents.problem(document);
      return problem.isPresent()
          ? List.of(violation(problem.get()))
          : SchemaViolations.of(validator.errors(document), root);
    } catch (Work.Exceeded | StackOverflowError e) {
      return List.of(SchemaViolations.of("", "tooComplex", "identitySchemaTooComplex", List.of()));
    } catch (RuntimeException e) {

      // A fault in the validator must neither let data pass nor break a sign-in.
      return List.of(SchemaViolations.of("", "invalid", "identitySchemaInvalid", List.of()));
    }
  }

  private static SchemaViolation violation(Documents.Problem problem) {
    return SchemaViolations.of(
        problem.pointer(), problem.keyword(), problem.messageKey(), List.of());
  }
}
