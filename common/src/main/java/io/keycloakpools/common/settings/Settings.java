package io.keycloakpools.common.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakpools.common.Word;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads the configuration of one component. Text is trimmed; blank text is absent. */
public final class Settings {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Function<String, List<String>> values;
  private final UnaryOperator<String> vault;

  /**
   * @param values returns all values of a key, or null
   * @param vault resolves {@code ${vault.key}} and returns other text unchanged
   */
  public Settings(Function<String, List<String>> values, UnaryOperator<String> vault) {
    this.values = values;
    this.vault = vault;
  }

  /** Without a vault, where no secret is read. */
  public static Settings of(Map<String, List<String>> config) {
    return new Settings(config::get, text -> text);
  }

  /**
   * Reads a setting.
   *
   * @throws InvalidSettingException if the value cannot work
   */
  public <T> T get(Setting<T> setting) {
    return setting.read(this);
  }

  public List<String> list(String key) {
    List<String> found = values.apply(key);
    return found == null
        ? List.of()
        : found.stream()
            .filter(value -> value != null && !value.isBlank())
            .map(String::strip)
            .toList();
  }

  public Optional<String> text(String key) {
    return list(key).stream().findFirst();
  }

  public Optional<String> secret(String key) {
    return text(key).map(vault);
  }

  public boolean flag(String key, boolean ifAbsent) {
    return text(key).map(Boolean::parseBoolean).orElse(ifAbsent);
  }

  /**
   * Reads an enum constant, written in lower case with hyphens.
   *
   * @throws InvalidSettingException otherwise
   */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E ifAbsent) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return ifAbsent;
    }
    for (E constant : type.getEnumConstants()) {
      if (Word.hyphenated(constant).equals(text.get())) {
        return constant;
      }
    }
    throw choice(key, text.get(), Choices.words(type));
  }

  /**
   * Reads one of some words.
   *
   * @throws InvalidSettingException otherwise
   */
  public Optional<String> choice(String key, List<String> possible) {
    Optional<String> text = text(key);
    text.filter(word -> !possible.contains(word))
        .ifPresent(
            word -> {
              throw choice(key, word, possible);
            });
    return text;
  }

  /** Creates the exception for a word that is none of the possible ones, to be thrown. */
  public static InvalidSettingException choice(String key, String word, List<String> possible) {
    return problem(key, "poolSettingChoice", word, String.join(", ", possible));
  }

  /**
   * Reads a whole number.
   *
   * @throws InvalidSettingException if it is malformed or out of bounds
   */
  public int number(String key, int ifAbsent, int least, int most) {
    String text = text(key).orElse(Integer.toString(ifAbsent));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers out of bounds.
    }
    throw problem(key, "poolSettingNumber", text, String.valueOf(least), String.valueOf(most));
  }

  /**
   * Reads a server address: HTTPS, or HTTP to this machine.
   *
   * @throws InvalidSettingException otherwise
   */
  public Optional<URI> url(String key) {
    Optional<String> text = text(key);
    return text.map(
        address ->
            Addresses.safe(address).orElseThrow(() -> problem(key, "poolSettingUrl", address)));
  }

  /**
   * Reads a host name, for HTTPS, or an address as for {@link #url}.
   *
   * @throws InvalidSettingException otherwise
   */
  public Optional<URI> host(String key) {
    return text(key)
        .map(
            host ->
                Addresses.safe(host.contains("://") ? host : "https://" + host)
                    .orElseThrow(() -> problem(key, "poolSettingHost", host)));
  }

  /**
   * Reads a map in the admin console's format: {@code [{"key":"…","value":"…"}]}.
   *
   * @throws InvalidSettingException if it is malformed or repeats a key
   */
  public Map<String, String> map(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    text(key).ifPresent(text -> readMap(key, text, map));
    return map;
  }

  public static InvalidSettingException problem(String key, String message, String... arguments) {
    return new InvalidSettingException(SettingProblem.of(key, message, arguments));
  }

  private static void readMap(String key, String text, Map<String, String> into) {
    JsonNode pairs;
    try {
      pairs = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw problem(key, "poolSettingMap");
    }
    if (!pairs.isArray()) {
      throw problem(key, "poolSettingMap");
    }
    for (JsonNode pair : pairs) {
      if (!pair.isObject()) {
        throw problem(key, "poolSettingMap");
      }
      String from = pair.path("key").asText("").strip();
      String to = pair.path("value").asText("").strip();
      if (from.isEmpty() && to.isEmpty()) {
        continue;
      }
      if (from.isEmpty() || to.isEmpty()) {
        throw problem(key, "poolSettingMapHalf", from + to);
      }
      if (into.putIfAbsent(from, to) != null) {
        throw problem(key, "poolSettingMapTwice", from);
      }
    }
  }
}
