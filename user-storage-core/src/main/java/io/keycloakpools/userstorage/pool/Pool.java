package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.reference.References;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;
import org.keycloak.tracing.TracingProvider;

/** One user pool of a realm. */
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

  public boolean owns(UserModel user) {
    return id.equals(user.getFederationLink());
  }

  /** Adds spans to the calls of one request. */
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
   * Whether a refusal may be explained. Directories refuse some accounts whatever the password,
   * which reveals that they exist; one address may learn this of a limited number of names only.
   */
  public boolean mayExplain(Optional<String> address) {
    if (unknownNames.probing(address)) {
      return false;
    }
    if (unknownNames.count(address)) {
      warnOfProbing(address);
    }
    return true;
  }

  /** Logged once for each address that reaches the limit. */
  public void warnOfProbing(Optional<String> address) {
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
