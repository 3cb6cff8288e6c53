package io.keycloakpools.userstorage.lookup;

import io.keycloakpools.userstorage.answer.SignInContext;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.rules.Typed;
import java.util.Optional;

/**
 * Checks the password of a directory user without an account in the realm. The result only decides
 * whether the person may learn why they cannot sign in. {@link Pool#mayExplain} limits these
 * checks, because Keycloak has no user to count failures for.
 */
record PasswordProof(Pool pool, SignInContext context) {

  boolean isGivenBy(DirectoryUser user) {
    Optional<String> password = context.password().filter(Typed::mayBePassword);
    return password.isPresent()
        && pool.mayExplain(context.clientIp())
        && provedBy(
            pool.directory()
                .checkPassword(
                    new PasswordAttempt(
                        user.externalId(),
                        user.loginName(),
                        password.get(),
                        context.clientIp(),
                        Optional.of(user))),
            user.externalId());
  }

  private static boolean provedBy(PasswordCheck check, String externalId) {
    if (check instanceof PasswordCheck.Accepted accepted) {
      return accepted.user().externalId().equals(externalId);
    }
    return check instanceof PasswordCheck.AcceptedUnseen unseen
        && unseen.externalId().equals(externalId);
  }
}
