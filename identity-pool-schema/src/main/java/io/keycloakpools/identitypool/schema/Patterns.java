package io.keycloakpools.identitypool.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import io.keycloakpools.identitypool.json.Bounds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Regular expressions that match in linear time, by re2j. JSON Schema asks for those of ECMAScript;
 * lookaround and back references cannot be linear and are refused.
 */
public final class Patterns {

  private static final java.util.regex.Pattern UNICODE_ESCAPE =
      java.util.regex.Pattern.compile("((?:^|[^\\\\])(?:\\\\\\\\)*)\\\\u([0-9a-fA-F]{4})");

  /** The ranges of a class such as {@code \p{L}} take the memory of so many steps. */
  private static final int UNICODE_CLASS = 130;

  private Patterns() {}

  public static Optional<String> problem(String pattern) {
    if (isLarge(pattern)) {
      return Optional.of("identityLintPatternSize");
    }
    try {
      return compile(pattern).programSize() > Bounds.PATTERN_STEPS * 2
          ? Optional.of("identityLintPatternSize")
          : Optional.empty();
    } catch (PatternSyntaxException | StackOverflowError e) {
      return Optional.of("identityLintPattern");
    }
  }

  private static boolean isLarge(String pattern) {
    return pattern.length() > Bounds.PATTERN_LENGTH || steps(pattern) > Bounds.PATTERN_STEPS;
  }

  /** The memory of a pattern, in steps; 0 for a refused one. */
  public static long weight(String pattern) {
    if (isLarge(pattern)) {
      return 0;
    }
    long classes = 0;
    for (int i = 0; i + 1 < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
        classes += pattern.charAt(i) == 'p' || pattern.charAt(i) == 'P' ? 1 : 0;
      }
    }
    return steps(pattern) + classes * UNICODE_CLASS;
  }

  /**
   * @param pattern without a {@link #problem}
   */
  static RegularExpression linear(String pattern) {
    Pattern compiled = compile(pattern);
    int size = compiled.programSize();
    return text -> {
      Work.current().matching(size, text.length());
      return compiled.matcher(text).find();
    };
  }

  private static Pattern compile(String pattern) {
    String translated = pattern;
    String before;
    do {
      before = translated;
      translated = UNICODE_ESCAPE.matcher(translated).replaceAll("$1\\\\x{$2}");
    } while (!translated.equals(before));
    return Pattern.compile(translated);
  }

  private static long steps(String pattern) {
    Deque<long[]> groups = new ArrayDeque<>();
    groups.push(new long[2]); // What is complete, and the last atom, which may be repeated.
    for (int i = 0; i < pattern.length(); i++) {
      long[] group = groups.element();
      char c = pattern.charAt(i);
      if (c == '{' && repetitions(pattern, i) > 0) {
        group[1] = Math.min(group[1] * repetitions(pattern, i), Integer.MAX_VALUE);
        i = pattern.indexOf('}', i);
      } else if (c == '(') {
        groups.push(new long[2]);
      } else if (c == ')' && groups.size() > 1) {
        long[] closed = groups.pop();
        complete(groups.element(), 2 + closed[0] + closed[1]);
      } else {
        i = c == '\\' ? i + 1 : c == '[' ? endOfClass(pattern, i) : i;
        complete(group, 1);
      }
    }
    return groups.stream().mapToLong(group -> group[0] + group[1]).sum();
  }

  private static void complete(long[] group, long atom) {
    group[0] = Math.min(group[0] + group[1], Integer.MAX_VALUE);
    group[1] = atom;
  }

  private static int endOfClass(String pattern, int start) {
    for (int i = start + 2; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
      } else if (pattern.charAt(i) == ']') {
        return i;
      }
    }
    return start;
  }

  /** The count in {@code {n}}, {@code {n,}} or {@code {n,m}}; 0 for anything else. */
  private static int repetitions(String pattern, int start) {
    int end = pattern.indexOf('}', start);
    String inside = end < 0 ? "" : pattern.substring(start + 1, end);
    if (!inside.matches("\\d{1,4}(,\\d{0,4})?")) {
      return 0;
    }
    String[] bounds = inside.split(",", -1);
    int least = Integer.parseInt(bounds[0]);
    int most = bounds.length == 1 || bounds[1].isEmpty() ? least + 1 : Integer.parseInt(bounds[1]);
    return Math.max(1, Math.max(least, most));
  }
}
