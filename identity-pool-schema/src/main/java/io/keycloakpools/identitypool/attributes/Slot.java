package io.keycloakpools.identitypool.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A declared member and its attribute. Members of an object with known names have attributes of
 * their own, {@code address.locality}; only what does not fit there, such as the empty object, is
 * JSON in the object's attribute.
 *
 * @param members of an object with known names
 */
record Slot(
    ObjectShape.Field field, String pointer, String attribute, Coding coding, List<Slot> members) {

  static Slot of(ObjectShape.Field field, String parent, String attribute) {
    String pointer = Pointers.append(parent, field.name());
    List<Slot> members =
        field.members().map(ObjectShape::fields).orElse(List.of()).stream()
            .map(member -> of(member, pointer, attribute + "." + member.name()))
            .toList();
    Coding coding = Coding.of(field.types(), field.itemTypes());
    return new Slot(field, pointer, attribute, coding, members);
  }

  void encode(JsonNode value, Map<String, List<String>> into, List<SchemaViolation> violations) {
    if (!coding.types().contains(ValueType.of(value))) {
      violations.add(SchemaViolation.type(pointer, field.types()));
    } else if (isSpread(value)) {
      for (Slot member : members) {
        if (value.has(member.field().name())) {
          member.encode(value.get(member.field().name()), into, violations);
        }
      }
    } else {
      write(value, into, violations);
    }
  }

  List<String> needed() {
    if (members.isEmpty()) {
      return List.of(pointer);
    }
    List<String> needed =
        members.stream()
            .filter(member -> member.field().required())
            .flatMap(member -> member.needed().stream())
            .toList();
    return needed.isEmpty() ? members.get(0).needed() : needed;
  }

  private boolean isSpread(JsonNode value) {
    Set<String> names = new HashSet<>();
    members.forEach(member -> names.add(member.field().name()));
    return value.isObject()
        && !value.isEmpty()
        && value.propertyStream().allMatch(each -> names.contains(each.getKey()));
  }

  private void write(
      JsonNode value, Map<String, List<String>> into, List<SchemaViolation> violations) {
    boolean own = AttributeNames.isOwn(attribute);
    if (own && value.isTextual() && value.textValue().isBlank()) {
      violations.add(SchemaViolation.blank(pointer));
      return;
    }
    List<String> values = coding.encode(value);
    int longest = own ? Bounds.OWN_LENGTH : Bounds.ATTRIBUTE_LENGTH;
    if (values.stream().anyMatch(each -> each.length() > longest)) {
      violations.add(SchemaViolation.tooLong(pointer, longest));
    } else {
      into.put(attribute, values);
    }
  }

  Optional<JsonNode> decode(
      Map<String, List<String>> attributes, List<SchemaViolation> violations) {
    Optional<JsonNode> whole = read(attributes, violations);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Slot member : members) {
      member
          .decode(attributes, violations)
          .ifPresent(value -> object.set(member.field().name(), value));
    }
    if (object.isEmpty()) {
      return whole;
    }
    // A member was written beside the object as a whole.
    whole
        .filter(JsonNode::isObject)
        .ifPresent(
            value -> value.properties().forEach(e -> object.putIfAbsent(e.getKey(), e.getValue())));
    return Optional.of(object);
  }

  private Optional<JsonNode> read(
      Map<String, List<String>> attributes, List<SchemaViolation> violations) {
    List<String> values =
        attributes.getOrDefault(attribute, List.of()).stream()
            .filter(value -> value != null && !value.isBlank())
            .toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonNode> value = coding.decode(values);
    if (value.isEmpty()) {
      violations.add(misfit(values.size()));
    }
    return value;
  }

  private SchemaViolation misfit(int values) {
    if (coding instanceof Coding.Values) {
      return SchemaViolation.items(pointer, field.itemTypes());
    }
    return values > 1 && !field.types().contains(ValueType.ARRAY)
        ? SchemaViolation.single(pointer)
        : SchemaViolation.type(pointer, field.types());
  }
}
