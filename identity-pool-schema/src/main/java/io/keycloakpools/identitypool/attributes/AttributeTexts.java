package io.keycloakpools.identitypool.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.List;
import java.util.Set;

public final class AttributeTexts {

  private AttributeTexts() {}

  /** Empty without a value, or if the attribute cannot hold it. */
  public static List<String> of(ObjectShape.Field field, JsonNode value) {
    return value.isMissingNode() || !field.types().contains(ValueType.of(value))
        ? List.of()
        : Coding.of(field.types(), field.itemTypes()).encode(value);
  }

  public static String choice(ObjectShape.Field field, JsonNode value) {
    boolean several = field.types().equals(Set.of(ValueType.ARRAY));
    Coding coding = Coding.of(several ? field.itemTypes() : field.types(), Set.of());
    return coding.types().contains(ValueType.of(value))
        ? coding.encode(value).get(0)
        : Coding.Json.text(value);
  }
}
