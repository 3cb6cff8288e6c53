package io.keycloakpools.identitypool.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Texts of an admin on Keycloak's pages: {@code advancedMsg} of the templates. */
final class ShownTextsTest {

  private static final Properties MESSAGES = new Properties();

  static {
    MESSAGES.setProperty("plan", "Your plan");
  }

  @Property
  void aTextIsShownAsItStandsUnlessItNamesAMessage(@ForAll("texts") String text) {
    String shown = shown(ShownTexts.drawn(text));

    assertThat(shown.replace("\u2060", ""))
        .isEqualTo(ShownTexts.isReference(text) ? ShownTexts.key(text) : text);
    // What the consoles take for the key of a message: isBundleKey of keycloak-ui-shared.
    assertThat(ShownTexts.drawn(text).contains("${")).isEqualTo(ShownTexts.isReference(text));
  }

  @Test
  void aWholeReferenceIsTheMessage() {
    assertThat(shown(ShownTexts.drawn("${plan}"))).isEqualTo("Your plan");
    assertThat(ShownTexts.drawn("Plan")).isEqualTo("Plan");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("$", "{", "}", "${", "'", "a", "0", " ", ",", "#", "plan", "choice")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts))
        .filter(text -> !text.equals("${plan}"));
  }

  /** As Keycloak's {@code AdvancedMessageFormatterMethod} does for one argument. */
  private static String shown(String text) {
    if (!text.startsWith("${") || !text.endsWith("}")) {
      return text;
    }
    String key = text.substring(2, text.length() - 1);
    String pattern = MESSAGES.getProperty(key, key);
    return new MessageFormat(pattern, Locale.ENGLISH).format(new Object[0]);
  }
}
