package io.keycloakpools.passwordpolicy.strength;

import java.util.Random;

/** Random text, the same for the same seed. */
final class RandomText {

  static final String ASCII = ascii();

  private RandomText() {}

  static String of(String alphabet, int length, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(length);
    for (int at = 0; at < length; at++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String ascii() {
    StringBuilder all = new StringBuilder();
    for (char each = '!'; each <= '~'; each++) {
      all.append(each);
    }
    return all.toString();
  }
}
