package io.keycloakpools.simulators.cognito;

import java.util.Collection;
import java.util.Optional;

final class UserLookup {
  private final PoolSettings pool;
  private final Users users;

  UserLookup(PoolSettings pool, Users users) {
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
    return users.lookUp(UserIndex.SUB, sub).stream().findFirst();
  }

  private Optional<StoredUser> byName(String name) {
    return users.lookUp(UserIndex.USERNAME, name).stream().findFirst();
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
