package io.keycloakpools.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

final class SettingTest {

  private static final SettingForm FORM = new SettingForm("label.", "help.");
  private static final String KEY = "key";

  private enum Color {
    RED,
    DARK_BLUE
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(FORM.text(KEY), "String", null),
        Arguments.of(FORM.text(KEY, "usual"), "String", "usual"),
        Arguments.of(FORM.secret(KEY), "Password", null),
        Arguments.of(FORM.url(KEY), "String", null),
        Arguments.of(FORM.host(KEY), "String", null),
        Arguments.of(FORM.flag(KEY, true), "boolean", true),
        Arguments.of(FORM.number(KEY, 10).between(1, 60), "Integer", 10),
        Arguments.of(FORM.choice(KEY, Color.class, Color.DARK_BLUE), "List", "dark-blue"),
        Arguments.of(FORM.choice(KEY, "b", List.of("a", "b")), "List", "b"),
        Arguments.of(FORM.list(KEY), "MultivaluedString", null),
        Arguments.of(FORM.map(KEY), "Map", null),
        Arguments.of(FORM.group(KEY), "Group", null),
        Arguments.of(FORM.role(KEY), "Role", null));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasItsProperty(Setting<?> setting, String type, Object unset) {
    assertThat(setting.key()).isEqualTo(KEY);
    assertThat(setting.property())
        .returns(KEY, ProviderConfigProperty::getName)
        .returns("label.key", ProviderConfigProperty::getLabel)
        .returns("help.key", ProviderConfigProperty::getHelpText)
        .returns(type, ProviderConfigProperty::getType)
        .returns(unset, ProviderConfigProperty::getDefaultValue)
        .returns(false, ProviderConfigProperty::isRequired)
        .returns(type.equals("Password"), ProviderConfigProperty::isSecret);
  }

