package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.reference.References;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.guard.Breaker;
import io.keycloakpools.userstorage.guard.BreakerLog;
import io.keycloakpools.userstorage.guard.Breakers;
import io.keycloakpools.userstorage.guard.Cleaner;
import io.keycloakpools.userstorage.guard.Guard;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.keycloakpools.userstorage.guard.TimeLimit;
import io.keycloakpools.userstorage.observe.ObservedPool;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.observe.PoolObservers;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.keycloak.cache.LocalCacheProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Lists the guards of a directory in their order; {@link Pool#tracedBy} adds the spans of a request
 * in front.
 */
record PoolOpener(Adapter adapter, Executor remoteCalls, PoolObservers observers) {

  /** A pool whose settings are invalid or not permitted is in an outage. */
  Pool open(KeycloakSession session, ComponentModel model, Settings settings) {
    Breakers breakers = new Breakers(new Breaker(), new Breaker());
    PoolObserver observer = observers.of(observed(session, model));
    try {
      UserPoolConfig config = UserPoolConfig.read(settings);
      adapter.permit(session.realms().getRealm(model.getParentId()), settings);
      List<Guard> guards =
          List.of(
              breakers,
              new Cleaner(model.getName(), model.getId()),
              observer.clock(),
              new TimeLimit(config.requestTimeout(), remoteCalls));
      Directory directory = adapter.open(session, settings, config, remoteCalls);
      return pool(
          session, model, config, breakers, observer, new GuardedDirectory(directory, guards));
    } catch (InvalidSettingException e) {
      UserPoolConfig defaults = UserPoolConfig.read(Settings.of(Map.of()));
      return pool(
          session,
          model,
          defaults,
          breakers,
          observer,
          GuardedDirectory.unusable(e).behind(observer.clock()));
    }
  }

  private static Pool pool(
      KeycloakSession session,
      ComponentModel model,
      UserPoolConfig config,
      Breakers breakers,
      PoolObserver observer,
      GuardedDirectory directory) {
    BreakerLog log = new BreakerLog(model.getName(), model.getId());
    log.follow(breakers.lookups(), "look-ups");
    log.follow(breakers.passwords(), "password checks");
    observer.watch(breakers);
    return new Pool(
        model.getId(),
        model.getName(),
        config,
        References.of(model.getConfig().get(References.KEY)),
        directory,
        observer,
        UnknownNames.create(session.getProvider(LocalCacheProvider.class)));
  }

  private static ObservedPool observed(KeycloakSession session, ComponentModel model) {
    RealmModel realm = session.realms().getRealm(model.getParentId());
    return new ObservedPool(
        realm.getId(), realm.getName(), model.getId(), model.getName(), model.getProviderId());
  }

  Directory directory(KeycloakSession session, Settings settings, UserPoolConfig config) {
    return new GuardedDirectory(
        adapter.open(session, settings, config, remoteCalls),
        List.of(new TimeLimit(config.requestTimeout(), remoteCalls)));
  }
}
