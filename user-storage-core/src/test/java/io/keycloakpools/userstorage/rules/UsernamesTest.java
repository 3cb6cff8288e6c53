package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A username equal to the external id {@code 5f3c} is opaque. */
final class UsernamesTest {

  @ParameterizedTest
  @CsvSource({
    // username, e-mail,       phone,  e-mail as username, expected
    "ada,       Ada@Example.com, +491, false, ada",
    "ADA,       ,                ,     false, ada",
    "5f3c,      Ada@Example.com, +491, false, ada@example.com",
    "5f3c,      ,                +491, false, +491",
    "5f3c,      ,                ,     false, 5f3c",
    "ada,       Ada@Example.com, +491, true,  ada@example.com",
    "Ada,       ,                +491, true,  ada",
    "5f3c,      Ada@Example.com, +491, true,  ada@example.com",
    "5f3c,      ,                +491, true,  +491",
    "5F3C,      Ada@Example.com, ,     false, 5f3c",
  })
  void usernameIs(
      String username, String email, String phone, boolean emailAsUsername, String expected) {
    DirectoryUser user =
        DirectoryUser.builder("5f3c", username).email(email, true).phoneNumber(phone).build();

    assertThat(Usernames.of(user, emailAsUsername)).isEqualTo(expected);
  }

  @Test
  void lowerCaseDoesNotDependOnTheServersLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(Usernames.of(DirectoryUser.builder("1", "INES").build(), false)).isEqualTo("ines");
    } finally {
      Locale.setDefault(before);
    }
  }
}
