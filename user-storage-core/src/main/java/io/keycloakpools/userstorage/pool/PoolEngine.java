package io.keycloakpools.userstorage.pool;

import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.observe.PoolObservers;
import io.keycloakpools.userstorage.settings.Settings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/** The pools of one adapter on this node: opens, keeps, warms up and closes them. */
public final class PoolEngine implements AutoCloseable {

  private final Adapter adapter;
  private final RemoteCalls remoteCalls = new RemoteCalls();
  private final PoolObservers observers;
  private final Pools pools;
  private final PoolOpener opener;

  /**
   * @param metered whether the server shows metrics
   */
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

  /** The settings of a component as entered, with secrets of the vault in place of their keys. */
  public Settings settings(KeycloakSession session, ComponentModel model) {
    return form().settings(session, model);
  }

  public void permit(RealmModel realm, Settings settings) {
    adapter.permit(realm, settings);
  }

  /** The open pool of a component. */
  public Pool pool(KeycloakSession session, ComponentModel model) {
    return pools.get(model, () -> opener.open(session, model, settings(session, model)));
  }

  /** A directory to try settings with; the caller closes it. */
  public Directory directory(KeycloakSession session, Settings settings, UserPoolConfig config) {
    return opener.directory(session, settings, config);
  }

  /** What this node has seen of a pool, if the pool was used here. */
  public Optional<PoolObserver> observer(String componentId) {
    return observers.find(componentId);
  }

  /** Connects an enabled pool to its directory, in the background. */
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

  /** Closes a pool that was deleted. */
  public void forget(String componentId) {
    pools.forget(componentId);
  }

  /** Closes the pools of a realm that was deleted. */
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
