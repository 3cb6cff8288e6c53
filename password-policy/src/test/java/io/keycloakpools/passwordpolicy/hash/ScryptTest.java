package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScryptTest {

  /**
   * RFC 7914, 12. The second and fourth vectors, with p = 16 and N = 1048576, exceed the bounds.
   */
  @ParameterizedTest
  @CsvSource({
    "'', '', 4, 1, 1, 77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
    "pleaseletmein, SodiumChloride, 14, 8, 1, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
  })
  void theVectorsOfRfc7914Hold(String password, String salt, int logN, int r, int p, String hash) {
    Scrypt scrypt =
        new Scrypt(logN, r, p, Bytes.ofText(salt), Bytes.of(HexFormat.of().parseHex(hash)));

    assertThat(scrypt.matches(password)).isTrue();
    assertThat(scrypt.matches(password + " ")).isFalse();
  }

  @Test
  void theCostOfTheFourthVectorIsRefused() {
    Bytes hash = Bytes.of(new byte[64]);

    assertThatThrownBy(() -> new Scrypt(20, 8, 1, Bytes.ofText("SodiumChloride"), hash))
        .isInstanceOfSatisfying(
            RefusedHashException.class,
            e -> assertThat(e.reason()).isEqualTo(RefusedHashException.Reason.COST));
  }
}
