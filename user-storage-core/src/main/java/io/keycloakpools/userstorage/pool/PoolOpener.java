package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.reference.References;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.guard.BoundedDirectory;
import io.keycloakpools.userstorage.guard.Breaker;
import io.keycloakpools.userstorage.guard.BreakerLog;
import io.keycloakpools.userstorage.guard.CleanDirectory;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.keycloakpools.userstorage.guard.UnusableDirectory;
import io.keycloakpools.userstorage.observe.ObservedPool;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.observe.PoolObservers;
import io.keycloakpools.userstorage.settings.InvalidSettingException;
import io.keycloakpools.userstorage.settings.Settings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.concurrent.Executor;
import org.keycloak.cache.LocalCacheProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Makes a pool out of a component: directory, time limit, clock, breakers.
 *
 * @param adapter opens the directory itself
 * @param remoteCalls for calls that are made beside each other
 */
record PoolOpener(Adapter adapter, Executor remoteCalls, PoolObservers observers) {

  /**
   * The pool of a component; one whose settings cannot work, or may not be used in its realm, is in
   * an outage.
   */
  Pool open(KeycloakSession session, ComponentModel model, Settings settings) {
    try {
      UserPoolConfig config = UserPoolConfig.read(settings);
      adapter.permit(session.realms().getRealm(model.getParentId()), settings);
      return pool(session, model, config, directory(session, settings, config));
    } catch (InvalidSettingException e) {
      UserPoolConfig defaults = UserPoolConfig.read(new Settings(key -> null, text -> text));
      return pool(session, model, defaults, new UnusableDirectory(e));
    }
  }

  private Pool pool(
      KeycloakSession session, ComponentModel model, UserPoolConfig config, Directory directory) {
    Breaker lookups = new Breaker();
    Breaker passwords = new Breaker();
    BreakerLog log = new BreakerLog(model.getName(), model.getId());
    log.follow(lookups, "look-ups");
    log.follow(passwords, "password checks");
    PoolObserver observer = observers.of(observed(session, model));
    GuardedDirectory guarded =
        new GuardedDirectory(
            new CleanDirectory(observer.timed(directory), model.getName(), model.getId()),
            lookups,
            passwords);
    observer.watch(guarded);
    return new Pool(
        model.getId(),
        model.getName(),
        config,
        References.of(model.getConfig().get(References.KEY)),
        guarded,
        observer,
        UnknownNames.create(session.getProvider(LocalCacheProvider.class)));
  }

  private static ObservedPool observed(KeycloakSession session, ComponentModel model) {
    RealmModel realm = session.realms().getRealm(model.getParentId());
    return new ObservedPool(
        realm.getId(), realm.getName(), model.getId(), model.getName(), model.getProviderId());
  }

  /** The directory alone, held to its time. */
  Directory directory(KeycloakSession session, Settings settings, UserPoolConfig config) {
    return new BoundedDirectory(
        adapter.open(session, settings, config, remoteCalls), config.requestTimeout(), remoteCalls);
  }
}
