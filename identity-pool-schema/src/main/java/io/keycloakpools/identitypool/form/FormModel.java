package io.keycloakpools.identitypool.form;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.attributes.AttributeNames;
import io.keycloakpools.identitypool.form.FormField.Access;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.ShownTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a schema.
 *
 * @param header {@code ${key}} names a message of the theme
 * @param fields in the order of display, at most {@link
 *     io.keycloakpools.identitypool.json.Bounds#FIELDS}
 */
public record FormModel(Optional<String> header, List<FormField> fields) {

  public FormModel {
    fields = List.copyOf(fields);
  }

  public static FormModel of(IdentitySchema schema) {
    List<FormField> fields = new ArrayList<>();
    Set<String> hidden = AttributeCodec.of(schema).hiddenAttributeNames();
    for (ObjectShape.Field field : ordered(schema.shape(), schema.order())) {
      String attribute = AttributeNames.attributeOf(field.name());
      add(new Place(field, "", attribute, true, Access.READ_WRITE), hidden, fields);
    }
    return new FormModel(schema.description().map(ShownTexts::drawn), fields);
  }

  public Optional<FormField> at(String pointer) {
    return fields.stream().filter(field -> field.pointer().equals(pointer)).findFirst();
  }

  private record Place(
      ObjectShape.Field field, String parent, String attribute, boolean needed, Access outer) {

    String pointer() {
      return Pointers.append(parent, field.name());
    }
  }

  private static void add(Place place, Set<String> hidden, List<FormField> fields) {
    ObjectShape.Field field = place.field();
    Access outer = hidden.contains(place.attribute()) ? Access.HIDDEN : place.outer();
    if (field.members().isEmpty()) {
      FieldBuilder builder = new FieldBuilder(field, place.pointer(), place.attribute());
      fields.add(builder.build(place.needed(), outer));
      return;
    }
    // A required member of an optional object is optional: the object may be absent.
    boolean needed = place.needed() && field.required();
    List<FormField> members = new ArrayList<>();
    List<String> order = IdentitySchema.order(field.keywords());
    for (ObjectShape.Field member : ordered(field.members().get(), order)) {
      String attribute = place.attribute() + "." + member.name();
      Access access = FieldBuilder.access(field, outer);
      add(new Place(member, place.pointer(), attribute, needed, access), hidden, members);
    }
    String group = FieldBuilder.label(field);
    members.forEach(member -> fields.add(member.in(group)));
  }

  /** Declared order, or {@code ui:order}, where {@code *} stands for all other names. */
  private static List<ObjectShape.Field> ordered(ObjectShape shape, List<String> order) {
    Map<String, ObjectShape.Field> rest = new LinkedHashMap<>();
    shape.fields().forEach(field -> rest.put(field.name(), field));
    Set<String> named = new LinkedHashSet<>(order);
    if (!named.contains("*")) {
      named.add("*");
    }
    List<ObjectShape.Field> ordered = new ArrayList<>();
    for (String name : named) {
      if (name.equals("*")) {
        shape.fields().stream().filter(f -> !named.contains(f.name())).forEach(ordered::add);
      } else if (rest.containsKey(name)) {
        ordered.add(rest.get(name));
      }
    }
    return ordered;
  }

  /**
   * Without fields that the user may not write.
   *
   * @param submitted decoded form parameters, of any origin
   */
  public Map<String, List<String>> attributes(Map<String, List<String>> submitted) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (FormField field : fields) {
      if (field.access().writes()) {
        List<String> values = submitted.getOrDefault(field.attribute(), List.of());
        attributes.put(field.attribute(), field.entered(values, List.of()));
      }
    }
    return attributes;
  }
}
