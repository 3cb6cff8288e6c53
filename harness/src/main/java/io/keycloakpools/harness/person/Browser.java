package io.keycloakpools.harness.person;

import io.keycloakpools.harness.JsonHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;

/**
 * A browser without JavaScript: cookies, redirects, pages. One browser is one person at one
 * machine; not thread-safe.
 */
public final class Browser {
  private static final int REDIRECTS = 20;

  private final RealmClient client;
  private final Cookies cookies;
  private String language = "en";

  public Browser(RealmClient client) {
    this(client, new Cookies());
  }

  private Browser(RealmClient client, Cookies cookies) {
    this.client = client;
    this.cookies = cookies;
  }

  /** Returns this browser at another application; both share cookies and session. */
  public Browser at(RealmClient other) {
    return new Browser(other, cookies);
  }

  public Browser language(String tag) {
    language = tag;
    return this;
  }

  public Page open() {
    return open(Map.of());
  }

  public Page open(Map<String, String> parameters) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client.clientId());
    query.put("redirect_uri", client.redirectUri().toString());
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("state", UUID.randomUUID().toString());
    query.putAll(parameters);
    return get(URI.create(client.endpoint("auth") + "?" + JsonHttp.encode(query)));
  }

  public LoginOutcome login(String username, String password) {
    return enter(open(), username, password).outcome();
  }

  public Page enter(Page page, String username, String password) {
    if (page.asks("username") && !page.asks("password")) {
      Page next = page.submit(Map.of("username", username));
      return next.asks("password") ? next.submit(Map.of("password", password)) : next;
    }
    if (!page.asks("username")) {
      return page.asks("password") ? page.submit(Map.of("password", password)) : page;
    }
    return page.submit(Map.of("username", username, "password", password));
  }

  public TokenAnswer exchange(LoginOutcome.SignedIn signedIn) {
    return new RealmTokenEndpoint(client)
        .ask(
            Map.of(
                "grant_type", "authorization_code",
                "code", signedIn.code(),
                "redirect_uri", client.redirectUri().toString()));
  }

  public Page forgotPassword() {
    return open().follow("/login-actions/reset-credentials");
  }

  public Page register() {
    return open().follow("/login-actions/registration");
  }

  /** Signs out as the application does; the cookies stay, the session does not. */
  public Page logout(TokenAnswer tokens) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id_token_hint", tokens.idToken());
    query.put("post_logout_redirect_uri", client.redirectUri().toString());
    return get(URI.create(client.endpoint("logout") + "?" + JsonHttp.encode(query)));
  }

  public Page get(URI url) {
    return go(JsonHttp.request(url).GET());
  }

  public Page post(URI url, Map<String, String> fields) {
    return go(
        JsonHttp.request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(JsonHttp.form(fields)));
  }

  RealmClient client() {
    return client;
  }

  private Page go(HttpRequest.Builder first) {
    long start = System.nanoTime();
    HttpResponse<String> response = send(first);
    for (int i = 0; i < REDIRECTS && response.headers().firstValue("Location").isPresent(); i++) {
      URI next = response.uri().resolve(response.headers().firstValue("Location").get());
      if (Outcomes.isBack(next, client)) {
        return page(next, response, "", start);
      }
      response = send(JsonHttp.request(next).GET());
    }
    return page(response.uri(), response, response.body(), start);
  }

  private Page page(URI url, HttpResponse<String> response, String html, long start) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new Page(
        this,
        url,
        response.statusCode(),
        response.headers(),
        Jsoup.parse(html, url.toString()),
        elapsed);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    URI url = request.build().uri();
    String held = cookies.header(url);
    if (!held.isEmpty()) {
      request.header("Cookie", held);
    }
    request.header("Accept", "text/html,application/xhtml+xml").header("Accept-Language", language);
    HttpResponse<String> response = JsonHttp.text(request.build());
    cookies.store(url, response.headers().allValues("Set-Cookie"));
    return response;
  }
}
