package io.keycloakpools.passwordpolicy.strength;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an attacker tries first: texts about the person and their parts. Of the e-mail address
 * {@code ada.lovelace@example.org} these are the whole, {@code ada.lovelace}, {@code example.org},
 * {@code ada}, {@code lovelace}, {@code example} and {@code org}.
 */
final class Known {

  private static final int MOST = 32;
  private static final int LONGEST = 256;
  private static final int SHORTEST = 2;
  private static final Pattern AT = Pattern.compile("@");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Known() {}

  /** Whole texts first, in lower case; at most {@value #MOST}. */
  static List<String> from(Collection<String> texts) {
    List<String> whole = texts.stream().map(Known::lower).toList();
    return Stream.of(
            whole.stream(),
            whole.stream().flatMap(AT::splitAsStream),
            whole.stream().flatMap(BETWEEN_WORDS::splitAsStream))
        .flatMap(each -> each)
        .filter(text -> text.length() >= SHORTEST)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** As {@link Folding} leaves them: parts were told apart before their gaps are gone. */
  static List<String> folded(List<String> known) {
    return known.stream()
        .map(text -> lower(Folding.of(text)))
        .filter(text -> text.length() >= SHORTEST)
        .distinct()
        .toList();
  }

  private static String lower(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.min(lower.length(), LONGEST));
  }
}
