package io.keycloakpools.harness.person;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cookies of one browser (RFC 6265). As browsers do, it treats the loopback interface as
 * secure: Keycloak marks its cookies {@code Secure} there even without TLS, and {@link
 * java.net.CookieManager} would never send them back.
 */
final class Cookies {
  private record Key(String host, String path, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int longerPathFirst = Integer.compare(other.path.length(), path.length());
      return longerPathFirst != 0 ? longerPathFirst : toString().compareTo(other.toString());
    }

    boolean matches(URI uri) {
      return host.equals(uri.getHost()) && underPath(uri.getPath());
    }

    private boolean underPath(String requested) {
      String folder = path.endsWith("/") ? path : path + "/";
      return requested.equals(path) || requested.startsWith(folder);
    }
  }

  private final Map<Key, String> values = new TreeMap<>();

  void store(URI uri, List<String> setCookieHeaders) {
    setCookieHeaders.forEach(header -> store(uri, header));
  }

  String header(URI uri) {
    return values.entrySet().stream()
        .filter(cookie -> cookie.getKey().matches(uri))
        .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  List<String> names() {
    return values.keySet().stream().map(Key::name).distinct().toList();
  }

  private void store(URI uri, String header) {
    String[] parts = header.split(";", -1);
    int equals = parts[0].indexOf('=');
    if (equals < 1) {
      return;
    }
    Map<String, String> attributes = attributes(parts);
    String path = attributes.getOrDefault("path", "/");
    Key key = new Key(uri.getHost(), path, parts[0].substring(0, equals).trim());
    if (expired(attributes)) {
      values.remove(key);
    } else {
      values.put(key, parts[0].substring(equals + 1).trim());
    }
  }

  private static Map<String, String> attributes(String[] parts) {
    Map<String, String> attributes = new TreeMap<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      String[] pair = part.trim().split("=", 2);
      attributes.put(pair[0].toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1] : "");
    }
    return attributes;
  }

  private static boolean expired(Map<String, String> attributes) {
    String maxAge = attributes.get("max-age");
    if (maxAge != null) {
      return Long.parseLong(maxAge) <= 0;
    }
    String expires = attributes.get("expires");
    return expires != null && HttpDates.parse(expires).isBefore(Instant.now());
  }
}
