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

/** A schema that was found sound; immutable and thread-safe. */
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

  /** What the schema is for. */
  public SchemaKind kind() {
    return kind;
  }

  /** As it was saved. */
  public String text() {
    return text;
  }

  /** The {@code description} of the schema itself: the header of the form. */
  public Optional<String> description() {
    return Optional.of(root.path("description"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  /** Declared names of the document, in declared order, those of conditional parts included. */
  public Set<String> fields() {
    return names(field -> true);
  }

  /** Those that {@code hidden: true} keeps from the user; only in a metadata schema. */
  public Set<String> hiddenFields() {
    return names(field -> kind == SchemaKind.METADATA && field.is("hidden"));
  }

  /** What is declared of the document, for the codec and the form. */
  public ObjectShape shape() {
    return shape;
  }

  /** Names in {@code ui:order} of the schema itself, as they stand there. */
  public List<String> order() {
    return order(root);
  }

  /** Names in {@code ui:order} of a schema. */
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
   * Holds a document to the schema, in bounded time, at most {@link Bounds#VIOLATIONS} of what is
   * wrong.
   *
   * @return empty if the document is valid; never fails: what goes wrong is a violation
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
