package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.NothingToSynchronize;
import io.keycloakpools.common.reference.ComponentEvent;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.reference.ReferenceKind;
import io.keycloakpools.common.reference.ReferenceListener;
import io.keycloakpools.identitypool.text.AdminTexts;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ErrorResponse;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.ImportSynchronization;
import org.keycloak.storage.user.SynchronizationResult;

/** Identity pools in the console's "User federation". */
public final class IdentityPoolProviderFactory
    implements UserStorageProviderFactory<IdentityPoolProvider>, ImportSynchronization {

  /** The only setting of a component that the console does not show as one of its properties. */
  private static final String NAME = "name";

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
    return PoolProperties.all();
  }

  /** Without {@code synchronizable}: the form does not ask for periods of a synchronization. */
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
      new PoolRules(session, realm).check(model);
      PoolSchemaChange.of(session, realm, model).ifPresent(PoolSchemaChange::check);
      new PoolReferences(session, realm).keep(model);
    } catch (InvalidPoolSettingException e) {
      throw AdminTexts.refused(text(AdminTexts.of(session), e));
    }
  }

  /** What is wrong with a setting, as its form calls it. */
  public static String text(AdminTexts texts, InvalidPoolSettingException problem) {
    return text(texts, problem.field(), problem.messageKey(), problem.arguments());
  }

  /** A text about a setting, which is its first parameter. */
  static String text(AdminTexts texts, String field, String messageKey, List<String> arguments) {
    String label =
        PoolProperties.all().stream()
            .filter(property -> property.getName().equals(field))
            .findFirst()
            .map(property -> property.getLabel() + " (" + field + ")")
            .orElse(NAME.equals(field) ? "UI display name (name)" : field);
    return texts.text(messageKey, Stream.concat(Stream.of(label), arguments.stream()).toList());
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new ReferenceListener(IdentityPools.PROVIDER_ID, PoolReferences.SETTINGS));
    factory.register(new PoolRealms());
  }

  @Override
  public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
    new PoolDeclarations(session, realm).make();
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

  /** A page in each transaction, once the new name is stored. */
  private static void renameAfterwards(
      KeycloakSession session, String realmId, ComponentModel pool) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    String name = pool.getName();
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                new PoolUserPages(factory, realmId, pool.getId())
                    .forEach((inner, id) -> rename(inner, id, name));
              }

              @Override
              protected void rollbackImpl() {}
            });
  }

  private static void rename(KeycloakSession session, String userId, String name) {
    UserModel user = session.users().getUserById(session.getContext().getRealm(), userId);
    if (user != null) {
      user.setSingleAttribute(Membership.ATTRIBUTE, name);
    }
  }

  /**
   * Keycloak has deleted the users in this transaction before it asks ({@code
   * RealmAdapter.removeComponent}); so they are counted in another one, and a refusal rolls back.
   */
  @Override
  public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
    boolean keeps =
        switch (SettingsReader.of(model).deletion()) {
          case KEEPS_USERS -> true;
          case DELETES_USERS -> false;
        };
    long users = keeps ? users(session, realm.getId(), model.getId()) : 0;
    if (users > 0) {
      throw ErrorResponse.error(
          AdminTexts.of(session)
              .text("identityPoolHasUsers", model.getName(), String.valueOf(users)),
          Response.Status.CONFLICT);
    }
    ComponentEvent.removed(session, realm, ReferenceKind.IDENTITY_POOL, model);
  }

  private static long users(KeycloakSession session, String realmId, String poolId) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        inner -> new PoolUsers(inner, inner.realms().getRealm(realmId), poolId).count());
  }
}
