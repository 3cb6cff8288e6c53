package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.observe.PoolObservers;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/** Opens, keeps, warms up and closes the pools of one adapter on this node. */
public final class PoolEngine implements AutoCloseable {

  private final Adapter adapter;
  private final RemoteCalls remoteCalls = new RemoteCalls();
  private final PoolObservers observers;
  private final Pools pools;
  private final PoolOpener opener;

  public PoolEngine(Adapter adapter, boolean metered) {
    this.adapter = adapter;
    this.observers = new PoolObservers(metered);
    this.pools = new Pools(observers::remove);
    this.opener = new PoolOpener(adapter, remoteCalls, observers);
  }

  public String providerId() {
    return adapter.providerId();
  }

  public PoolForm form() {
    return adapter.form();
  }

  public Settings settings(KeycloakSession session, ComponentModel model) {
    return form().settings(session, model);
  }

  public void permit(RealmModel realm, Settings settings) {
    adapter.permit(realm, settings);
  }

  public Pool pool(KeycloakSession session, ComponentModel model) {
    return pools.get(model, () -> opener.open(session, model, settings(session, model)));
  }

  /** A directory to try settings with; the caller closes it. */
  public Directory directory(KeycloakSession session, Settings settings, UserPoolConfig config) {
    return opener.directory(session, settings, config);
  }

  /** Empty if the pool was not used on this node. */
  public Optional<PoolObserver> observer(String componentId) {
    return observers.find(componentId);
  }

  /** Connects an enabled pool in the background. */
  public void warmUp(KeycloakSession session, ComponentModel model) {
    if (new UserStorageProviderModel(model).isEnabled()) {
      Directory directory = pool(session, model).directory();
      remoteCalls.execute(directory::warmUp);
    }
  }

  /** Closes a pool whose settings changed; the next request opens it again. */
  public void reopen(String componentId) {
    pools.remove(componentId);
  }

  public void forget(String componentId) {
    pools.forget(componentId);
  }

  public void forgetRealm(String realmId) {
    observers.ofRealm(realmId).forEach(pools::forget);
  }

  public void inBackground(Runnable task) {
    remoteCalls.execute(task);
  }

  @Override
  public void close() {
    pools.close();
    observers.close();
    remoteCalls.close();
  }
}
