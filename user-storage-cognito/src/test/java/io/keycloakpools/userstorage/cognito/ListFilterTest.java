package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListFilterTest {

  /** One attribute, one operator, one quoted value, and nothing after it. */
  private static final Pattern FILTER =
      Pattern.compile("email = \"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "ada@example.com,          email = \"ada@example.com\"",
        "o'hara@example.com,       email = \"o'hara@example.com\"",
        "\",                       email = \"\\\"\"",
        "\\,                       email = \"\\\\\"",
        "\\\",                     email = \"\\\\\\\"\"",
        "\" or username = \"ada,   email = \"\\\" or username = \\\"ada\"",
        "a\" ^= \"b,               email = \"a\\\" ^= \\\"b\"",
      })
  void escapes(String value, String filter) {
    assertThat(ListFilter.equal("email", value)).isEqualTo(filter);
  }

  @Test
  void givesEveryValueBackAsItWasPutIn() {
    Random random = new Random(20261121);
    for (int i = 0; i < 5000; i++) {
      String value = text(random);
      Matcher filter = FILTER.matcher(ListFilter.equal("email", value));

      assertThat(filter.matches()).as(value).isTrue();
      assertThat(filter.group(1).replaceAll("\\\\([\"\\\\])", "$1")).isEqualTo(value);
    }
  }

  private static String text(Random random) {
    String letters = "\"\\ =^a@ü\n";
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
