package io.keycloakpools.identitypool.attributes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns user attributes into a document of a schema and back, without loss; immutable and
 * thread-safe.
 *
 * <p>Attributes are one map, as in Keycloak's user profile, with {@code username}, {@code email},
 * {@code firstName} and {@code lastName} in it; and {@code emailVerified}, which is no attribute in
 * Keycloak: the caller puts it in and takes it out.
 */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // Not filled in yet.
public final class AttributeCodec {

  private AttributeCodec() {}

  /** The codec of a schema. */
  public static AttributeCodec of(IdentitySchema schema) {
    throw new UnsupportedOperationException(schema.toString());
  }

  /**
   * A document made of attributes.
   *
   * @param violations attributes that do not fit their type, and are left out of the document
   */
  public record Decoded(ObjectNode document, List<SchemaViolation> violations) {}

  /**
   * Attributes made of a document: an attribute of {@link #attributeNames()} that is not in the map
   * has no value.
   *
   * @param violations parts of the document that attributes cannot hold, and are left out
   */
  public record Encoded(Map<String, List<String>> attributes, List<SchemaViolation> violations) {}

  /**
   * Reads the attributes that belong to the schema, and ignores all others. Blank values count as
   * absent, as everywhere in Keycloak's user profile.
   */
  public Decoded toDocument(Map<String, List<String>> attributes) {
    throw new UnsupportedOperationException(attributes.toString());
  }

  /** Writes a document into attributes. */
  public Encoded toAttributes(ObjectNode document) {
    throw new UnsupportedOperationException(document.toString());
  }

  /**
   * Reads attributes and holds the document to the schema: what is wrong with the attributes first.
   */
  public List<SchemaViolation> validate(Map<String, List<String>> attributes) {
    throw new UnsupportedOperationException(attributes.toString());
  }

  /** Names of all attributes that the schema keeps, in declared order. */
  public Set<String> attributeNames() {
    throw new UnsupportedOperationException();
  }

  /** Those of {@link #attributeNames()} that {@code hidden: true} keeps from the user. */
  public Set<String> hiddenAttributeNames() {
    throw new UnsupportedOperationException();
  }

  /**
   * The attribute that holds a place of the document, to show a violation beside its field.
   *
   * @param pointer of a {@link SchemaViolation}
   * @return empty for the whole document, and for what the schema does not declare
   */
  public Optional<String> attributeOf(String pointer) {
    throw new UnsupportedOperationException(pointer);
  }
}
