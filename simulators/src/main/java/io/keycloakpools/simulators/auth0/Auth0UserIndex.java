package io.keycloakpools.simulators.auth0;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds users by sign-in name, case-insensitively, and by exact e-mail address. */
final class Auth0UserIndex {
  private record Login(String connection, String name) {}

  private final Map<Login, String> logins = new HashMap<>();
  private final Map<String, Set<String>> emails = new HashMap<>();

  void add(Auth0User user) {
    for (Auth0Identity identity : Identities.all(user)) {
      for (String name : Identities.loginNames(user, identity)) {
        String taken = logins.putIfAbsent(login(identity.connection(), name), user.userId());
        if (taken != null && !taken.equals(user.userId())) {
          remove(user);
          throw new IllegalStateException("The user already exists: " + name);
        }
      }
    }
    user.email()
        .ifPresent(
            email ->
                emails.computeIfAbsent(email, key -> new LinkedHashSet<>()).add(user.userId()));
  }

  void remove(Auth0User user) {
    for (Auth0Identity identity : Identities.all(user)) {
      for (String name : Identities.loginNames(user, identity)) {
        logins.remove(login(identity.connection(), name), user.userId());
      }
    }
    user.email().map(emails::get).ifPresent(ids -> ids.remove(user.userId()));
  }

  Optional<String> withLogin(String connection, String name) {
    return Optional.ofNullable(logins.get(login(connection, name)));
  }

  Set<String> withEmail(String email) {
    return emails.getOrDefault(email, Set.of());
  }

  private static Login login(String connection, String name) {
    return new Login(connection, name.toLowerCase(Locale.ROOT));
  }
}
