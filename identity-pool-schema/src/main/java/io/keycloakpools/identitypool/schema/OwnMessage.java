package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Bounds;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema itself says is wrong with a value: {@code ui:errorMessage}.
 *
 * @param byLanguage texts by language tag; of a text for all languages, the tag is empty
 */
public record OwnMessage(Map<String, String> byLanguage) {

  /** Keyword of a schema. */
  public static final String KEYWORD = "ui:errorMessage";

  private static final String ANY = "";

  /**
   * Keywords that say that there is no value, and our own limits: the schema's text fits neither.
   */
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

  /** The message of a member; empty if the schema has none for it. */
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

  /** Whether a value of the keyword is one that is shown. */
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

  /** Whether the text is shown for that violation of the value. */
  public boolean replaces(SchemaViolation violation) {
    return !NOT_REPLACED.contains(violation.keyword());
  }

  /** The text for a reader; English if there is none in the language, or else any. */
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
