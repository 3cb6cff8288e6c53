package io.keycloakpools.simulators.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Identifies the application that calls the token endpoint ("Application Authentication Methods").
 */
final class ClientAuthentication {
  private static final String BASIC = "basic ";

  private record Credentials(AuthMethod method, String id, Optional<String> secret) {
    @Override
    public String toString() {
      return "Credentials[" + id + "]";
    }
  }

  private final Clients clients;

  ClientAuthentication(Clients clients) {
    this.clients = clients;
  }

  Auth0Client require(Auth0Call call) {
    Credentials given =
        call.request()
            .header("Authorization")
            .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(BASIC))
            .map(each -> basic(each.substring(BASIC.length())))
            .orElseGet(() -> post(call));
    return clients
        .find(given.id())
        .filter(client -> isRight(client, given))
        .orElseThrow(AuthenticationErrors::badClient);
  }

  private static boolean isRight(Auth0Client client, Credentials given) {
    return client.authMethod() == AuthMethod.NONE
        || (client.authMethod() == given.method()
            && given.secret().filter(client.secret()::equals).isPresent());
  }

  private static Credentials post(Auth0Call call) {
    return new Credentials(AuthMethod.POST, call.required("client_id"), call.text("client_secret"));
  }

  private static Credentials basic(String encoded) {
    try {
      String[] parts = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
      if (parts.length == 2) {
        return new Credentials(
            AuthMethod.BASIC,
            URLDecoder.decode(parts[0], UTF_8),
            Optional.of(URLDecoder.decode(parts[1], UTF_8)));
      }
    } catch (IllegalArgumentException e) {
      throw AuthenticationErrors.badClient();
    }
    throw AuthenticationErrors.badClient();
  }
}
