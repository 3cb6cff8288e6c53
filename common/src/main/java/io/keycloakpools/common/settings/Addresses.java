package io.keycloakpools.common.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Server addresses that secrets may be sent to. */
public final class Addresses {

  /**
   * Literal loopback addresses (RFC 5735, RFC 4291) and {@code localhost}, which need no look-up.
   */
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private Addresses() {}

  /** Accepts HTTPS, or HTTP to this machine, without user, query or fragment. */
  public static Optional<URI> safe(String text) {
    try {
      URI address = new URI(text);
      boolean plain =
          address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getHost() != null;
      boolean safe =
          "https".equalsIgnoreCase(address.getScheme())
              || ("http".equalsIgnoreCase(address.getScheme())
                  && address.getHost() != null
                  && LOOPBACK.matcher(address.getHost()).matches());
      return plain && safe ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
