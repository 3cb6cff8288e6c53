package io.keycloakpools.passwordpolicy.strength;

import java.text.Normalizer;
import java.util.Map;

/**
 * Removes what hides a word from zxcvbn but not from people: compatibility forms (NFKD), accents,
 * invisible characters, gaps, look-alike letters of other scripts. {@code pässwörd}, {@code
 * ｐａｓｓｗｏｒｄ} and {@code p a s s w o r d} become {@code password}. Linear time.
 */
final class Folding {

  /** Latin letters with strokes, which do not decompose; Cyrillic; Greek. */
  private static final String ALIKE =
      "ØøŁłĐđÐðĦħŦŧƗɨɃƀıȷɑɡ" + "АВЕКМНОРСТУХІЈЅавекмнорстухіјѕһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχω";

  /** The similar Latin letters, from the confusables of UTS 39. */
  private static final String LATIN =
      "OoLlDdDdHhTtIiBbijag" + "ABEKMHOPCTYXIJSabekmhopctyxijshdqw" + "ABEZHIKMNOPTYXaikvoptuxw";

  private static final Map<Integer, String> LIGATURES =
      Map.of(
          (int) 'ß', "ss", (int) 'ẞ', "SS", (int) 'æ', "ae", (int) 'Æ', "AE", (int) 'œ', "oe",
          (int) 'Œ', "OE");

  /** Blank despite their categories: Hangul fillers, Braille's blank. */
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

  /** Keeps blanks between words, as in a passphrase, but not around a single letter. */
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

  /** Marks of one script, such as Hindi and Thai vowels, belong to the word. */
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
