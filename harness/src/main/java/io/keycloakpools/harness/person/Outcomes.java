package io.keycloakpools.harness.person;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

final class Outcomes {
  private Outcomes() {}

  static LoginOutcome of(Page page, RealmClient client) {
    Map<String, String> query = query(page.url());
    Duration elapsed = page.elapsed();
    if (isBack(page.url(), client)) {
      return query.containsKey("code")
          ? new LoginOutcome.SignedIn(query.get("code"), elapsed)
          : new LoginOutcome.SentBack(
              query.getOrDefault("error", ""),
              query.getOrDefault("error_description", ""),
              elapsed);
    }
    String error = page.error().orElse("");
    if (page.fields().isEmpty() && page.status() >= 400) {
      return new LoginOutcome.ErrorPage(page, page.status(), error, elapsed);
    }
    if (page.url().getPath().endsWith("/login-actions/required-action")) {
      String action = query.getOrDefault("execution", "");
      return new LoginOutcome.RequiredActionPage(page, action, elapsed);
    }
    return error.isEmpty()
        ? new LoginOutcome.OtherPage(page, elapsed)
        : new LoginOutcome.Refused(page, error, elapsed);
  }

  static boolean isBack(URI url, RealmClient client) {
    return url.toString().startsWith(client.redirectUri().toString());
  }

  static Map<String, String> query(URI url) {
    Map<String, String> fields = new HashMap<>();
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    for (String field : query.split("&", -1)) {
      String[] pair = field.split("=", 2);
      fields.put(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "");
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
