package io.keycloakpools.simulators.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** What Auth0 fills in when a user is created, as recorded: connection, name, picture, times. */
final class ProfileDefaults {
  private final Auth0Tenant tenant;
  private final InstantSource clock;

  ProfileDefaults(Auth0Tenant tenant, InstantSource clock) {
    this.tenant = tenant;
    this.clock = clock;
  }

  Auth0User fill(Auth0User user) {
    String connection = user.connection().orElseGet(() -> defaultConnection(user));
    requireKnown(user, connection);
    String name =
        user.email().or(user::username).or(() -> user.text("phone_number")).orElse(user.userId());
    String nickname = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    String now = Times.format(clock.instant());
    Auth0User.Builder filled = user.toBuilder().connection(connection);
    Map<String, String> defaults =
        Map.of(
            "name", name,
            "nickname", nickname,
            "picture", gravatar(name),
            "created_at", now,
            "updated_at", now);
    defaults.forEach(
        (member, value) -> {
          if (user.attribute(member).isMissingNode()) {
            filled.attribute(member, value);
          }
        });
    return filled.build();
  }

  private String defaultConnection(Auth0User user) {
    String provider = Identities.provider(user.userId());
    return provider.equals("auth0") ? tenant.connections().get(0).name() : provider;
  }

  private void requireKnown(Auth0User user, String connection) {
    if (Identities.provider(user.userId()).equals("auth0")
        && tenant.connection(connection).isEmpty()) {
      throw new IllegalStateException("No database connection " + connection);
    }
  }

  private static String gravatar(String address) {
    try {
      byte[] text = address.toLowerCase(Locale.ROOT).getBytes(UTF_8);
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
      return "https://s.gravatar.com/avatar/" + hash + "?s=480&r=pg";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
