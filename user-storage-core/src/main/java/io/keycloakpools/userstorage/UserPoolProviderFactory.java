package io.keycloakpools.userstorage;

import io.keycloakpools.common.NothingToSynchronize;
import io.keycloakpools.common.federation.BulkActions;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.reference.ReferenceListener;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.observe.PoolObservers;
import io.keycloakpools.userstorage.settings.FormerSwitches;
import io.keycloakpools.userstorage.settings.InvalidSettingException;
import io.keycloakpools.userstorage.settings.Settings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.ImportSynchronization;
import org.keycloak.storage.user.SynchronizationResult;

/**
 * What an adapter extends: it names itself and its settings, and opens its directory. All else is
 * shared.
 *
 * <p>Register the subclass in {@code
 * META-INF/services/org.keycloak.storage.UserStorageProviderFactory}.
 */
public abstract class UserPoolProviderFactory
    implements UserStorageProviderFactory<UserPoolProvider>, ImportSynchronization, BulkActions {

  private final RemoteCalls remoteCalls = new RemoteCalls();
  private PoolObservers observers = new PoolObservers(false);
  private final Pools pools = new Pools(id -> observers.remove(id));

  /** The settings of the directory, in the order of the form; the shared ones follow them. */
  protected abstract List<ProviderConfigProperty> directoryProperties();

  /**
   * Keys of shared settings that never have an effect with this kind of directory. The form does
   * not show them; a stored value stays and does nothing.
   */
  protected Set<String> withoutEffect() {
    return Set.of();
  }

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

  /**
   * Reads what the server's operator says of this kind of pool, under {@code spi-storage--<id>}.
   * Overridden where there is something.
   */
  protected void configure(Config.Scope config) {}

  /**
   * Whether the server's operator lets a realm use the settings. Overridden where that is not for
   * the realm's admins alone to say.
   *
   * @throws InvalidSettingException when not
   */
  protected void permit(RealmModel realm, Settings settings) {}

  @Override
  public final void init(Config.Scope config) {
    observers = new PoolObservers(config.root().getBoolean("metrics-enabled", false));
    configure(config);
  }

  @Override
  public final UserPoolProvider create(KeycloakSession session, ComponentModel model) {
    RealmModel realm = session.realms().getRealm(model.getParentId());
    return new UserPoolProvider(session, realm, pool(session, model));
  }

  @Override
  public final List<ProviderConfigProperty> getConfigProperties() {
    return form().shown();
  }

  @Override
  public final List<ProviderConfigProperty> getCommonProviderConfigProperties() {
    return Stream.concat(
            UserStorageProviderFactory.super.getCommonProviderConfigProperties().stream(),
            form().hidden().stream())
        .toList();
  }

  /** All settings, as they are declared. */
  final PoolForm form() {
    return new PoolForm(directoryProperties(), withoutEffect());
  }

  /** The settings of a component, as they are entered. */
  final Settings settings(KeycloakSession session, ComponentModel model) {
    return PoolOpener.settings(session, model, withoutEffect());
  }

  /** Without {@code synchronizable}: the form does not ask for periods of a synchronization. */
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

  /**
   * A component that is switched off is not tried: switching it off is what one does when the
   * directory is down.
   */
  @Override
  public final void validateConfiguration(
      KeycloakSession session, RealmModel realm, ComponentModel model) {
    if (ComponentReferences.isFollowing(session, model)) {
      return;
    }
    boolean enabled = new UserStorageProviderModel(model).isEnabled();
    try {
      check(session, realm, model, config -> config.testConnection() && enabled);
      PoolReferences.all(session, realm).keep(model);
    } catch (InvalidSettingException e) {
      throw new SettingMessages(session, form().all()).refused(e.problem());
    }
  }

  /**
   * Checks settings as saving them would, and always asks the directory.
   *
   * @throws InvalidSettingException when they do not work
   */
  final void tryOut(KeycloakSession session, RealmModel realm, ComponentModel model) {
    check(session, realm, model, config -> true);
  }

  private void check(
      KeycloakSession session,
      RealmModel realm,
      ComponentModel model,
      Predicate<UserPoolConfig> asked) {
    RealmChecks checks = new RealmChecks(session, realm);
    FormerSwitches.replace(checks.stored(model), model.getConfig());
    Settings settings = settings(session, model);
    UserPoolConfig config = UserPoolConfig.read(settings);
    checks.check(model, config);
    permit(realm, settings);
    try (Directory directory = opener().directory(session, settings, config)) {
      if (asked.test(config) && directory.test() instanceof ConnectionTest.Fails fails) {
        throw new InvalidSettingException(fails.problem());
      }
    }
  }

  /** What this node has seen of a pool, if it was used here. */
  final Optional<PoolObserver> observer(String componentId) {
    return observers.find(componentId);
  }

  @Override
  public final void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
    new Declarations(session, realm).make(model);
    warmUp(session, model);
  }

  @Override
  public final void onUpdate(
      KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel after) {
    Declarations declarations = new Declarations(session, realm);
    if (ComponentReferences.isFollowing(session, after)) {
      declarations.make();
    } else {
      declarations.make(after);
    }
    pools.remove(after.getId());
    warmUp(session, after);
    otherNodes().tellSaved(session, after);
  }

  @Override
  public final void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
    pools.forget(model.getId());
    otherNodes().tellDeleted(session, model);
  }

  /** As with LDAP: who is linked is imported anew at the next sign-in; who migrated stays. */
  @Override
  public final void beforeRemoval(KeycloakSession session, RealmModel realm, ComponentModel pool) {}

  @Override
  public final void beforeUnlinking(
      KeycloakSession session, RealmModel realm, ComponentModel pool) {
    new Unlinking(session, realm, pool).requireNobodyIsLockedOut();
  }

  private OtherNodes otherNodes() {
    return OtherNodes.withPoolsOf(getId());
  }

  private void forgetRealm(String realmId) {
    observers.ofRealm(realmId).forEach(pools::forget);
  }

  @Override
  public final void postInit(KeycloakSessionFactory factory) {
    factory.register(new ReferenceListener(getId(), PoolReferences.SETTINGS));
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent started) {
            new FormerSwitchesOfRealms(getId()).replace(started.getFactory());
            listen(started.getFactory());
            remoteCalls.execute(() -> warmUpAll(started.getFactory()));
          } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            new Declarations(created.getKeycloakSession(), created.getCreatedRealm())
                .ofImported(getId());
          } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            String realmId = removed.getRealm().getId();
            forgetRealm(realmId);
            otherNodes().tellRealmDeleted(removed.getKeycloakSession(), realmId);
          }
        });
  }

  private void listen(KeycloakSessionFactory factory) {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session -> {
          otherNodes().listen(session, pools::remove, pools::forget);
          otherNodes().listenToRealms(session, this::forgetRealm);
        });
  }

  @Override
  public final void close() {
    pools.close();
    observers.close();
    remoteCalls.close();
  }

  private PoolOpener opener() {
    return new PoolOpener(this::open, remoteCalls, observers);
  }

  /** The open pool of a component. */
  final Pool pool(KeycloakSession session, ComponentModel model) {
    return pools.get(
        model, () -> opener().open(session, model, settings(session, model), this::permit));
  }

  /** The pool that has the password of a user, if one has it and is switched on. */
  static Optional<Pool> withPasswordOf(KeycloakSession session, RealmModel realm, UserModel user) {
    ComponentModel model =
        user == null || user.getFederationLink() == null
            ? null
            : realm.getComponent(user.getFederationLink());
    return model != null
            && new UserStorageProviderModel(model).isEnabled()
            && session
                    .getKeycloakSessionFactory()
                    .getProviderFactory(UserStorageProvider.class, model.getProviderId())
                instanceof UserPoolProviderFactory factory
        ? Optional.of(factory.pool(session, model))
        : Optional.empty();
  }

  private void warmUp(KeycloakSession session, ComponentModel model) {
    if (new UserStorageProviderModel(model).isEnabled()) {
      Directory directory = pool(session, model).directory();
      remoteCalls.execute(directory::warmUp);
    }
  }

  /** One adapter after the other: both may declare the same in a realm that has pools of both. */
  private void warmUpAll(KeycloakSessionFactory factory) {
    synchronized (UserPoolProviderFactory.class) {
      KeycloakModelUtils.runJobInTransaction(
          factory,
          session ->
              session
                  .realms()
                  .getRealmsWithProviderTypeStream(UserStorageProvider.class)
                  .toList()
                  .forEach(realm -> warmUpRealm(session, realm)));
    }
  }

  private void warmUpRealm(KeycloakSession session, RealmModel realm) {
    session.getContext().setRealm(realm);
    realm
        .getStorageProviders(UserStorageProvider.class)
        .filter(model -> getId().equals(model.getProviderId()))
        .forEach(
            model -> {
              new Declarations(session, realm).make();
              warmUp(session, model);
            });
  }
}
