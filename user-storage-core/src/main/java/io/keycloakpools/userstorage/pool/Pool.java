package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.reference.References;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;
import org.keycloak.tracing.TracingProvider;

/**
 * One user pool of a realm.
 *
 * @param id component id
 * @param name what the admin called it
 * @param references what the settings name
 * @param observer sees what the pool does
 * @param unknownNames whom the directory did not know a moment ago
 */
public record Pool(
    String id,
    String name,
    UserPoolConfig config,
    References references,
    GuardedDirectory directory,
    PoolObserver observer,
    UnknownNames unknownNames)
    implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Pool.class);

  /** Whether the directory is the authority over a user. */
  public boolean owns(UserModel user) {
    return id.equals(user.getFederationLink());
  }

  /** The pool for one request, whose spans show what it asks of the directory. */
  public Pool tracedBy(TracingProvider tracing) {
    return new Pool(
        id,
        name,
        config,
        references,
        directory.behind(observer.spans(tracing)),
        observer,
        unknownNames);
  }

  /**
   * Whether somebody without a right password may hear more than that it is wrong. Directories
   * refuse some accounts whatever the password, which tells that there is such an account: whoever
   * heard that of too many names hears no more of it.
   */
  public boolean mayTell(Optional<String> address) {
    if (unknownNames.probing(address)) {
      return false;
    }
    if (unknownNames.count(address)) {
      tellOfProbing(address);
    }
    return true;
  }

  /** Said once for each place that came to the limit, however much it goes on. */
  public void tellOfProbing(Optional<String> address) {
    LOG.warnf(
        "User pool '%s' (%s) does not ask its directory about names from %s for the next %d s: %d"
            + " unknown names from one address. They are answered as unknown.",
        name,
        id,
        address.map(Network::of).orElse("?"),
        UnknownNames.LIFE.toSeconds(),
        UnknownNames.MOST_FROM_ONE_ADDRESS);
  }

  @Override
  public void close() {
    directory.close();
  }
}
