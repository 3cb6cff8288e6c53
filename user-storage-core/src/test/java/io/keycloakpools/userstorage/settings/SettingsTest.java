package io.keycloakpools.userstorage.settings;

import static io.keycloakpools.userstorage.settings.Entered.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

  private static final String KEY = "setting";

  @Nested
  final class Text {

    @Test
    void isTrimmed() {
      assertThat(entered("  a b\t").text(KEY)).contains("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void isAbsentWhenBlank(String blank) {
      assertThat(entered(blank).text(KEY)).isEmpty();
      assertThat(entered(blank).secret(KEY)).isEmpty();
      assertThat(entered(blank).url(KEY)).isEmpty();
      assertThat(entered(blank).map(KEY)).isEmpty();
      assertThat(entered(blank).flag(KEY, true)).isTrue();
      assertThat(entered(blank).number(KEY, 7, 1, 9)).isEqualTo(7);
      assertThat(entered(blank).choice(KEY, TemporaryPasswords.class, null)).isNull();
    }

    @Test
    void isAbsentWhenNothingWasEntered() {
      assertThat(entered().text(KEY)).isEmpty();
      assertThat(new Settings(key -> null, text -> text).text(KEY)).isEmpty();
    }

    @Test
    void ofAListLeavesOutWhatIsBlankOrMissing() {
      List<String> raw = new ArrayList<>(Arrays.asList(" a ", "", null, "b"));

      assertThat(new Settings(key -> raw, text -> text).list(KEY)).containsExactly("a", "b");
    }
  }

  @Nested
  final class Vault {

    @Test
    void isAskedForSecrets() {
      assertThat(entered("${vault.key}").secret(KEY)).contains("secret");
    }

    @Test
    void givesPlainSecretsBackAsTheyAre() {
      assertThat(entered("s3cret").secret(KEY)).contains("s3cret");
    }

    @Test
    void isAskedForNothingElse() {
      assertThat(entered("${vault.key}").text(KEY)).contains("${vault.key}");
      assertThat(entered("${vault.key}").list(KEY)).containsExactly("${vault.key}");
      assertProblem(() -> entered("${vault.key}").url(KEY), KEY, "poolSettingUrl", "${vault.key}");
    }
  }

  @Nested
  final class Switches {

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "' true ', true", "yes, false"})
    void areRead(String text, boolean expected) {
      assertThat(entered(text).flag(KEY, !expected)).isEqualTo(expected);
    }
  }

  @Nested
  final class ChoiceOf {

    @ParameterizedTest
    @CsvSource({"reject, REJECT", "require-change, REQUIRE_CHANGE", "' reject ', REJECT"})
    void oneOfTheWordsIsRead(String word, TemporaryPasswords expected) {
      assertThat(entered(word).choice(KEY, TemporaryPasswords.class, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "require_change", "accept"})
    void anotherWordIsRefusedWithTheWordsThereAre(String word) {
      assertProblem(
          () -> entered(word).choice(KEY, TemporaryPasswords.class, null),
          KEY,
          "poolSettingChoice",
          word,
          "reject, require-change");
    }
  }

  @Nested
  final class Numbers {

    @ParameterizedTest
    @CsvSource({"1, 1", "9, 9", "' 5 ', 5", "+5, 5"})
    void withinBoundsAreRead(String text, int expected) {
      assertThat(entered(text).number(KEY, 7, 1, 9)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "-5", "5.0", "five", "1e1", "99999999999"})
    void othersAreRefusedWithTheBounds(String text) {
      assertProblem(
          () -> entered(text).number(KEY, 7, 1, 9), KEY, "poolSettingNumber", text, "1", "9");
    }
  }

  @Nested
  final class Addresses {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://directory.example.com",
          "HTTPS://directory.example.com/path",
          "https://directory.example.com:8443/",
          "https://192.0.2.7",
          "http://localhost",
          "http://localhost:8080/path",
          "http://127.0.0.1:9229",
          "http://127.8.9.10",
          "http://[::1]:9229",
        })
    void thatAreEncryptedOrOnThisMachineAreRead(String text) {
      assertThat(entered(text).url(KEY)).contains(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://directory.example.com",
          "http://localhost.evil.example",
          "http://localhost.",
          "http://127.0.0.1.evil.example",
          "http://127.1",
          "http://127.0.0.1.",
          "http://127.0.0.999",
          "http://2130706433",
          "http://0.0.0.0",
          "http://[::]",
          "http://[::ffff:127.0.0.1]",
          "http://[::1].evil.example",
          "http://localhost@evil.example",
          "http://evil.example/localhost",
          "http://evil.example#localhost",
          "https://user@directory.example.com",
          "https://user:word@directory.example.com",
          "https://@directory.example.com",
          "https://directory.example.com?a=b",
          "https://directory.example.com?",
          "https://directory.example.com#part",
          "https://directory.example.com/#",
          "https://",
          "https:///path",
          "https:directory.example.com",
          "https://bad host",
          "https://good.example\\@evil.example",
          "ftp://localhost",
          "file:///etc/passwd",
          "localhost:8080",
          "directory.example.com",
          "//directory.example.com",
        })
    void othersAreRefused(String text) {
      assertProblem(() -> entered(text).url(KEY), KEY, "poolSettingUrl", text);
    }
  }

  @Nested
  final class Maps {

    @Test
    void areReadInTheirOrderAndTrimmed() {
      assertThat(
              entered("[{\"key\":\" b \",\"value\":\"1 \"},{\"key\":\"a\",\"value\":\"2\"}]")
                  .map(KEY))
          .containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
    }

    @Test
    void keepWhateverTheTextHolds() {
      assertThat(entered("[{\"key\":\"read:users\",\"value\":\"a/b \\\"c\\\" ü\"}]").map(KEY))
          .containsExactly(Map.entry("read:users", "a/b \"c\" ü"));
    }

    @Test
    void mayBeEmpty() {
      assertThat(entered("[]").map(KEY)).isEmpty();
    }

    @Test
    void passOverLinesThatWereLeftEmpty() {
      assertThat(
              entered("[{\"key\":\"\",\"value\":\" \"},{},{\"key\":\"a\",\"value\":\"b\"}]")
                  .map(KEY))
          .containsExactly(Map.entry("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a=b",
          "{\"a\":\"b\"}",
          "{\"key\":\"a\",\"value\":\"b\"}",
          "\"a\"",
          "null",
          "7",
          "[{\"key\":\"a\",\"value\":\"b\"}",
          "[\"a\"]",
          "[[\"a\",\"b\"]]",
          "[null]",
          "[{\"key\":\"a\",\"value\":\"b\"}] and more",
        })
    void thatAreNoListOfPairsAreRefused(String text) {
      assertProblem(() -> entered(text).map(KEY), KEY, "poolSettingMap");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[{\"key\":\"a\",\"value\":\"\"}]",
          "[{\"key\":\"\",\"value\":\"a\"}]",
          "[{\"key\":\"a\"}]",
          "[{\"value\":\"a\"}]",
          "[{\"key\":\"a\",\"value\":null}]",
        })
    void ofHalfAPairAreRefusedWithTheHalfThatIsThere(String text) {
      assertProblem(() -> entered(text).map(KEY), KEY, "poolSettingMapHalf", "a");
    }

    @Test
    void withAKeyTwiceAreRefused() {
      String twice = "[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\" a\",\"value\":\"2\"}]";

      assertProblem(() -> entered(twice).map(KEY), KEY, "poolSettingMapTwice", "a");
    }
  }

  @Test
  void aProblemNamesTheFieldForTheLog() {
    assertThat(Settings.problem("url", "poolSettingUrl", "x").problem())
        .returns("url", problem -> problem.field())
        .returns(List.of("x"), problem -> problem.arguments());
    assertThat(Optional.of(Settings.problem("url", "poolSettingUrl", "x").getMessage()))
        .contains("url: poolSettingUrl [x]");
  }

  private static Settings entered(String... values) {
    return new Entered().and(KEY, values).settings();
  }
}
