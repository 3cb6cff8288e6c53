package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pbkdf2Test {

  /**
   * SHA1: RFC 6070 without 16 million iterations, which exceed the bounds. SHA256: RFC 7914, 11.
   * SHA512: stackoverflow.com/questions/15593184, which trezor-firmware and others use.
   */
  @ParameterizedTest
  @CsvSource({
    "SHA1, password, salt, 1, 0c60c80f961f0e71f3a9b524af6012062fe037a6",
    "SHA1, password, salt, 2, ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957",
    "SHA1, password, salt, 4096, 4b007901b765489abead49d926f721d065a429c1",
    "SHA1, passwordPASSWORDpassword, saltSALTsaltSALTsaltSALTsaltSALTsalt, 4096, 3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
    "SHA256, passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
    "SHA256, Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
    "SHA512, password, salt, 1, 867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce",
    "SHA512, password, salt, 4096, d197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5143f30602641b3d55cd335988cb36b84376060ecd532e039b742a239434af2d5",
  })
  void thePublishedVectorsHold(
      HashFunction function, String password, String salt, int iterations, String hash) {
    Pbkdf2 pbkdf2 =
        new Pbkdf2(
            function, iterations, Bytes.ofText(salt), Bytes.of(HexFormat.of().parseHex(hash)));

    assertThat(pbkdf2.matches(password)).isTrue();
    assertThat(pbkdf2.matches(password + " ")).isFalse();
  }
}
