package io.keycloakpools.passwordpolicy.strength;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** zxcvbn's scores 0 to 4, weakest first. */
public enum Strength {
  /** Fewer than 10^3 guesses. */
  ANY(0),
  /** From 10^3 guesses. */
  WEAK(1),
  /** From 10^6 guesses. */
  FAIR(2),
  /** From 10^8 guesses. */
  STRONG(3),
  /** From 10^10 guesses. */
  VERY_STRONG(4);

  private final int score;

  Strength(int score) {
    this.score = score;
  }

  /**
   * @throws IllegalArgumentException if the score is not 0 to 4
   */
  static Strength ofScore(int score) {
    return Arrays.stream(values())
        .filter(each -> each.score == score)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("zxcvbn has no score " + score));
  }

  /**
   * Finds a strength by its name in settings.
   *
   * @param name such as {@code very_strong}
   */
  public static Optional<Strength> named(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
  }

  /** For messages, weakest first: {@code any, weak, ...}. */
  public static String names() {
    return Arrays.stream(values()).map(Strength::toString).collect(Collectors.joining(", "));
  }

  public boolean isAtLeast(Strength other) {
    return score >= other.score;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
