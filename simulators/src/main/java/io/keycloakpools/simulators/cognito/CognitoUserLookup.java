package io.keycloakpools.simulators.cognito;

import java.util.Collection;
import java.util.Optional;

final class CognitoUserLookup {
  private final CognitoPoolSettings pool;
  private final SimulatedCognitoUsers users;

  CognitoUserLookup(CognitoPoolSettings pool, SimulatedCognitoUsers users) {
    this.pool = pool;
    this.users = users;
  }

  Optional<StoredUser> forSignIn(String name) {
    return byName(name)
        .or(() -> first(pool.usernameAttributes(), name, false))
        .or(() -> first(pool.aliases(), name, true));
  }

  Optional<StoredUser> forAdmin(String name) {
    return forSignIn(name).or(() -> bySub(name));
  }

  Optional<StoredUser> bySub(String sub) {
    return users.lookUp(CognitoUserIndex.SUB, sub).stream().findFirst();
  }

  private Optional<StoredUser> byName(String name) {
    return users.lookUp(CognitoUserIndex.USERNAME, name).stream().findFirst();
  }

  private Optional<StoredUser> first(
      Collection<SignInAttribute> attributes, String value, boolean verifiedOnly) {
    return attributes.stream()
        .flatMap(
            attribute ->
                users.lookUp(attribute.attribute(), value).stream()
                    .filter(found -> !verifiedOnly || attribute.isVerifiedFor(found.user())))
        .findFirst();
  }
}
