package io.keycloakpools.demo.site;

import java.net.URI;
import java.util.Map;

record SiteReply(int status, Map<String, String> headers, String body) {
  private static final String TYPE = "Content-Type";

  static SiteReply page(String heading, String body) {
    return page(200, heading, body);
  }

  static SiteReply page(int status, String heading, String body) {
    return new SiteReply(
        status, Map.of(TYPE, "text/html; charset=utf-8"), Html.page(heading, body));
  }

  static SiteReply style(String css) {
    return new SiteReply(200, Map.of(TYPE, "text/css; charset=utf-8"), css);
  }

  static SiteReply to(URI address) {
    return new SiteReply(303, Map.of("Location", address.toString()), "");
  }

  static SiteReply notFound() {
    return page(404, "There is no such page", "<p>" + Html.link("/", "Start page") + "</p>");
  }

  static SiteReply to(URI address, String cookie) {
    return new SiteReply(303, Map.of("Location", address.toString(), "Set-Cookie", cookie), "");
  }

  /** Hides the content: an address may hold a code. */
  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
