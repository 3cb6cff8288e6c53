package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionFilterTest {

  @ParameterizedTest
  @CsvSource({
    "passwordpasswordpassword,password",
    "passwordPASSWORDPassWord,password",
    "abababababababab,ab",
    "aaaaaaaaaaaaaaaa,a",
    "abcdefghijklmnop,abc",
    "97531,975",
    "xpasswordypasswordz,xpasswordyz",
    "correct horse battery,correct horse battery",
    "ada.lovelace1815@example.org,.1815@",
    "İİİİİİ,İ",
    "'',''"
  })
  void whatIsSaidBeforeIsLeftOut(String text, String news) {
    assertThat(RepetitionFilter.of(text, List.of("ada", "lovelace", "example.org")))
        .isEqualTo(news);
  }
}
