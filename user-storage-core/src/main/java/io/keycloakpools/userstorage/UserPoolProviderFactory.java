package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.directory.BoundedDirectory;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.settings.InvalidSettingException;
import io.keycloakpools.userstorage.settings.Settings;
import io.keycloakpools.userstorage.settings.SharedSettings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * What an adapter extends: it names itself and its settings, and opens its directory. All else is
 * shared.
 *
 * <p>Register the subclass in {@code
 * META-INF/services/org.keycloak.storage.UserStorageProviderFactory}.
 */
public abstract class UserPoolProviderFactory
    implements UserStorageProviderFactory<UserPoolProvider> {

  private final Pools pools = new Pools();
  private final RemoteCalls remoteCalls = new RemoteCalls();

  /** The settings of the directory, in the order of the form; the shared ones follow them. */
  protected abstract List<ProviderConfigProperty> directoryProperties();

  /**
   * Opens the directory, without asking it anything.
   *
   * @param session of the present request; the directory outlives it
   * @param settings what the admin entered
   * @param config the shared part of it
   * @param executor for calls that are made beside each other
   * @throws InvalidSettingException on a setting that cannot work
   */
  protected abstract Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor);

  @Override
  public final UserPoolProvider create(KeycloakSession session, ComponentModel model) {
    RealmModel realm = session.realms().getRealm(model.getParentId());
    return new UserPoolProvider(session, realm, pool(session, model));
  }

  @Override
  public final List<ProviderConfigProperty> getConfigProperties() {
    List<ProviderConfigProperty> form = new ArrayList<>(directoryProperties());
    form.addAll(SharedSettings.properties());
    return form;
  }

  /**
   * A component that is switched off is not tried: switching it off is what one does when the
   * directory is down.
   */
  @Override
  public final void validateConfiguration(
      KeycloakSession session, RealmModel realm, ComponentModel model) {
    try {
      Settings settings = settings(session, model);
      UserPoolConfig config = UserPoolConfig.read(settings);
      new RealmChecks(session, realm).check(config);
      try (Directory directory = bounded(session, settings, config)) {
        if (config.testConnection()
            && new UserStorageProviderModel(model).isEnabled()
            && directory.test() instanceof ConnectionTest.Fails fails) {
          throw new InvalidSettingException(fails.problem());
        }
      }
    } catch (InvalidSettingException e) {
      throw new SettingMessages(session, getConfigProperties()).refused(e.problem());
    }
  }

  @Override
  public final void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
    PoolProfile.declare(session);
    warmUp(session, model);
  }

  @Override
  public final void onUpdate(
      KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel after) {
    PoolProfile.declare(session);
    pools.remove(after.getId());
    warmUp(session, after);
  }

  @Override
  public final void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
    pools.remove(model.getId());
  }

  @Override
  public final void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent started) {
            remoteCalls.execute(() -> warmUpAll(started.getFactory()));
          }
        });
  }

  @Override
  public final void close() {
    pools.close();
    remoteCalls.close();
  }

  private Pool pool(KeycloakSession session, ComponentModel model) {
    return pools.get(model, () -> open(session, model));
  }

  private Pool open(KeycloakSession session, ComponentModel model) {
    Settings settings = settings(session, model);
    try {
      UserPoolConfig config = UserPoolConfig.read(settings);
      Directory directory = bounded(session, settings, config);
      return new Pool(model.getId(), model.getName(), config, directory);
    } catch (InvalidSettingException e) {
      UserPoolConfig defaults = UserPoolConfig.read(new Settings(key -> null, text -> text));
      return new Pool(model.getId(), model.getName(), defaults, new UnusableDirectory(e));
    }
  }

  private Directory bounded(KeycloakSession session, Settings settings, UserPoolConfig config) {
    return new BoundedDirectory(
        open(session, settings, config, remoteCalls), config.requestTimeout(), remoteCalls);
  }

  private static Settings settings(KeycloakSession session, ComponentModel model) {
    return new Settings(
        model.getConfig()::get, text -> session.vault().getStringSecret(text).get().orElse(text));
  }

  private void warmUp(KeycloakSession session, ComponentModel model) {
    if (new UserStorageProviderModel(model).isEnabled()) {
      Directory directory = pool(session, model).directory();
      remoteCalls.execute(directory::warmUp);
    }
  }

  private void warmUpAll(KeycloakSessionFactory factory) {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session ->
            session
                .realms()
                .getRealmsWithProviderTypeStream(UserStorageProvider.class)
                .toList()
                .forEach(realm -> warmUpRealm(session, realm)));
  }

  private void warmUpRealm(KeycloakSession session, RealmModel realm) {
    session.getContext().setRealm(realm);
    realm
        .getStorageProviders(UserStorageProvider.class)
        .filter(model -> getId().equals(model.getProviderId()))
        .forEach(
            model -> {
              PoolProfile.declare(session);
              warmUp(session, model);
            });
  }
}
