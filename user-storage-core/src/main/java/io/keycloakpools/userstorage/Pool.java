package io.keycloakpools.userstorage;

import io.keycloakpools.common.reference.References;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
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
record Pool(
    String id,
    String name,
    UserPoolConfig config,
    References references,
    Directory directory,
    PoolObserver observer,
    UnknownNames unknownNames)
    implements AutoCloseable {

  /** Whether the directory is the authority over a user. */
  boolean owns(UserModel user) {
    return id.equals(user.getFederationLink());
  }

  /** The pool for one request, whose spans show what it asks of the directory. */
  Pool tracedBy(TracingProvider tracing) {
    return new Pool(
        id, name, config, references, observer.traced(directory, tracing), observer, unknownNames);
  }

  @Override
  public void close() {
    directory.close();
    unknownNames.close();
  }
}
