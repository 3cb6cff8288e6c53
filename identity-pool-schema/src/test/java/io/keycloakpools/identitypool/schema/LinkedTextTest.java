package io.keycloakpools.identitypool.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keycloakpools.identitypool.schema.LinkedText.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkedTextTest {

  @Test
  void textAndLinksAreTold() {
    assertThat(
            LinkedText.parts(
                "I accept the [terms](https://example.com/t?a=1&b=2), and [mail](mailto:a@b.example) me"))
        .extracting(Part::text, Part::address)
        .containsExactly(
            tuple("I accept the ", ""),
            tuple("terms", "https://example.com/t?a=1&b=2"),
            tuple(", and ", ""),
            tuple("mail", "mailto:a@b.example"),
            tuple(" me", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](javascript:alert)",
        "[x](http://example.com/)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](//example.com/)",
        "[x](/terms)",
        "[x](https:///terms)",
        "[x](https://bank.example@evil.example/)",
        "[x](https://example.com/\"onclick=alert)",
        "[x](https://exa mple.com/)",
        "[x](mailto:nobody)",
        "[](https://example.com/)",
        "[see below]",
        "<a href='https://example.com/'>x</a>"
      })
  void everythingElseIsText(String text) {
    assertThat(LinkedText.parts(text)).extracting(Part::address).containsOnly("");
    assertThat(LinkedText.withoutAddresses(text)).isEqualTo(text);
  }

  @Test
  void whereNothingCanBeClickedTheAddressIsReadOrLeftOut() {
    String text = "The [terms](https://example.com/t) by [mail](mailto:a@b.example)";

    assertThat(LinkedText.withAddresses(text))
        .isEqualTo("The terms (https://example.com/t) by mail (a@b.example)");
    assertThat(LinkedText.withoutAddresses(text)).isEqualTo("The terms by mail");
  }

  @Test
  void aTextOfBracketsTakesNoTime() {
    String brackets = "[".repeat(100_000) + "](".repeat(100_000);

    assertThat(LinkedText.withoutAddresses(brackets)).isEqualTo(brackets);
  }
}
