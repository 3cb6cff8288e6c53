package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptTest {

  /**
   * crypt_blowfish's wrapper.c, passwords in hexadecimal. Omits those of {@code $2a$} with bytes ff
   * before others: crypt_blowfish protects them against collisions with {@code $2x$}, and UTF-8
   * never contains ff.
   */
  @ParameterizedTest
  @CsvSource({
    "552a55, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
    "552a552a, $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
    "552a552a55, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
    "'', $2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
    "a3, $2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
    "ffffa3, $2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
    "ffffa3, $2y$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
    "ffffa3, $2b$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
    "a3, $2y$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
    "a3, $2a$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
    "a3, $2b$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
    "31a3333435, $2x$05$/OK.fbVrR/bpIqNJ5ianF.o./n25XVfn6oAPaUvHe.Csk4zRfsYPi",
    "ffa3333435, $2x$05$/OK.fbVrR/bpIqNJ5ianF.o./n25XVfn6oAPaUvHe.Csk4zRfsYPi",
    "ffa33334ffffffa3333435, $2x$05$/OK.fbVrR/bpIqNJ5ianF.o./n25XVfn6oAPaUvHe.Csk4zRfsYPi",
    "ffa33334ffffffa3333435, $2y$05$/OK.fbVrR/bpIqNJ5ianF.o./n25XVfn6oAPaUvHe.Csk4zRfsYPi",
    "ffa3333435, $2y$05$/OK.fbVrR/bpIqNJ5ianF.nRht2l/HRhr6zmCp9vYUvvsqynflf9e",
    "ffa3333435, $2a$05$/OK.fbVrR/bpIqNJ5ianF.nRht2l/HRhr6zmCp9vYUvvsqynflf9e",
    "a36162, $2a$05$/OK.fbVrR/bpIqNJ5ianF.6IflQkJytoRVc1yuaNtHfiuq.FRlSIS",
    "a36162, $2x$05$/OK.fbVrR/bpIqNJ5ianF.6IflQkJytoRVc1yuaNtHfiuq.FRlSIS",
    "a36162, $2y$05$/OK.fbVrR/bpIqNJ5ianF.6IflQkJytoRVc1yuaNtHfiuq.FRlSIS",
    "d191, $2x$05$6bNw2HLQYeqHYyBfLMsv/OiwqTymGIGzFsA4hOTWebfehXHNprcAS",
    "d0c1d2cfccd8, $2x$05$6bNw2HLQYeqHYyBfLMsv/O9LIGgn8OMzuDoHfof8AQimSGfcSWxnS",
  })
  void theVectorsOfCryptBlowfishHold(String hex, String hash) {
    byte[] password = HexFormat.of().parseHex(hex);
    Bcrypt bcrypt = (Bcrypt) ForeignHashes.parse(hash);

    assertThat(bcrypt.matches(password)).isTrue();
    assertThat(bcrypt.matches((hex + "!").getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(bcrypt.encoded()).isEqualTo(hash);
  }

  /** wrapper.c: "chars after 72 are ignored". */
  @ParameterizedTest
  @ValueSource(strings = {"chars after 72 are ignored", "", "anything"})
  void ofAnImportedHashOnly72BytesCount(String rest) {
    ForeignHash hash =
        ForeignHashes.parse("$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui");
    String start = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    assertThat(hash.matches(start + rest)).isTrue();
    assertThat(hash.matches(start.substring(1) + rest)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 36, 71, 72, 73, 144, 5000})
  void ofANewHashEveryByteCounts(int length) {
    String password = "é".repeat(length / 2) + "a".repeat(length % 2);

    Bcrypt hash = Bcrypt.of(password, 4);

    assertThat(hash.matches(password)).isTrue();
    assertThat(hash.matches(password + "x")).isFalse();
    assertThat(hash.matches(password.substring(0, password.length() - 1) + "x")).isFalse();
    assertThat(ForeignHashes.parse(hash.encoded())).isEqualTo(hash);
    assertThat(hash.encoded()).startsWith(length >= 72 ? "$wp$2y$04$" : "$2b$04$");
  }
}
