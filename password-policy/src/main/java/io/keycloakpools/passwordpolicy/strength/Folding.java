package io.keycloakpools.passwordpolicy.strength;

import java.text.Normalizer;
import java.util.Map;

/**
 * What is left of a text when everything is taken away that hides a word from zxcvbn and not from
 * people: other forms of the same characters (NFKD), accents, characters that cannot be seen, gaps
 * between letters, and letters of other scripts that look like Latin ones. So {@code pässwörd},
 * {@code ｐａｓｓｗｏｒｄ} and {@code p a s s w o r d} become {@code password}. Takes time in proportion to
 * the length.
 */
final class Folding {

  /** Latin letters with strokes, which have no decomposition; Cyrillic; Greek. */
  private static final String ALIKE =
      "ØøŁłĐđÐðĦħŦŧƗɨɃƀıȷɑɡ" + "АВЕКМНОРСТУХІЈЅавекмнорстухіјѕһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχω";

  /** Below each the Latin letter that it looks like: a part of the confusables of UTS 39. */
  private static final String LATIN =
      "OoLlDdDdHhTtIiBbijag" + "ABEKMHOPCTYXIJSabekmhopctyxijshdqw" + "ABEZHIKMNOPTYXaikvoptuxw";

  private static final Map<Integer, String> LIGATURES =
      Map.of(
          (int) 'ß', "ss", (int) 'ẞ', "SS", (int) 'æ', "ae", (int) 'Æ', "AE", (int) 'œ', "oe",
          (int) 'Œ', "OE");

  /** Letters and symbols by their categories, and yet blank: Hangul fillers, Braille's blank. */
  private static final String BLANK = "\u115F\u1160\u3164\uFFA0\u2800";

  private Folding() {}

  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(character -> fold(folded, character));
    return withoutGaps(folded.toString());
  }

  private static void fold(StringBuilder folded, int character) {
    if (character == ' ') {
      folded.append(' ');
      return;
    }
    Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
        .codePoints()
        .filter(part -> !isHidden(part))
        .forEach(part -> append(folded, part));
  }

  /**
   * The space bar's blanks stay between words, as in a passphrase, and not around a single letter.
   */
  private static String withoutGaps(String text) {
    String[] words = text.split(" ", -1);
    StringBuilder closed = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      if (words[i - 1].length() > 1 && words[i].length() > 1) {
        closed.append(' ');
      }
      closed.append(words[i]);
    }
    return closed.toString();
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isAccent(character);
      default -> BLANK.indexOf(character) >= 0;
    };
  }

  /** Marks of one script, such as the vowels of Hindi and Thai, are a part of the word. */
  private static boolean isAccent(int mark) {
    return Character.UnicodeScript.of(mark) == Character.UnicodeScript.INHERITED;
  }

  private static void append(StringBuilder folded, int character) {
    int alike = ALIKE.indexOf(character);
    if (alike >= 0) {
      folded.append(LATIN.charAt(alike));
    } else if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
      folded.append((char) ('0' + Character.digit(character, 10)));
    } else if (LIGATURES.containsKey(character)) {
      folded.append(LIGATURES.get(character));
    } else {
      folded.appendCodePoint(character);
    }
  }
}
