package io.keycloakpools.identitypool.federation;

import io.keycloakpools.common.AfterCommit;
import io.keycloakpools.common.federation.BulkActions;
import io.keycloakpools.common.federation.NothingToSynchronize;
import io.keycloakpools.common.pools.IdentityPoolContract;
import io.keycloakpools.common.pools.PoolMarks;
import io.keycloakpools.common.reference.ComponentEvent;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.reference.ReferenceKind;
import io.keycloakpools.common.reference.ReferenceListener;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.common.text.AdminTexts;
import io.keycloakpools.identitypool.members.PoolUserPages;
import io.keycloakpools.identitypool.members.PoolUsers;
import io.keycloakpools.identitypool.pool.IdentityPoolReferences;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.FormValues;
import io.keycloakpools.identitypool.settings.Mechanism;
import io.keycloakpools.identitypool.settings.PoolProperties;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.settings.SettingKind;
import io.keycloakpools.identitypool.settings.SettingTexts;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.ImportSynchronization;
import org.keycloak.storage.user.SynchronizationResult;

public final class IdentityPoolProviderFactory
    implements UserStorageProviderFactory<IdentityPoolProvider>,
        ImportSynchronization,
        BulkActions,
        IdentityPoolContract {

  @Override
  public String getId() {
    return IdentityPools.PROVIDER_ID;
  }

  @Override
  public String getHelpText() {
    return "A pool of Keycloak's own users, with schemas and rules of its own";
  }

  @Override
  public IdentityPoolProvider create(KeycloakSession session, ComponentModel model) {
    return new IdentityPoolProvider(session, model);
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return PoolProperties.shown();
  }

  /**
   * Keycloak drops keys that no provider declares ({@code RepresentationToModel}); its console
   * shows {@link #getConfigProperties} only ({@code ServerInfoAdminResource}).
   */
  @Override
  public List<ProviderConfigProperty> getCommonProviderConfigProperties() {
    return Stream.concat(
            UserStorageProviderFactory.super.getCommonProviderConfigProperties().stream(),
            PoolProperties.hidden().stream())
        .toList();
  }

  public static List<ProviderConfigProperty> settings() {
    return PoolProperties.all();
  }

  /** Without {@code synchronizable}, the form does not ask for periods of a synchronization. */
  @Override
  public Map<String, Object> getTypeMetadata() {
    return Map.of();
  }

  @Override
  public SynchronizationResult sync(
      KeycloakSessionFactory factory, String realmId, UserStorageProviderModel pool) {
    return new NothingToSynchronize("identityPoolNothingToSynchronize");
  }

  @Override
  public SynchronizationResult syncSince(
      Date last, KeycloakSessionFactory factory, String realmId, UserStorageProviderModel pool) {
    return sync(factory, realmId, pool);
  }

  @Override
  public void validateConfiguration(
      KeycloakSession session, RealmModel realm, ComponentModel model) {
    if (ComponentReferences.isFollowing(session, model)) {
      return;
    }
    try {
      new FormValues(realm).complete(model);
      new PoolRules(session, realm).check(model);
      PoolSchemaChange.of(session, realm, model).ifPresent(PoolSchemaChange::check);
      new IdentityPoolReferences(session, realm).keep(model);
    } catch (InvalidSettingException e) {
      throw AdminTexts.refused(SettingTexts.text(AdminTexts.of(session), e));
    }
  }

  /** A word that means nothing is a problem of the pool itself. */
  @Override
  public boolean hasPasswords(ComponentModel pool) {
    List<String> mechanisms =
        SettingKind.words(
            Settings.of(pool.getConfig()).list(PoolSettings.AUTHENTICATION_MECHANISMS.key()));
    return mechanisms.isEmpty() || mechanisms.contains(Mechanism.PASSWORD.word());
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        new ReferenceListener(IdentityPools.PROVIDER_ID, IdentityPoolReferences.SETTINGS));
    factory.register(new PoolRealms());
  }

  @Override
  public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
    new PoolDeclarations(session, realm).make();
    // An import does not come here (RealmAdapter.importComponentModel), and
    // validateConfiguration cannot recognize it unless its file has ids.
    if (FormValues.completeNew(model)) {
      ComponentReferences.saveFollowing(session, realm, model);
    }
  }

  @Override
  public void onUpdate(
      KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel after) {
    new PoolDeclarations(session, realm).make();
    ComponentEvent.saved(session, realm, ReferenceKind.IDENTITY_POOL, before, after);
    if (!before.getName().equals(after.getName())) {
      renameAfterwards(session, realm.getId(), after);
    }
  }

  private static void renameAfterwards(
      KeycloakSession session, String realmId, ComponentModel pool) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    String name = pool.getName();
    AfterCommit.run(
        session,
        () ->
            new PoolUserPages(factory, realmId, pool.getId())
                .forEach((inner, id) -> rename(inner, id, name)));
  }

  private static void rename(KeycloakSession session, String userId, String name) {
    UserModel user = session.users().getUserById(session.getContext().getRealm(), userId);
    if (user != null) {
      user.setSingleAttribute(PoolMarks.IDENTITY_POOL, name);
    }
  }

  /** The users are Keycloak's own and in no other directory: a deletion is final. */
  @Override
  public void beforeRemoval(KeycloakSession session, RealmModel realm, ComponentModel pool) {
    PoolUsers users = new PoolUsers(session, realm, pool.getId());
    requireNobodyIsLost(session, pool, users::count, "identityPoolKeepsUsers");
  }

  @Override
  public void beforeUnlinking(KeycloakSession session, RealmModel realm, ComponentModel pool) {
    PoolUsers users = new PoolUsers(session, realm, pool.getId());
    requireNobodyIsLost(session, pool, users::count, "identityPoolKeepsUsersLinked");
    users.forgetNames();
  }

  /**
   * Keycloak has deleted the users in this transaction already ({@code
   * RealmAdapter.removeComponent}), so another one counts them.
   */
  @Override
  public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
    requireNobodyIsLost(
        session, model, () -> users(session, realm.getId(), model.getId()), "identityPoolHasUsers");
    ComponentEvent.removed(session, realm, ReferenceKind.IDENTITY_POOL, model);
  }

  private static void requireNobodyIsLost(
      KeycloakSession session, ComponentModel pool, LongSupplier count, String messageKey) {
    long users =
        switch (Settings.of(pool.getConfig()).get(PoolSettings.DELETE_USERS)) {
          case KEEPS_USERS -> count.getAsLong();
          case DELETES_USERS -> 0;
        };
    if (users > 0) {
      throw AdminErrors.of(session)
          .refused(Response.Status.CONFLICT, messageKey, pool.getName(), String.valueOf(users));
    }
  }

  private static long users(KeycloakSession session, String realmId, String poolId) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        inner -> new PoolUsers(inner, inner.realms().getRealm(realmId), poolId).count());
  }
}
