package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Work for the worst passwords. zxcvbn4j alone takes 1.9 seconds for 64 of the symbols and 9.7
 * seconds for 128, and does not return for 4096.
 */
class StrengthMeterCostTest {

  private static final int[] LENGTHS = {16, 32, 33, 64, 128, 512, 4096};

  /** All symbols that zxcvbn reads as letters. */
  private static final String L33T = "48({[<3691!|70$5+%2@";

  private static final String KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./1234567890-=";

  private static final Zxcvbn ZXCVBN = new Zxcvbn();
  private static final List<String> KNOWN =
      IntStream.rangeClosed(1, 32).mapToObj("1"::repeat).toList();

  static Stream<Arguments> passwords() {
    return IntStream.of(LENGTHS)
        .boxed()
        .flatMap(
            length ->
                shapes(length).entrySet().stream()
                    .map(shape -> Arguments.of(shape.getKey(), length, shape.getValue())));
  }

  private static Map<String, String> shapes(int length) {
    Map<String, String> shapes = new LinkedHashMap<>();
    shapes.put("symbols at random", RandomText.of(L33T, length, 1));
    shapes.put("symbols repeated", repeated(L33T, length));
    shapes.put("symbols and capitals", RandomText.of(L33T + "PaSsWoRd", length, 2));
    shapes.put("symbols in halves", repeated(RandomText.of(L33T, length / 2, 3), length));
    shapes.put("words among symbols", repeated("p@$$w0rd|<{[(4dr4g0n+7", length));
    shapes.put("digits", RandomText.of("0123456789", length, 4));
    shapes.put("two digits", RandomText.of("01", length, 5));
    shapes.put("dates", repeated("01.02.1999,03/04/2001;1-1-91 2012/12/12", length));
    shapes.put("dates without separators", repeated("1121991311220", length));
    shapes.put("one letter", "a".repeat(length));
    shapes.put("what is known", "1".repeat(length));
    shapes.put("pairs", repeated("aabbccddeeffgghhiijjkkllmmnnoopp", length));
    shapes.put("keyboard walk", repeated(KEYS, length));
    shapes.put("keys at random", RandomText.of(KEYS, length, 6));
    shapes.put("sequence", sequence(length));
    shapes.put("all of ASCII", RandomText.of(RandomText.ASCII, length, 7));
    shapes.put("Unicode", RandomText.of("пароль密码éÅİßΣ😀\u200D\uDC00\uD800", length, 8));
    shapes.put("marks", repeated("p\u0301\u0300\u0323ä\u0315", length));
    shapes.put("what grows when it is decomposed", "\uFDFA".repeat(length));
    shapes.put("nothing that is seen", "\u200B".repeat(length));
    shapes.put("letters with gaps", repeated("p a s s w o r d ", length));
    shapes.put("wide symbols", repeated("＠｛［＜！｜＄＋４８３６９１０５２７", length));
    shapes.put("words", repeated("correct horse battery staple gibberish onion ", length));
    return shapes;
  }

  private static String repeated(String text, int length) {
    return text.repeat(length / text.length() + 1).substring(0, length);
  }

  private static String sequence(int length) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, length).forEach(at -> text.append((char) ('一' + at)));
    return text.toString();
  }

  /** Records the calls of zxcvbn for one rating. */
  private static final class Work {

    private final List<String> texts = new ArrayList<>();

    Strength measure(String text, List<String> known) {
      texts.add(text);
      assertThat(text.length()).isLessThanOrEqualTo(StrengthMeter.WINDOW);
      assertThat(Substitutions.readings(text)).isLessThanOrEqualTo(8);
      assertThat(known).hasSizeLessThanOrEqualTo(KNOWN.size());
      assertThat(known).allSatisfy(word -> assertThat(word.length()).isLessThanOrEqualTo(256));
      return ZXCVBN.measure(text, known);
    }
  }

  /**
   * zxcvbn's work grows with the length of a text and the number of its readings. Limits on calls,
   * length and readings therefore limit the work. They are counted, not timed, so the result is the
   * same everywhere.
   */
  @ParameterizedTest(name = "{0}, {1} characters")
  @MethodSource("passwords")
  void noPasswordAsksForMoreThanTheBound(String shape, int length, String password) {
    assertThat(password).hasSize(length);
    Work work = new Work();

    Rating unused = new StrengthMeter(work::measure).rate(password, KNOWN);

    int ratings = Folding.of(password).equals(password) ? 1 : 2;
    boolean isLong = length > StrengthMeter.WINDOW;
    // Nothing is left of a long text of known parts.
    int least = isLong ? 0 : ratings;
    int most = isLong ? ratings * StrengthMeter.WINDOWS : ratings;
    assertThat(work.texts).as(shape).hasSizeBetween(least, most);
  }
}
