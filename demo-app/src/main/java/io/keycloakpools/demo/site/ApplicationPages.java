package io.keycloakpools.demo.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

final class ApplicationPages {
  private static final Set<String> OF_PROTOCOL =
      Set.of(
          "exp",
          "iat",
          "auth_time",
          "jti",
          "iss",
          "aud",
          "typ",
          "azp",
          "nonce",
          "sid",
          "at_hash",
          "acr");

  private final Application application;
  private final OpenIdClient client;
  private final URI site;
  private final Sessions sessions;

  ApplicationPages(Application application, OpenIdClient client, URI site, Sessions sessions) {
    this.application = application;
    this.client = client;
    this.site = site;
    this.sessions = sessions;
  }

  SiteReply get(String page, Map<String, String> query, String cookies) {
    return switch (page) {
      case "" -> front(cookies);
      case "sign-in" -> begin(false, cookies);
      case "register" -> application.registers() ? begin(true, cookies) : SiteReply.notFound();
      case "callback" -> end(query, cookies);
      case "sign-out" -> signOut(cookies);
      default -> SiteReply.notFound();
    };
  }

  private SiteReply front(String cookies) {
    return sessions
        .of(cookies)
        .flatMap(browser -> browser.at(application))
        .map(this::welcome)
        .orElseGet(this::closed);
  }

  private SiteReply closed() {
    return SiteReply.page(
        application.title(),
        "<p>%s</p>%n<p class=\"actions\">%s</p>"
            .formatted(Html.text(application.description()), actions(application, site)));
  }

  static String actions(Application application, URI site) {
    String signIn = Html.link(application.signIn(site), "Sign in at " + application.named());
    return application.registers()
        ? signIn + " " + Html.link(application.register(site), "Register")
        : signIn;
  }

  private SiteReply welcome(SignedIn somebody) {
    return SiteReply.page(
        "Signed in at " + application.named() + " as " + somebody.name(),
        """
        <p class="actions">%s</p>
        <p>This is what Keycloak's ID token says:</p>
        <table>
        <thead><tr><th scope="col">Claim</th><th scope="col">Value</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        <h2>With the same session</h2>
        <p class="actions">%s</p>
        """
            .formatted(
                Html.link(application.signOut(site), "Sign out"),
                rows(somebody.claims(), false) + rows(somebody.claims(), true),
                others()));
  }

  private static String rows(JsonNode claims, boolean ofProtocol) {
    return claims.properties().stream()
        .filter(claim -> OF_PROTOCOL.contains(claim.getKey()) == ofProtocol)
        .map(
            claim ->
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>%n"
                    .formatted(Html.text(claim.getKey()), Html.text(value(claim.getValue()))))
        .collect(Collectors.joining());
  }

  private static String value(JsonNode claim) {
    return claim.isValueNode() ? claim.asText() : claim.toString();
  }

  private String others() {
    StringBuilder links = new StringBuilder();
    for (Application other : Application.values()) {
      if (other != application) {
        links.append(Html.link(other.signIn(site), "Go on to " + other.named())).append(' ');
      }
    }
    return links.toString();
  }

  private SiteReply begin(boolean registration, String cookies) {
    BrowserSession known = sessions.of(cookies).orElse(null);
    BrowserSession browser = known == null ? new BrowserSession() : known;
    Pending begun = browser.begin(application);
    URI page = registration ? client.registration(begun) : client.login(begun);
    return known == null ? SiteReply.to(page, sessions.open(browser)) : SiteReply.to(page);
  }

  private SiteReply end(Map<String, String> query, String cookies) {
    BrowserSession browser = sessions.of(cookies).orElseGet(BrowserSession::new);
    Pending begun = browser.end(application, query.getOrDefault("state", "")).orElse(null);
    if (begun == null || !client.isFrom(query.getOrDefault("iss", ""))) {
      return refused("This browser has not begun this sign-in, or has ended it already.");
    }
    if (!query.containsKey("code")) {
      return refused(
          query.getOrDefault("error", "No code")
              + " "
              + query.getOrDefault("error_description", ""));
    }
    try {
      browser.signIn(application, client.exchange(query.get("code"), begun));
    } catch (OpenIdClient.Refusal e) {
      return refused(e.getMessage());
    }
    return SiteReply.to(application.page(site), sessions.renew(cookies, browser));
  }

  private SiteReply refused(String reason) {
    return SiteReply.page(
        400,
        "Not signed in at " + application.named(),
        "<p>%s</p>%n<p class=\"actions\">%s</p>"
            .formatted(Html.text(reason), actions(application, site)));
  }

  private SiteReply signOut(String cookies) {
    return sessions
        .of(cookies)
        .flatMap(browser -> browser.signOut(application))
        .map(somebody -> SiteReply.to(client.logout(somebody, application.signedOut(site))))
        .orElseGet(() -> SiteReply.to(application.signedOut(site)));
  }
}
