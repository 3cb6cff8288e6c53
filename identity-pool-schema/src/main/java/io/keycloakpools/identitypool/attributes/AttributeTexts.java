package io.keycloakpools.identitypool.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.List;
import java.util.Set;

/** Values of a schema, such as defaults and choices, as attribute values. */
public final class AttributeTexts {

  private AttributeTexts() {}

  /** As the attribute of a member holds a value; empty if there is none or it cannot. */
  public static List<String> of(ObjectShape.Field field, JsonNode value) {
    return value.isMissingNode() || !field.types().contains(ValueType.of(value))
        ? List.of()
        : Coding.of(field.types(), field.itemTypes()).encode(value);
  }

  /** One of the values to choose from, for the member or for an item of it. */
  public static String choice(ObjectShape.Field field, JsonNode value) {
    boolean several = field.types().equals(Set.of(ValueType.ARRAY));
    Coding coding = Coding.of(several ? field.itemTypes() : field.types(), Set.of());
    return coding.types().contains(ValueType.of(value))
        ? coding.encode(value).get(0)
        : Coding.Json.text(value);
  }
}
