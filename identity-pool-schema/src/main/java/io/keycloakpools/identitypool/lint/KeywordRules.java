package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Pointers;
import io.keycloakpools.identitypool.schema.Formats;
import io.keycloakpools.identitypool.schema.Keywords;
import io.keycloakpools.identitypool.schema.LinkedText;
import io.keycloakpools.identitypool.schema.OwnMessage;
import io.keycloakpools.identitypool.schema.Patterns;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.schema.ShownTexts;
import io.keycloakpools.identitypool.schema.TimeZones;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class KeywordRules {

  private final SchemaKind kind;
  private final Findings findings;

  KeywordRules(SchemaKind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  void check(JsonNode schema, String pointer) {
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String place = Pointers.append(pointer, member.getKey());
      keyword(member.getKey(), member.getValue(), place, pointer);
      applies(member.getKey(), schema.path("type"), place);
    }
    for (Keywords.Child child : Keywords.children(schema)) {
      String place = child.pointer(pointer);
      if (child.keyword().equals("patternProperties")) {
        pattern(child.name(), place);
      }
      check(child.schema(), place);
    }
  }

  private void keyword(String keyword, JsonNode value, String place, String schema) {
    switch (keyword) {
      case "pattern" -> pattern(value.asText(), place);
      case "format" -> format(value.asText(), place);
      case "title", "description", "ui:help", "ui:placeholder" -> text(value, place);
      case "ui:enumNames" ->
          Pointers.members(value)
              .forEach((name, label) -> text(label, Pointers.append(place, name)));
      case OwnMessage.KEYWORD -> ownMessage(value, place);
      case TimeZones.KEYWORD -> timeZone(value, place);
      case "$schema" -> dialect(value.asText(), place);
      case "$id" -> {
        if (!schema.isEmpty()) {
          findings.error(place, "identityLintNotSupported", keyword);
        }
      }
      case "hidden" -> {
        if (kind == SchemaKind.PAYLOAD) {
          findings.warning(place, "identityLintHidden");
        }
      }
      default -> {
        if (Keywords.REFUSED.contains(keyword)) {
          findings.error(place, "identityLintNotSupported", keyword);
        } else {
          unknown(keyword, value, place);
        }
      }
    }
  }

  private void pattern(String pattern, String place) {
    Patterns.problem(pattern).ifPresent(key -> findings.error(place, key, shown(pattern)));
  }

  private void text(JsonNode text, String place) {
    if (text.isTextual() && ShownTexts.isMistakable(text.textValue())) {
      findings.warning(place, "identityLintText", shown(text.textValue()));
    }
    if (text.isTextual()) {
      LinkedText.refused(text.textValue())
          .ifPresent(address -> findings.warning(place, "identityLintLink", shown(address)));
    }
  }

  private void ownMessage(JsonNode value, String place) {
    if (!OwnMessage.isValid(value)) {
      findings.warning(
          place,
          "identityLintErrorMessage",
          String.valueOf(Bounds.MESSAGE_LENGTH),
          String.valueOf(Bounds.MESSAGE_LANGUAGES));
    } else if (value.isTextual()) {
      text(value, place);
    } else {
      Pointers.members(value).forEach((tag, each) -> text(each, Pointers.append(place, tag)));
    }
  }

  private void timeZone(JsonNode value, String place) {
    if (TimeZones.named(value.asText()).isEmpty()) {
      findings.warning(place, "identityLintTimeZone", shown(value.asText()));
    }
  }

  private void format(String format, String place) {
    if (!Formats.NAMES.contains(format)) {
      Optional<String> near = NearName.of(format, Formats.NAMES);
      near.ifPresentOrElse(
          name -> findings.warning(place, "identityLintFormatNear", shown(format), name),
          () -> findings.warning(place, "identityLintFormat", shown(format)));
    }
  }

  private void dialect(String dialect, String place) {
    if (!dialect.equals(Keywords.DIALECT) && !dialect.equals(Keywords.DIALECT + "#")) {
      findings.error(place, "identityLintDialect", shown(dialect), Keywords.DIALECT);
    }
  }

  private void unknown(String keyword, JsonNode value, String place) {
    if (Keywords.KNOWN.contains(keyword) || keyword.startsWith("x-")) {
      return;
    }
    Optional<String> near =
        Keywords.replaced(keyword, value).or(() -> NearName.of(keyword, Keywords.KNOWN));
    near.ifPresentOrElse(
        name -> findings.warning(place, "identityLintKeywordNear", shown(keyword), name),
        () -> findings.warning(place, "identityLintKeyword", shown(keyword)));
  }

  private void applies(String keyword, JsonNode type, String place) {
    Set<String> wanted = Keywords.BY_TYPE.getOrDefault(keyword, Set.of());
    Set<String> types = new LinkedHashSet<>();
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    type.forEach(each -> types.add(each.asText()));
    if (!wanted.isEmpty() && !types.isEmpty() && types.stream().noneMatch(wanted::contains)) {
      findings.warning(
          place,
          "identityLintKeywordType",
          keyword,
          wanted.stream().sorted().collect(Collectors.joining(", ")),
          String.join(", ", types));
    }
  }

  static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
