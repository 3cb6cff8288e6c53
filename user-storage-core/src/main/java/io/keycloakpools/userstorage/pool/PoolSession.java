package io.keycloakpools.userstorage.pool;

import io.keycloakpools.userstorage.settings.UserPoolConfig;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.tracing.TracingProvider;

/** A pool of a realm, in one session of Keycloak. */
public record PoolSession(KeycloakSession session, RealmModel realm, Pool pool) {

  /** The same pool in the session of another transaction. */
  public PoolSession within(KeycloakSession own) {
    return new PoolSession(own, own.getContext().getRealm(), pool);
  }

  public PoolSession tracedBy(TracingProvider tracing) {
    return new PoolSession(session, realm, pool.tracedBy(tracing));
  }

  public UserPoolConfig config() {
    return pool.config();
  }

  public PoolReferences references() {
    return new PoolReferences(session, realm, pool.references());
  }
}