  static Stream<Arguments> unset() {
    return Stream.of(
        Arguments.of(FORM.text(KEY), Optional.empty()),
        Arguments.of(FORM.text(KEY, "usual"), "usual"),
        Arguments.of(FORM.secret(KEY), Optional.empty()),
        Arguments.of(FORM.url(KEY), Optional.empty()),
        Arguments.of(FORM.host(KEY), Optional.empty()),
        Arguments.of(FORM.flag(KEY, true), true),
        Arguments.of(FORM.flag(KEY, false), false),
        Arguments.of(FORM.number(KEY, 10).between(1, 60), 10),
        Arguments.of(FORM.choice(KEY, Color.class, Color.DARK_BLUE), Color.DARK_BLUE),
        Arguments.of(FORM.choice(KEY, "b", List.of("a", "b")), Optional.empty()),
        Arguments.of(FORM.list(KEY), List.of()),
        Arguments.of(FORM.map(KEY), Map.of()),
        Arguments.of(FORM.group(KEY), Optional.empty()),
        Arguments.of(FORM.role(KEY), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("unset")
  void blankIsUnset(Setting<?> setting, Object unset) {
    assertThat(Settings.of(Map.of()).get(setting)).isEqualTo(unset);
    assertThat(entered(" ").get(setting)).isEqualTo(unset);
  }

  static Stream<Arguments> readable() {
    return Stream.of(
        Arguments.of(FORM.text(KEY), " a b ", Optional.of("a b")),
        Arguments.of(FORM.text(KEY, "usual"), "other", "other"),
        Arguments.of(FORM.secret(KEY), "s3cret", Optional.of("s3cret")),
        Arguments.of(
            FORM.url(KEY), "https://a.example/b", Optional.of(URI.create("https://a.example/b"))),
        Arguments.of(FORM.host(KEY), "a.example", Optional.of(URI.create("https://a.example"))),
        Arguments.of(FORM.flag(KEY, true), "false", false),
        Arguments.of(FORM.number(KEY, 10).between(1, 60), "1", 1),
        Arguments.of(FORM.number(KEY, 10).between(1, 60), "60", 60),
        Arguments.of(FORM.choice(KEY, Color.class, Color.RED), "dark-blue", Color.DARK_BLUE),
        Arguments.of(FORM.choice(KEY, "b", List.of("a", "b")), "a", Optional.of("a")),
        Arguments.of(FORM.list(KEY), "a", List.of("a")),
        Arguments.of(FORM.map(KEY), "[{\"key\":\"a\",\"value\":\"b\"}]", Map.of("a", "b")),
        Arguments.of(FORM.group(KEY), "/a", Optional.of("/a")),
        Arguments.of(FORM.role(KEY), "a", Optional.of("a")));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void everyKindIsRead(Setting<?> setting, String text, Object value) {
    assertThat(entered(text).get(setting)).isEqualTo(value);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(FORM.url(KEY), "http://a.example", "poolSettingUrl", List.of()),
        Arguments.of(FORM.host(KEY), "a b", "poolSettingHost", List.of()),
        Arguments.of(
            FORM.choice(KEY, Color.class, Color.RED),
            "DARK_BLUE",
            "poolSettingChoice",
            List.of("red, dark-blue")),
        Arguments.of(
            FORM.choice(KEY, "b", List.of("a", "b")), "c", "poolSettingChoice", List.of("a, b")));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void anUnreadableValueNamesTheSetting(
      Setting<?> setting, String text, String messageKey, List<String> possible) {
    assertProblem(
        setting,
        text,
        new SettingProblem(
            KEY, messageKey, Stream.concat(Stream.of(text), possible.stream()).toList()));
  }

  @Test
  void anUnreadableMapNamesTheSetting() {
    assertProblem(FORM.map(KEY), "a=b", SettingProblem.of(KEY, "poolSettingMap"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "61", "-1", "1.5", "ten"})
  void aNumberHasBounds(String text) {
    assertProblem(
        FORM.number(KEY, 10).between(1, 60),
        text,
        SettingProblem.of(KEY, "poolSettingNumber", text, "1", "60"));
  }

  @Test
  void aListKeepsItsOrder() {
    assertThat(entered("b", " ", "a").get(FORM.list(KEY))).containsExactly("b", "a");
  }

  @Test
  void onlyASecretIsResolvedByTheVault() {
    Settings settings = new Settings(key -> List.of("${vault.a}"), text -> "resolved");

    assertThat(settings.get(FORM.secret(KEY))).contains("resolved");
    assertThat(settings.get(FORM.text(KEY))).contains("${vault.a}");
  }

  @Nested
  final class Options {

    @Test
    void areTheWordsOfTheEnum() {
      assertThat(FORM.choice(KEY, Color.class, Color.RED).property().getOptions())
          .containsExactly("red", "dark-blue");
    }

    @Test
    void areTheGivenWords() {
      assertThat(FORM.choice(KEY, "b", List.of("a", "b")).property().getOptions())
          .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"red, RED", "dark-blue, DARK_BLUE"})
    void mayBeFewerThanTheReaderAccepts(String word, Color color) {
      Setting<Color> setting =
          FORM.choice(KEY, Color.class, Color.RED).offering(List.of("dark-blue"));

      assertThat(setting.property().getOptions()).containsExactly("dark-blue");
      assertThat(entered(word).get(setting)).isEqualTo(color);
    }
  }

  @Nested
  final class Required {

    private final Setting<URI> host = Setting.required(FORM.host(KEY), "missing");

    @Test
    void isMarkedInTheForm() {
      assertThat(host.property().isRequired()).isTrue();
    }

    @Test
    void isRefusedIfBlank() {
      assertProblem(host, " ", SettingProblem.of(KEY, "missing"));
    }

    @Test
    void isReadOtherwise() {
      assertThat(entered("a.example").get(host)).isEqualTo(URI.create("https://a.example"));
    }

    @Test
    void staysASecret() {
      assertThat(Setting.required(FORM.secret(KEY), "missing").property())
          .returns(true, ProviderConfigProperty::isSecret)
          .returns(true, ProviderConfigProperty::isRequired);
    }
  }

  @Test
  void aConversionKeepsTheProperty() {
    Setting<String> setting = FORM.number(KEY, 10).between(1, 60).map(number -> "=" + number);

    assertThat(entered("7").get(setting)).isEqualTo("=7");
    assertThat(setting.property().getDefaultValue()).isEqualTo(10);
    assertProblem(setting, "61", SettingProblem.of(KEY, "poolSettingNumber", "61", "1", "60"));
  }

  /** Keycloak may change what it receives. */
  @Test
  void everyPropertyIsANewOne() {
    Setting<Boolean> setting = FORM.flag(KEY, true);
    setting.property().setDefaultValue(false);

    assertThat(setting.property().getDefaultValue()).isEqualTo(true);
  }

  @Test
  void propertiesHaveTheOrderOfTheirSettings() {
    assertThat(Setting.properties(FORM.text("b"), FORM.flag("a", true)))
        .extracting(ProviderConfigProperty::getName)
        .containsExactly("b", "a");
  }

  @Test
  void aProblemIsAboutTheSetting() {
    SettingProblem problem = SettingProblem.of(KEY, "wrong", "a", "b");

    assertThat(FORM.text(KEY).problem("wrong", "a", "b")).isEqualTo(problem);
    assertThat(FORM.text(KEY).invalid("wrong", "a", "b").problem()).isEqualTo(problem);
  }

  private static Settings entered(String... values) {
    Map<String, List<String>> config = new HashMap<>();
    config.put(KEY, List.of(values));
    return Settings.of(config);
  }

  private static void assertProblem(Setting<?> setting, String text, SettingProblem problem) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> entered(text).get(setting))
        .returns(problem, InvalidSettingException::problem);
  }
}
