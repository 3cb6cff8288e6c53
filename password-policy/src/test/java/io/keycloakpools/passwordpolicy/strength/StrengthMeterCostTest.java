package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the worst passwords cost. zxcvbn4j alone takes 1.9 seconds for 64 of the symbols, 9.7
 * seconds for 128 and does not come back from 4096.
 */
class StrengthMeterCostTest {

  /**
   * A long password costs about as much as one of a window; zxcvbn alone takes 400 times as much.
   */
  private static final int TIMES = 20;

  private static final int ROUNDS = 10;
  private static final int[] LENGTHS = {16, 32, 33, 64, 128, 512, 4096};

  /** All symbols that zxcvbn reads as letters. */
  private static final String L33T = "48({[<3691!|70$5+%2@";

  private static final String KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./1234567890-=";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
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

  private static Duration ofOneWindow;

  @BeforeAll
  static void measureThoseOfOneWindow() {
    for (int round = 0; round < 3; round++) {
      passwords().forEach(each -> rate((String) each.get()[2]));
    }
    ofOneWindow =
        shapes(StrengthMeter.WINDOW).values().stream()
            .map(password -> costs(password).min(Duration::compareTo).orElseThrow())
            .max(Duration::compareTo)
            .orElseThrow();
  }

  private static void rate(String password) {
    StrengthMeter.shared().rate(password, KNOWN);
  }

  /**
   * In time of this thread on a core, next to the costliest password that is rated as it is, on the
   * same machine in the same run; a few times, until the compiler of the JVM had its turn.
   */
  @ParameterizedTest(name = "{0}, {1} characters")
  @MethodSource("passwords")
  void noPasswordCostsMuchMoreThanOneOfAWindow(String shape, int length, String password) {
    assertThat(password).hasSize(length);
    assertThat(costs(password))
        .anySatisfy(cost -> assertThat(cost).isLessThan(ofOneWindow.multipliedBy(TIMES)));
  }

  private static Stream<Duration> costs(String password) {
    return Stream.generate(() -> cost(password)).limit(ROUNDS);
  }

  private static Duration cost(String password) {
    long start = THREADS.getCurrentThreadCpuTime();
    rate(password);
    return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
  }
}
