package io.keycloakpools.demo.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The browsers that the site knows, by a cookie; in memory, and not too many. */
final class Sessions {
  /** Cookies go to every port of 127.0.0.1 (RFC 6265, 8.5), so the name is nobody else's. */
  static final String COOKIE = "keycloak-pools-demo";

  private static final int MOST = 500;

  private final Map<String, BrowserSession> sessions =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BrowserSession> eldest) {
          return size() > MOST;
        }
      };

  /** The session that a request's cookies name. */
  synchronized Optional<BrowserSession> of(String cookies) {
    return id(cookies).map(sessions::get);
  }

  /** A new session; returns the cookie to set. */
  synchronized String open(BrowserSession session) {
    String id = Pending.random();
    sessions.put(id, session);
    return COOKIE + "=" + id + "; Path=/; HttpOnly; SameSite=Lax";
  }

  /** The same session with a new id: an id from before a sign-in is worth nothing after it. */
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
