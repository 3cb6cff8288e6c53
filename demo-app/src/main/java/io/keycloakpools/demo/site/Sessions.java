package io.keycloakpools.demo.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The browsers of the site, by cookie; in memory, and limited in number. */
final class Sessions {
  /** Cookies go to every port of 127.0.0.1 (RFC 6265, 8.5), so the name must be unique. */
  static final String COOKIE = "keycloak-pools-demo";

  private static final int MOST = 500;

  private final Map<String, BrowserSession> sessions =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BrowserSession> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<BrowserSession> of(String cookies) {
    return id(cookies).map(sessions::get);
  }

  /** Returns the cookie to set. */
  synchronized String open(BrowserSession session) {
    String id = Pending.random();
    sessions.put(id, session);
    return COOKIE + "=" + id + "; Path=/; HttpOnly; SameSite=Lax";
  }

  /** Changes the session's id: an id from before a sign-in is worth nothing after it. */
  synchronized String renew(String cookies, BrowserSession session) {
    id(cookies).ifPresent(sessions::remove);
    return open(session);
  }

  private static Optional<String> id(String cookies) {
    return Arrays.stream(cookies.split(";", -1))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> cookie.substring(COOKIE.length() + 1))
        .findFirst();
  }
}
