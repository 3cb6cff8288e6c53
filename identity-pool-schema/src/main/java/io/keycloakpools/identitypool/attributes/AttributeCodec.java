package io.keycloakpools.identitypool.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
public final class AttributeCodec {

  private final IdentitySchema schema;
  private final List<Slot> slots;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Map<String, Slot> byPointer = new LinkedHashMap<>();
  private final Set<String> hidden = new LinkedHashSet<>();

  private AttributeCodec(IdentitySchema schema) {
    this.schema = schema;
    this.slots =
        schema.shape().fields().stream()
            .map(field -> Slot.of(field, "", AttributeNames.attributeOf(field.name())))
            .toList();
    slots.forEach(slot -> register(slot, false));
  }

  private void register(Slot slot, boolean parentHidden) {
    boolean isHidden = parentHidden || slot.field().is("hidden");
    attributes.put(slot.pointer(), slot.attribute());
    byPointer.put(slot.pointer(), slot);
    if (isHidden && schema.kind() == SchemaKind.METADATA) {
      hidden.add(slot.attribute());
    }
    slot.members().forEach(member -> register(member, isHidden));
  }

  /** The codec of a schema. */
  public static AttributeCodec of(IdentitySchema schema) {
    return new AttributeCodec(schema);
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
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    List<SchemaViolation> violations = new ArrayList<>();
    for (Slot slot : slots) {
      slot.decode(attributes, violations)
          .ifPresent(value -> document.set(slot.field().name(), value));
    }
    return new Decoded(document, List.copyOf(violations));
  }

  /** Writes a document into attributes. */
  public Encoded toAttributes(ObjectNode document) {
    Map<String, List<String>> written = new LinkedHashMap<>();
    List<SchemaViolation> violations = new ArrayList<>();
    Set<String> undeclared = new LinkedHashSet<>();
    document.fieldNames().forEachRemaining(undeclared::add);
    for (Slot slot : slots) {
      undeclared.remove(slot.field().name());
      JsonNode value = document.get(slot.field().name());
      if (value != null) {
        slot.encode(value, written, violations);
      }
    }
    undeclared.forEach(name -> violations.add(SchemaViolation.undeclared(name)));
    return new Encoded(Collections.unmodifiableMap(written), List.copyOf(violations));
  }

  /**
   * Reads attributes and holds the document to the schema: what is wrong with the attributes first.
   */
  public List<SchemaViolation> validate(Map<String, List<String>> attributes) {
    Decoded decoded = toDocument(attributes);
    List<SchemaViolation> violations = new ArrayList<>(decoded.violations());
    Set<String> places = new LinkedHashSet<>();
    violations.forEach(violation -> places.add(violation.pointer()));
    // What was left out is not missing.
    schema.validate(decoded.document()).stream()
        .filter(violation -> !places.contains(violation.pointer()))
        .forEach(violations::add);
    return List.copyOf(violations);
  }

  /**
   * What an object that is missing has to have at least.
   *
   * @param pointer of the object
   * @return pointers to the values that it requires, or to the first of them if it requires none;
   *     empty if it is no object that is kept by its members
   */
  public List<String> needed(String pointer) {
    return Optional.ofNullable(byPointer.get(pointer))
        .filter(slot -> !slot.members().isEmpty())
        .map(Slot::needed)
        .orElse(List.of());
  }

  /** Attributes that both schemas keep, in declared order: objects as a whole as well. */
  public Set<String> shared(AttributeCodec other) {
    Set<String> shared = new LinkedHashSet<>(attributes.values());
    shared.retainAll(other.attributes.values());
    return Collections.unmodifiableSet(shared);
  }

  /** Names of all attributes that the schema keeps, in declared order. */
  public Set<String> attributeNames() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(attributes.values()));
  }

  /** Those of {@link #attributeNames()} that {@code hidden: true} keeps from the user. */
  public Set<String> hiddenAttributeNames() {
    return Collections.unmodifiableSet(hidden);
  }

  /**
   * The attribute that holds a place of the document, to show a violation beside its field.
   *
   * @param pointer of a {@link SchemaViolation}
   * @return empty for the whole document, and for what the schema does not declare
   */
  public Optional<String> attributeOf(String pointer) {
    String place = pointer;
    while (!place.isEmpty() && !attributes.containsKey(place)) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return Optional.ofNullable(attributes.get(place));
  }
}
