package io.keycloakpools.userstorage;

import io.keycloakpools.common.AdapterApi;
import io.keycloakpools.common.federation.BulkActions;
import io.keycloakpools.common.federation.NothingToSynchronize;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.check.SettingsCheck;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.lifecycle.PoolLifecycle;
import io.keycloakpools.userstorage.pool.Adapter;
import io.keycloakpools.userstorage.pool.PoolEngine;
import io.keycloakpools.userstorage.pool.PoolFactory;
import io.keycloakpools.userstorage.pool.PoolForm;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.ImportSynchronization;
import org.keycloak.storage.user.SynchronizationResult;

/**
 * The base class of every adapter. An adapter names itself and its settings, and opens its
 * directory; everything else is shared.
 *
 * <p>Register the subclass in {@code
 * META-INF/services/org.keycloak.storage.UserStorageProviderFactory}.
 */
@AdapterApi
public abstract class UserPoolProviderFactory
    implements UserStorageProviderFactory<UserPoolProvider>,
        ImportSynchronization,
        BulkActions,
        PoolFactory {

  private PoolEngine engine = new PoolEngine(new OwnAdapter(), false);

  /** The directory's own settings, in the order of the form; the shared settings follow them. */
  protected abstract List<ProviderConfigProperty> directoryProperties();

  /**
   * Keys of shared settings that have no effect with this kind of directory. The form does not show
   * them; a stored value is kept and ignored.
   */
  protected Set<String> withoutEffect() {
    return Set.of();
  }

  /**
   * Opens the directory without sending it a request.
   *
   * @param session of the current request; the directory outlives it
   * @param settings as the admin entered them
   * @param config the shared settings
   * @param executor for concurrent calls
   * @throws InvalidSettingException if a setting cannot work
   */
  protected abstract Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor);

  /**
   * Reads the server's configuration for this kind of pool, {@code spi-storage--<id>}. Override it
   * if there is any.
   */
  protected void configure(Config.Scope config) {}

  /**
   * Checks whether the server's operator lets a realm use the settings. Override it where the
   * realm's admins may not decide that alone.
   *
   * @throws InvalidSettingException if the operator does not
   */
  protected void permit(RealmModel realm, Settings settings) {}

  private final class OwnAdapter implements Adapter {

    @Override
    public String providerId() {
      return getId();
    }

    @Override
    public PoolForm form() {
      return new PoolForm(directoryProperties(), withoutEffect());
    }

    @Override
    public Directory open(
        KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor) {
      return UserPoolProviderFactory.this.open(session, settings, config, executor);
    }

    @Override
    public void permit(RealmModel realm, Settings settings) {
      UserPoolProviderFactory.this.permit(realm, settings);
    }
  }

  @Override
  public final PoolEngine engine() {
    return engine;
  }

  @Override
  public final void init(Config.Scope config) {
    engine = new PoolEngine(new OwnAdapter(), config.root().getBoolean("metrics-enabled", false));
    configure(config);
  }

  @Override
  public final void postInit(KeycloakSessionFactory factory) {
    lifecycle().subscribe(factory);
  }

  @Override
  public final void close() {
    engine.close();
  }

  private PoolLifecycle lifecycle() {
    return new PoolLifecycle(engine);
  }

  @Override
  public final UserPoolProvider create(KeycloakSession session, ComponentModel model) {
    RealmModel realm = session.realms().getRealm(model.getParentId());
    return new UserPoolProvider(new PoolSession(session, realm, engine.pool(session, model)));
  }

  @Override
  public final List<ProviderConfigProperty> getConfigProperties() {
    return engine.form().shown();
  }

  @Override
  public final List<ProviderConfigProperty> getCommonProviderConfigProperties() {
    return Stream.concat(
            UserStorageProviderFactory.super.getCommonProviderConfigProperties().stream(),
            engine.form().hidden().stream())
        .toList();
  }

  /** Omits {@code synchronizable}, so that the form does not ask for synchronization periods. */
  @Override
  public final Map<String, Object> getTypeMetadata() {
    return Map.of();
  }

  @Override
  public final SynchronizationResult sync(
      KeycloakSessionFactory factory, String realmId, UserStorageProviderModel pool) {
    return new NothingToSynchronize("userPoolNothingToSynchronize");
  }

  @Override
  public final SynchronizationResult syncSince(
      Date last, KeycloakSessionFactory factory, String realmId, UserStorageProviderModel pool) {
    return sync(factory, realmId, pool);
  }

  @Override
  public final void validateConfiguration(
      KeycloakSession session, RealmModel realm, ComponentModel model) {
    if (!ComponentReferences.isFollowing(session, model)) {
      new SettingsCheck(session, realm, engine).beforeSave(model);
    }
  }

  @Override
  public final void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
    lifecycle().created(session, realm, model);
  }

  @Override
  public final void onUpdate(
      KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel after) {
    lifecycle().saved(session, realm, after);
  }

  @Override
  public final void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
    lifecycle().deleted(session, model);
  }

  /**
   * Does nothing, as with LDAP: linked users are imported again at the next sign-in; migrated users
   * stay.
   */
  @Override
  public final void beforeRemoval(KeycloakSession session, RealmModel realm, ComponentModel pool) {}

  @Override
  public final void beforeUnlinking(
      KeycloakSession session, RealmModel realm, ComponentModel pool) {
    lifecycle().requireUnlinkingLocksNobodyOut(session, realm, pool);
  }
}
