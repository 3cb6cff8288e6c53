package io.keycloakpools.identitypool.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.attributes.AttributeTexts;
import io.keycloakpools.identitypool.form.FormField.Access;
import io.keycloakpools.identitypool.form.FormField.Constraints;
import io.keycloakpools.identitypool.form.FormField.Option;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.OwnMessage;
import io.keycloakpools.identitypool.schema.ShownTexts;
import io.keycloakpools.identitypool.schema.TimeZones;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

record FieldBuilder(ObjectShape.Field field, String pointer, String attribute) {

  private static final Map<String, String> AUTOCOMPLETE =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("given_name", "given-name"),
          Map.entry("firstName", "given-name"),
          Map.entry("middle_name", "additional-name"),
          Map.entry("family_name", "family-name"),
          Map.entry("lastName", "family-name"),
          Map.entry("nickname", "nickname"),
          Map.entry("preferred_username", "username"),
          Map.entry("username", "username"),
          Map.entry("email", "email"),
          Map.entry("phone_number", "tel"),
          Map.entry("website", "url"),
          Map.entry("birthdate", "bday"),
          Map.entry("organization", "organization"),
          Map.entry("street_address", "street-address"),
          Map.entry("locality", "address-level2"),
          Map.entry("region", "address-level1"),
          Map.entry("postal_code", "postal-code"),
          Map.entry("country", "country-name"));

  private static final Set<ValueType> NUMBERS = Set.of(ValueType.INTEGER, ValueType.FRACTION);

  FormField build(boolean needed, Access outer) {
    Choices choices = Choices.of(field);
    InputKind kind = InputKinds.of(field, attribute, !choices.options().isEmpty());
    // An unticked checkbox is an answer.
    boolean required = needed && field.required() && (kind != InputKind.CHECKBOX || mustBeTrue());
    return new FormField(
        pointer,
        attribute,
        kind,
        Optional.empty(),
        label(field),
        field.text("ui:help").or(() -> field.text("description")).map(ShownTexts::drawn),
        field.text("ui:placeholder").map(ShownTexts::drawn),
        required,
        constraints(kind),
        choices.options(),
        AttributeTexts.of(field, field.keywords().path("default")),
        access(field, outer),
        field.text("ui:autocomplete").or(() -> Optional.ofNullable(AUTOCOMPLETE.get(field.name()))),
        OwnMessage.of(field),
        TimeZones.of(field));
  }

  private boolean mustBeTrue() {
    return field.keywords().path("const").asBoolean(false);
  }

  static Access access(ObjectShape.Field field, Access outer) {
    boolean read = outer.reads() && !field.is("writeOnly");
    boolean write = outer.writes() && !field.is("readOnly");
    if (read) {
      return write ? Access.READ_WRITE : Access.READ_ONLY;
    }
    return write ? Access.WRITE_ONLY : Access.HIDDEN;
  }

  private Constraints constraints(InputKind kind) {
    return switch (kind) {
      case NUMBER ->
          new Constraints(
              number("minimum"),
              number("maximum"),
              number("multipleOf").or(() -> Optional.of(isWhole() ? "1" : "any")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case TEXT, EMAIL, TEL, URL, TEXTAREA ->
          new Constraints(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              length("minLength"),
              length("maxLength"),
              field
                  .text("pattern")
                  .filter(pattern -> kind != InputKind.TEXTAREA)
                  .map(FieldBuilder::anywhere));
      case DATE, DATETIME_LOCAL, CHECKBOX, SELECT, RADIO, MULTI_SELECT, CHECKBOXES, LINES, JSON ->
          Constraints.NONE;
    };
  }

  private boolean isWhole() {
    return !field.types().contains(ValueType.FRACTION);
  }

  private Optional<String> number(String keyword) {
    JsonNode value = field.keywords().path(keyword);
    return value.isNumber() ? Optional.of(value.decimalValue().toPlainString()) : Optional.empty();
  }

  private Optional<Integer> length(String keyword) {
    JsonNode value = field.keywords().path(keyword);
    return value.canConvertToInt() ? Optional.of(value.intValue()) : Optional.empty();
  }

  /** HTML patterns match the whole value, those of JSON Schema any part of it. */
  private static String anywhere(String pattern) {
    boolean whole =
        pattern.startsWith("^")
            && pattern.endsWith("$")
            && !pattern.endsWith("\\$")
            && !pattern.contains("|");
    return whole ? pattern.substring(1, pattern.length() - 1) : ".*(?:" + pattern + ").*";
  }

  /** The title, or the name made readable: {@code postal_code} to {@code Postal code}. */
  static String label(ObjectShape.Field field) {
    return field
        .text("title")
        .filter(title -> !title.isBlank())
        .map(ShownTexts::drawn)
        .orElseGet(() -> human(field.name()));
  }

  static String human(String name) {
    String words =
        name.replaceAll("[_.\\-]+", " ")
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static boolean isNumeric(Set<ValueType> types) {
    return !types.isEmpty() && NUMBERS.containsAll(types);
  }

  record Choices(List<Option> options) {

    static Choices of(ObjectShape.Field field) {
      JsonNode keywords = field.keywords();
      JsonNode schema =
          field.types().equals(Set.of(ValueType.ARRAY)) ? keywords.path("items") : keywords;
      if (schema.has("enum")) {
        JsonNode names =
            schema.has("ui:enumNames") ? schema.get("ui:enumNames") : keywords.path("ui:enumNames");
        return new Choices(enumeration(field, schema.get("enum"), names));
      }
      for (String choice : List.of("oneOf", "anyOf")) {
        boolean constants =
            schema.has(choice)
                && schema.get(choice).valueStream().allMatch(each -> each.has("const"));
        if (constants) {
          return new Choices(
              schema.get(choice).valueStream().map(each -> constant(field, each)).toList());
        }
      }
      return new Choices(List.of());
    }

    private static Option option(String value, JsonNode label) {
      return new Option(value, ShownTexts.drawn(label.asText(value)));
    }

    private static Option constant(ObjectShape.Field field, JsonNode schema) {
      String value = AttributeTexts.choice(field, schema.get("const"));
      return option(value, schema.path("title"));
    }

    private static List<Option> enumeration(
        ObjectShape.Field field, JsonNode values, JsonNode names) {
      return IntStream.range(0, values.size())
          .filter(i -> !values.get(i).isNull())
          .mapToObj(
              i -> {
                String value = AttributeTexts.choice(field, values.get(i));
                JsonNode label = names.isArray() ? names.path(i) : names.path(value);
                return option(value, label);
              })
          .toList();
    }
  }
}
