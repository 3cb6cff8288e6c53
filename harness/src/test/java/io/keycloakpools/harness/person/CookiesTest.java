package io.keycloakpools.harness.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CookiesTest {
  private static final URI LOGIN = URI.create("http://127.0.0.1:8080/realms/a/login");
  private final Cookies cookies = new Cookies();

  @Test
  void aSecureCookieComesBackToTheLoopbackInterface() {
    store("AUTH=x=;Version=1;Path=/realms/a/;Secure;HttpOnly;SameSite=None");

    assertThat(cookies.header(LOGIN)).isEqualTo("AUTH=x=");
  }

  @Test
  void aCookieStaysBelowItsPathAndHost() {
    store("A=1;Path=/realms/a/");

    assertThat(cookies.header(URI.create("http://127.0.0.1:8080/realms/ab/login"))).isEmpty();
    assertThat(cookies.header(URI.create("http://localhost:8080/realms/a/login"))).isEmpty();
  }

  @Test
  void theLongerPathComesFirst() {
    store("A=1;Path=/", "B=2;Path=/realms/a");

    assertThat(cookies.header(LOGIN)).isEqualTo("B=2; A=1");
  }

  @Test
  void aCookieIsReplacedAndRemoved() {
    store("A=1;Path=/", "A=2;Path=/", "B=1;Path=/", "B=;Path=/;Max-Age=0");

    assertThat(cookies.header(LOGIN)).isEqualTo("A=2");
  }

  @Test
  void anExpiryDateInThePastRemoves() {
    store("A=1;Path=/", "B=1;Path=/");

    store("A=;Path=/;Expires=Thu, 01-Jan-1970 00:00:10 GMT");
    store("B=;Path=/;Expires=Thu, 01 Jan 1970 00:00:10 GMT");

    assertThat(cookies.names()).isEmpty();
  }

  private void store(String... headers) {
    cookies.store(LOGIN, List.of(headers));
  }
}
