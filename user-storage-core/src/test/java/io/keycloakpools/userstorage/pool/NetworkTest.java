package io.keycloakpools.userstorage.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9",
    "fe80::1%eth0, fe80::2",
    "[2001:db8::1], 2001:db8::2",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::ffff:c000:201, 192.0.2.1"
  })
  void areOnePlace(String one, String other) {
    assertThat(Network.of(one)).isEqualTo(Network.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2",
    "::1, 127.0.0.1"
  })
  void areTwoPlaces(String one, String other) {
    assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
  }

  /** A proxy may forward a stranger's text, which must not be looked up. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "unknown", "host.example.com", "cafe", "a:b:c", "zz::1", ":::::", "1:2"})
  void otherTextIsAPlaceOfItsOwn(String text) {
    assertThat(Network.of(text)).isEqualTo(text);
  }

  @Test
  void anIpv6PlaceIsShownAsTheNetworkThatItIs() {
    assertThat(Network.of("2001:db8:1:2::7")).isEqualTo("20010db800010002/64");
  }
}
