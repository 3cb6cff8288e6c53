package io.keycloakpools.userstorage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactTest {

  @ParameterizedTest
  @CsvSource({
    "https://acme.example/password, https://acme.example/password",
    "HTTPS://acme.example, HTTPS://acme.example",
    "https://acme.example:8443/a?b=c&d=%20#e, https://acme.example:8443/a?b=c&d=%20#e",
    "help@acme.example, mailto:help@acme.example",
    "mailto:help@acme.example, mailto:help@acme.example",
    "mailto:help@acme.example?subject=Sign%20in, mailto:help@acme.example?subject=Sign%20in",
  })
  void supportIsAWebPageOrAnAddress(String entered, URI link) {
    assertThat(read("supportLink", entered).support()).contains(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://acme.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "//acme.example",
        "acme.example",
        "https://",
        "https://user:secret@acme.example",
        "https://acme.example/\"onclick=",
        "https://acme.example/<b>",
        "https://acme.example/a b",
        "https://acme.example/a/../b",
        "https://acme.example/%zz",
        "mailto:",
        "mailto:help",
        "mailto:help@acme.example\">",
        "call us",
      })
  void nothingElseBecomesALink(String entered) {
    assertThatThrownBy(() -> read("supportLink", entered))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("userPoolSettingSupportLink");
    assertThatThrownBy(() -> read("passwordChangeUrl", entered))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("userPoolSettingWebLink");
  }

  @Test
  void passwordsAreNotChangedByMail() {
    assertThatThrownBy(() -> read("passwordChangeUrl", "mailto:help@acme.example"))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void aLinkIsOfBoundedLength() {
    assertThatThrownBy(() -> read("supportLink", "https://acme.example/" + "a".repeat(1000)))
        .isInstanceOf(InvalidSettingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme Account", "AT&T 'one'", "Ämter & Ärzte", "${acmeName}"})
  void aNameIsTextOrAReference(String entered) {
    assertThat(read("displayName", entered).name()).contains(entered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>Acme</b>", "a > b", "two\nlines", "The ${acmeName}", "$5", "${a b}"})
  void aNameHasNoMarkup(String entered) {
    assertThatThrownBy(() -> read("displayName", entered))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("userPoolSettingName");
  }

  @Test
  void aNameIsOfBoundedLength() {
    assertThatThrownBy(() -> read("displayName", "a".repeat(101)))
        .isInstanceOf(InvalidSettingException.class);
  }

  private static Contact read(String key, String entered) {
    Map<String, List<String>> values = Map.of(key, List.of(entered));
    return Contact.read(new Settings(values::get, text -> text));
  }
}
