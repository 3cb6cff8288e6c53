package io.keycloakpools.passwordpolicy.strength;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts about a person and their parts: {@code ada.lovelace@example.org} also gives {@code
 * ada.lovelace}, {@code example.org}, {@code ada}, {@code lovelace}, {@code example}, {@code org}.
 */
final class PersonalWords {

  private static final int MAX_WORDS = 32;
  private static final int MAX_LENGTH = 256;
  private static final int MIN_LENGTH = 2;
  private static final Pattern AT = Pattern.compile("@");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private PersonalWords() {}

  /** Whole texts first, lower case, at most {@value #MAX_WORDS}. */
  static List<String> from(Collection<String> texts) {
    List<String> whole = texts.stream().map(PersonalWords::lower).toList();
    return Stream.of(
            whole.stream(),
            whole.stream().flatMap(AT::splitAsStream),
            whole.stream().flatMap(BETWEEN_WORDS::splitAsStream))
        .flatMap(each -> each)
        .filter(text -> text.length() >= MIN_LENGTH)
        .distinct()
        .limit(MAX_WORDS)
        .toList();
  }

  /** Folds after splitting, because {@link Folding} removes gaps. */
  static List<String> folded(List<String> known) {
    return known.stream()
        .map(text -> lower(Folding.of(text)))
        .filter(text -> text.length() >= MIN_LENGTH)
        .distinct()
        .toList();
  }

  private static String lower(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.min(lower.length(), MAX_LENGTH));
  }
}
