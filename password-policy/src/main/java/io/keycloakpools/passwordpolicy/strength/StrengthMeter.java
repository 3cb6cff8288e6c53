package io.keycloakpools.passwordpolicy.strength;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.TimeEstimates;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Rates passwords with zxcvbn at bounded cost.
 *
 * <p>zxcvbn4j's work grows with the cube of the length (it looks up every substring and finds
 * repeats by backtracking), times the readings of symbols. So it rates at most {@value #WINDOW}
 * characters at once. In a longer text, {@link RepetitionFilter} drops repetitions and known texts;
 * the rest is rated in windows, whose guesses multiply, until they suffice for the highest strength
 * or {@value #WINDOWS} windows are read. Characters are 16 bits.
 *
 * <p>zxcvbn's lists have one spelling, so the result of {@link Folding} is rated as well, at most
 * doubling the work; the lower rating counts.
 *
 * <p>Thread-safe.
 */
public final class StrengthMeter {

  /** Later characters are ignored. */
  public static final int LONGEST = 4096;

  static final int WINDOW = 32;
  static final int WINDOWS = 4;

  /** Just over 10^10 guesses, zxcvbn's highest score. */
  private static final double SUFFICIENT_LOG10 = 10.1;

  private static final String KNOWN_DICTIONARY = "user_inputs";

  private final BiFunction<String, List<String>, com.nulabinc.zxcvbn.Strength> zxcvbn;

  /** For tests that count calls. */
  StrengthMeter(BiFunction<String, List<String>, com.nulabinc.zxcvbn.Strength> zxcvbn) {
    this.zxcvbn = zxcvbn;
  }

  /** Loaded on first use: the word lists take about 10 MB. */
  private static final class Shared {
    private static final StrengthMeter METER = new StrengthMeter(new Zxcvbn()::measure);
  }

  public static StrengthMeter shared() {
    return Shared.METER;
  }

  /**
   * Rates a password.
   *
   * @param known username, e-mail address, names
   */
  public Rating rate(String password, Collection<String> known) {
    String text = truncated(password);
    List<String> words = PersonalWords.from(known);
    Rating typedRating = rateText(text, words);
    String folded = truncated(Folding.of(text));
    List<String> foldedWords = PersonalWords.folded(words);
    if (folded.equals(text) && foldedWords.equals(words)) {
      return typedRating;
    }
    Rating foldedRating = rateText(folded, foldedWords);
    return foldedRating.guessesLog10() < typedRating.guessesLog10() ? foldedRating : typedRating;
  }

  private static String truncated(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private Rating rateText(String text, List<String> known) {
    if (text.length() <= WINDOW) {
      com.nulabinc.zxcvbn.Strength measured = measure(text, known);
      return rating(measured.getGuessesLog10(), measured.getScore(), feedback(measured));
    }
    return rateLong(text, known);
  }

  private Rating rateLong(String text, List<String> known) {
    String remainder = RepetitionFilter.of(text, known);
    double guessesLog10 = Math.log10((double) text.length() / Math.max(remainder.length(), 1));
    List<Findings> feedback = new ArrayList<>();
    if (remainder.length() <= text.length() / 2) {
      boolean isPersonal = RepetitionFilter.of(text, List.of()).length() > text.length() / 2;
      feedback.add(isPersonal ? Findings.PERSONAL : Findings.REPEATS);
    }
    for (int window = 0; window < WINDOWS && guessesLog10 < SUFFICIENT_LOG10; window++) {
      int start = window * WINDOW;
      if (start >= remainder.length()) {
        break;
      }
      com.nulabinc.zxcvbn.Strength measured =
          measure(remainder.substring(start, Math.min(start + WINDOW, remainder.length())), known);
      guessesLog10 += measured.getGuessesLog10();
      feedback.add(feedback(measured));
    }
    int score = TimeEstimates.guessesToScore(Math.pow(10, guessesLog10));
    return rating(guessesLog10, score, Findings.mostSpecific(feedback));
  }

  private com.nulabinc.zxcvbn.Strength measure(String text, List<String> known) {
    return zxcvbn.apply(Substitutions.withFewReadings(text), known);
  }

  private static Rating rating(double guessesLog10, int score, Findings findings) {
    Strength strength = Strength.ofScore(score);
    if (strength == Strength.VERY_STRONG) {
      return new Rating(strength, guessesLog10, Optional.empty(), Set.of());
    }
    Set<Advice> advice =
        findings.advice().isEmpty() ? EnumSet.of(Advice.ADD_ANOTHER_WORD) : findings.advice();
    return new Rating(strength, guessesLog10, findings.weakness(), advice);
  }

  private static Findings feedback(com.nulabinc.zxcvbn.Strength measured) {
    Feedback feedback = measured.getFeedback().withResourceBundle(MessageKeys.BUNDLE);
    Set<Advice> advice = EnumSet.noneOf(Advice.class);
    feedback.getSuggestions().forEach(key -> Advice.ofZxcvbn(key).ifPresent(advice::add));
    Optional<Weakness> weakness =
        longestIsKnown(measured)
            ? Optional.of(Weakness.PERSONAL)
            : Weakness.ofZxcvbn(feedback.getWarning());
    return new Findings(weakness, advice);
  }

  private static boolean longestIsKnown(com.nulabinc.zxcvbn.Strength measured) {
    return measured.getSequence().stream()
        .max(Comparator.comparingInt(Match::tokenLength))
        .filter(match -> match.pattern == Pattern.Dictionary)
        .filter(match -> KNOWN_DICTIONARY.equals(match.dictionaryName))
        .isPresent();
  }

  private record Findings(Optional<Weakness> weakness, Set<Advice> advice) {

    private static final Findings NONE = new Findings(Optional.empty(), Set.of());
    private static final Findings REPEATS =
        new Findings(
            Optional.of(Weakness.REPEATED_PATTERN),
            EnumSet.of(Advice.ADD_ANOTHER_WORD, Advice.AVOID_REPEATS));

    private static final Findings PERSONAL =
        new Findings(Optional.of(Weakness.PERSONAL), EnumSet.of(Advice.ADD_ANOTHER_WORD));

    static Findings mostSpecific(List<Findings> all) {
      return all.stream()
          .filter(findings -> findings.weakness().isPresent())
          .findFirst()
          .orElse(all.isEmpty() ? NONE : all.get(0));
    }
  }

  /** Returns zxcvbn's message keys, which are private. */
  private static final class MessageKeys extends ResourceBundle {

    private static final ResourceBundle BUNDLE = new MessageKeys();

    @Override
    protected Object handleGetObject(String key) {
      return key;
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.emptyEnumeration();
    }
  }
}
