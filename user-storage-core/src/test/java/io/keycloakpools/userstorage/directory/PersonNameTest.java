package io.keycloakpools.userstorage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    // given, family,   full,                 first,       last
    "Ada,     Lovelace, ,                     Ada,         Lovelace",
    "Ada,     Lovelace, Somebody Else,        Ada,         Lovelace",
    "Ada,     ,         Ada Lovelace,         Ada,",
    ",        Lovelace, Ada Lovelace,         ,            Lovelace",
    ",        ,         Ada Lovelace,         Ada,         Lovelace",
    ",        ,         Ada King Lovelace,    Ada King,    Lovelace",
    ",        ,         '  Ada   Lovelace  ', Ada,         Lovelace",
    ",        ,         Ada,                  Ada,",
    ",        ,         ,                     ,",
  })
  void firstAndLastNameAre(String given, String family, String full, String first, String last) {
    PersonName name = name(given, family, full);

    assertThat(name.first()).isEqualTo(Optional.ofNullable(first));
    assertThat(name.last()).isEqualTo(Optional.ofNullable(last));
  }

  /** Cognito stores a cleared attribute as empty text. */
  @ParameterizedTest
  @CsvSource({
    "'',  '',       '',           ,",
    "'',  '',       Ada Lovelace, Ada, Lovelace",
    "Ada, ' ',      '',           Ada,",
    "'',  Lovelace, '',           ,    Lovelace",
  })
  void aBlankNameIsNone(String given, String family, String full, String first, String last) {
    PersonName name = name(given, family, full);

    assertThat(name.first()).isEqualTo(Optional.ofNullable(first));
    assertThat(name.last()).isEqualTo(Optional.ofNullable(last));
  }

  private static PersonName name(String given, String family, String full) {
    return DirectoryUser.builder("1", "ada").name(given, family, full).build().name();
  }
}
