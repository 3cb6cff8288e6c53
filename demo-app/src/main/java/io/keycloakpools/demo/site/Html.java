package io.keycloakpools.demo.site;

import java.net.URI;

/** Pieces of HTML. All text goes through {@link #text}. */
final class Html {
  private Html() {}

  /** Can also be used inside quotes. */
  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String link(URI address, String words) {
    return link(address.toString(), words);
  }

  static String link(String address, String words) {
    return "<a href=\"" + text(address) + "\">" + text(words) + "</a>";
  }

  static String code(String raw) {
    return "<code>" + text(raw) + "</code>";
  }

  static String page(String heading, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <header><nav aria-label="Demo"><a href="/">Keycloak Pools demo</a> <a href="/mail">E-mail</a></nav></header>
        <main>
        <h1>%1$s</h1>
        %2$s
        </main>
        </body>
        </html>
        """
        .formatted(text(heading), body);
  }
}
