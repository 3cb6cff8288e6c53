package io.keycloakpools.identitypool.form;

import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

final class InputKinds {

  private static final Map<String, InputKind> BY_FORMAT =
      Map.of(
          "email", InputKind.EMAIL,
          "idn-email", InputKind.EMAIL,
          "tel", InputKind.TEL,
          "uri", InputKind.URL,
          "date", InputKind.DATE,
          "date-time", InputKind.DATETIME_LOCAL);

  private static final Map<String, InputKind> BY_NAME =
      Map.of(
          "email", InputKind.EMAIL,
          "phone_number", InputKind.TEL,
          "website", InputKind.URL,
          "profile", InputKind.URL,
          "picture", InputKind.URL);

  private static final Map<String, InputKind> TEXT_WIDGETS =
      Map.of("textarea", InputKind.TEXTAREA, "text", InputKind.TEXT);

  private InputKinds() {}

  static InputKind of(ObjectShape.Field field, String attribute, boolean isChoice) {
    Set<ValueType> types = EnumSet.copyOf(field.types());
    if (types.size() > 1) {
      types.remove(ValueType.NULL);
    }
    String widget = field.text("ui:widget").orElse("");
    if (types.equals(EnumSet.of(ValueType.ARRAY))) {
      return several(field, widget, isChoice);
    }
    if (types.equals(EnumSet.of(ValueType.BOOLEAN)) && !isChoice) {
      return InputKind.CHECKBOX;
    }
    if (isChoice) {
      return widget.equals("radio") ? InputKind.RADIO : InputKind.SELECT;
    }
    if (FieldBuilder.isNumeric(types)) {
      return InputKind.NUMBER;
    }
    if (types.equals(EnumSet.of(ValueType.OBJECT))) {
      return InputKind.JSON;
    }
    return text(field, attribute, widget);
  }

  private static InputKind several(ObjectShape.Field field, String widget, boolean isChoice) {
    if (isChoice) {
      return widget.equals("select") ? InputKind.MULTI_SELECT : InputKind.CHECKBOXES;
    }
    boolean simple =
        !field.itemTypes().contains(ValueType.ARRAY)
            && !field.itemTypes().contains(ValueType.OBJECT);
    return simple ? InputKind.LINES : InputKind.JSON;
  }

  private static InputKind text(ObjectShape.Field field, String attribute, String widget) {
    InputKind byName = BY_NAME.getOrDefault(attribute, InputKind.TEXT);
    InputKind byFormat = field.text("format").map(BY_FORMAT::get).orElse(byName);
    return TEXT_WIDGETS.getOrDefault(widget, byFormat);
  }
}
