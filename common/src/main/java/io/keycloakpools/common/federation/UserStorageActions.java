package io.keycloakpools.common.federation;

import io.keycloakpools.common.AdminText;
import io.keycloakpools.common.NothingToSynchronize;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.UserStorageProviderRealmAdminProvider;
import org.keycloak.services.resources.admin.UserStorageProviderResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.SynchronizationResult;

/**
 * Takes the place of the resource {@code user-storage} of Keycloak's admin API, which the console's
 * <em>Remove imported users</em> and <em>Unlink users</em> call: a pool of ours is asked before.
 * <em>Sync</em> is answered in the admin's language where nothing is synchronized. Everything else,
 * and every other provider, is Keycloak's.
 *
 * <p>The resource is replaced rather than the {@code UserProvider} behind it: that one serves every
 * look-up of every user.
 */
public final class UserStorageActions extends UserStorageProviderRealmAdminProvider {

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    return new Resource(session, auth, adminEvent);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    super.postInit(factory);
    factory.register(new ReplacedProviders());
  }

  /** Of two factories with one id, Keycloak takes the one with the higher order. */
  @Override
  public int order() {
    return super.order() + 10;
  }

  /** Has no annotations of its own: paths and verbs are those of the methods it overrides. */
  private static final class Resource extends UserStorageProviderResource {

    Resource(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
      super(session, auth, adminEvent);
    }

    @Override
    public void removeImportedUsers(String id) {
      ask(id, (pool, actions) -> actions.beforeRemoval(session, realm, pool));
      super.removeImportedUsers(id);
    }

    @Override
    public void unlinkUsers(String id) {
      ask(id, (pool, actions) -> actions.beforeUnlinking(session, realm, pool));
      super.unlinkUsers(id);
    }

    @Override
    public SynchronizationResult syncUsers(String id, String action) {
      SynchronizationResult result = super.syncUsers(id, action);
      return result instanceof NothingToSynchronize nothing
          ? nothing.toldTo(new AdminText(session))
          : result;
    }

    /** Whoever may not manage users does not learn how many a pool has. */
    private void ask(String id, Question question) {
      auth.users().requireManage();
      ComponentModel component = realm.getComponent(id);
      if (component != null
          && UserStorageProvider.class.getName().equals(component.getProviderType())
          && session
                  .getKeycloakSessionFactory()
                  .getProviderFactory(UserStorageProvider.class, component.getProviderId())
              instanceof BulkActions actions) {
        question.ask(component, actions);
      }
    }

    private interface Question {
      void ask(ComponentModel pool, BulkActions actions);
    }
  }
}
