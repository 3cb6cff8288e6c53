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
 * Converts user attributes to a document of a schema and back, without loss; immutable and
 * thread-safe.
 *
 * <p>Attributes are one map, as in Keycloak's user profile, with {@code username}, {@code email},
 * {@code firstName} and {@code lastName}. It also has {@code emailVerified}, which is no attribute
 * in Keycloak: the caller adds and removes it.
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

  public static AttributeCodec of(IdentitySchema schema) {
    return new AttributeCodec(schema);
  }

  /**
   * A document made of attributes.
   *
   * @param violations attributes that do not fit their type, and are not in the document
   */
  public record Decoded(ObjectNode document, List<SchemaViolation> violations) {}

  /**
   * Attributes made of a document.
   *
   * @param attributes all others of the schema have no value
   * @param violations parts that attributes cannot hold
   */
  public record Encoded(Map<String, List<String>> attributes, List<SchemaViolation> violations) {}

  /** Blank values count as absent, as everywhere in Keycloak's user profile. */
  public Decoded toDocument(Map<String, List<String>> attributes) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    List<SchemaViolation> violations = new ArrayList<>();
    for (Slot slot : slots) {
      slot.decode(attributes, violations)
          .ifPresent(value -> document.set(slot.field().name(), value));
    }
    return new Decoded(document, List.copyOf(violations));
  }

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

  /** Misfits of the attributes come first. */
  public List<SchemaViolation> validate(Map<String, List<String>> attributes) {
    Decoded decoded = toDocument(attributes);
    List<SchemaViolation> violations = new ArrayList<>(decoded.violations());
    Set<String> places = new LinkedHashSet<>();
    violations.forEach(violation -> places.add(violation.pointer()));
    // A value that was left out is not missing.
    schema.validate(decoded.document()).stream()
        .filter(violation -> !places.contains(violation.pointer()))
        .forEach(violations::add);
    return List.copyOf(violations);
  }

  /**
   * The minimum of a missing object.
   *
   * @return pointers to the required values of an object, or to the first value if none is
   *     required; empty unless the members have attributes
   */
  public List<String> needed(String pointer) {
    return Optional.ofNullable(byPointer.get(pointer))
        .filter(slot -> !slot.members().isEmpty())
        .map(Slot::needed)
        .orElse(List.of());
  }

  public Set<String> shared(AttributeCodec other) {
    Set<String> shared = new LinkedHashSet<>(attributes.values());
    shared.retainAll(other.attributes.values());
    return Collections.unmodifiableSet(shared);
  }

  public Set<String> attributeNames() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(attributes.values()));
  }

  public Set<String> hiddenAttributeNames() {
    return Collections.unmodifiableSet(hidden);
  }

  /**
   * The attribute of a place in the document.
   *
   * @return empty for the whole document, and for undeclared members
   */
  public Optional<String> attributeOf(String pointer) {
    String place = pointer;
    while (!place.isEmpty() && !attributes.containsKey(place)) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return Optional.ofNullable(attributes.get(place));
  }
}
