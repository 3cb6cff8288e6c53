package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Bounds;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema's own text about an invalid value: {@code ui:errorMessage}.
 *
 * @param byLanguage texts by language tag; the empty tag is for all languages
 */
public record OwnMessage(Map<String, String> byLanguage) {

  public static final String KEYWORD = "ui:errorMessage";

  private static final String ANY = "";

  /** The schema's text fits neither a missing value nor our own limits. */
  private static final Set<String> NOT_REPLACED =
      Set.of(
          "required",
          "dependentRequired",
          "tooLong",
          "tooComplex",
          "character",
          "blank",
          "invalid");

  public OwnMessage {
    byLanguage = Map.copyOf(byLanguage);
  }

  public static Optional<OwnMessage> of(ObjectShape.Field field) {
    return Optional.of(field.keywords().path(KEYWORD))
        .filter(OwnMessage::isValid)
        .map(OwnMessage::read);
  }

  private static OwnMessage read(JsonNode value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value.isTextual()) {
      texts.put(ANY, ShownTexts.drawn(value.textValue()));
    }
    value
        .properties()
        .forEach(e -> texts.put(e.getKey(), ShownTexts.drawn(e.getValue().textValue())));
    return new OwnMessage(texts);
  }

  public static boolean isValid(JsonNode value) {
    if (value.isObject()) {
      return !value.isEmpty()
          && value.size() <= Bounds.MESSAGE_LANGUAGES
          && value.propertyStream().allMatch(e -> isLanguage(e.getKey()) && isText(e.getValue()));
    }
    return isText(value);
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual()
        && !value.textValue().isBlank()
        && value.textValue().length() <= Bounds.MESSAGE_LENGTH;
  }

  private static boolean isLanguage(String tag) {
    return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  }

  public boolean replaces(SchemaViolation violation) {
    return !NOT_REPLACED.contains(violation.keyword());
  }

  /** Falls back to English, then to any. */
  public String in(Locale locale) {
    return text(locale.toLanguageTag())
        .or(() -> text(locale.getLanguage()))
        .or(() -> text(ANY))
        .or(() -> text(Locale.ENGLISH.getLanguage()))
        .orElseGet(
            () ->
                byLanguage.entrySet().stream()
                    .min(Map.Entry.comparingByKey())
                    .orElseThrow()
                    .getValue());
  }

  private Optional<String> text(String tag) {
    return byLanguage.entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(tag))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
