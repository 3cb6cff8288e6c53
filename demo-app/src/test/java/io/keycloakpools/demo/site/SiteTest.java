package io.keycloakpools.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.demo.mail.MailCatcher;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.person.RealmClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
  private static final URI KEYCLOAK = URI.create("http://127.0.0.1:1");

  private final MailCatcher catcher = MailCatcher.start();
  private final Site site = Site.onPort(0, catcher);

  @BeforeEach
  void open() {
    Guide guide =
        new Guide(
            List.of(new Guide.Place("Admin console", KEYCLOAK, "user <admin>")),
            "pass<word",
            List.of(
                new Guide.Directory(
                    "pool",
                    "about \"it\"",
                    List.of(new Guide.Somebody("o'neil", "<script>alert(1)</script>")),
                    Map.of("Domain", "http://127.0.0.1:2"))),
            List.of(
                Guide.Step.of(
                    "Try <it>",
                    new Guide.Say("a & b"),
                    new Guide.Command("set \"ada\""),
                    new Guide.Open(KEYCLOAK),
                    new Guide.Enter("Name", "<x>"))));
    site.open(
        guide,
        each ->
            new RealmClient(
                KEYCLOAK, "demo", each.id(), Optional.of("secret"), each.callback(site.address())));
  }

  @AfterEach
  void close() {
    site.close();
    catcher.close();
  }

  @Test
  void nothingOnTheStartPageIsMarkupButOurs() {
    HttpResponse<String> page = get("/", "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Try &lt;it&gt;", "a &amp; b")
        .contains("set &quot;ada&quot;", "o&#39;neil", "pass&lt;word")
        .doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/mail", "/shop", "/shop/callback", "/nothing", "/style.css"})
  void everyAnswerForbidsForeignContent(String path) {
    assertThat(get(path, "").headers().firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'");
  }

  @Test
  void aSignInBeginsWithStateNonceAndCodeChallenge() {
    HttpResponse<String> answer = get("/shop/sign-in", "");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(KEYCLOAK + "/realms/demo/protocol/openid-connect/auth?")
        .contains("client_id=shop", "response_type=code", "code_challenge_method=S256")
        .containsPattern("[?&]state=[\\w-]{43}(&|$)")
        .containsPattern("[?&]nonce=[\\w-]{43}(&|$)")
        .containsPattern("[?&]code_challenge=[\\w-]{43}(&|$)")
        .contains(
            "redirect_uri="
                + JsonHttp.encode(Application.SHOP.callback(site.address()).toString()));
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void peopleRegisterAtTheShopOnly() {
    assertThat(get("/shop/register", "").headers().firstValue("Location").orElseThrow())
        .contains("/registrations?");
    assertThat(get("/portal/register", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aCodeThatThisBrowserDidNotAskForIsNotTaken() {
    String state = state(get("/shop/sign-in", ""));
    String callback = "/shop/callback?code=x&iss=" + KEYCLOAK + "/realms/demo&state=" + state;

    HttpResponse<String> page = get(callback, "");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("This browser has not begun this sign-in");
  }

  @Test
  void aStateIsGoodAtItsApplicationAndForItsRealmOnly() {
    HttpResponse<String> begun = get("/shop/sign-in", "");
    String cookie = cookie(begun);

    assertThat(
            get(
                    "/portal/callback?code=x&iss="
                        + KEYCLOAK
                        + "/realms/demo&state="
                        + state(begun),
                    cookie)
                .body())
        .contains("has not begun this sign-in");
    String other = state(get("/shop/sign-in", cookie));
    assertThat(get("/shop/callback?code=x&iss=http://evil.example&state=" + other, cookie).body())
        .contains("has not begun this sign-in");
  }

  @Test
  void whatKeycloakRefusesIsShownAsText() {
    HttpResponse<String> begun = get("/shop/sign-in", "");
    HttpResponse<String> page =
        get(
            "/shop/callback?error=access_denied&error_description=%3Cb%3E&iss="
                + KEYCLOAK
                + "/realms/demo&state="
                + state(begun),
            cookie(begun));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("access_denied &lt;b&gt;");
  }

  @Test
  void anotherHostNameGetsNothing() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /mail HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421")
          .doesNotContain("E-mail</h1>");
    }
  }

  @Test
  void pagesAreOnlyRead() {
    HttpRequest post =
        JsonHttp.request(URI.create(site.address() + "/"))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertThat(JsonHttp.text(post).statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> get(String path, String cookie) {
    HttpRequest.Builder request = JsonHttp.request(URI.create(site.address() + path)).GET();
    return JsonHttp.text(
        cookie.isEmpty() ? request.build() : request.header("Cookie", cookie).build());
  }

  private static String state(HttpResponse<String> begun) {
    return begun
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceAll(".*[?&]state=([\\w-]+).*", "$1");
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }
}
