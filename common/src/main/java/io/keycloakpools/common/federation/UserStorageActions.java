package io.keycloakpools.common.federation;

import io.keycloakpools.common.text.AdminTexts;
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
 * Asks our pools before <em>Remove imported users</em> and <em>Unlink users</em>, and translates
 * the answer to <em>Sync</em>.
 *
 * <p>Replacing {@code UserProvider} instead would affect every lookup of every user.
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

  @Override
  public int order() {
    return super.order() + 10;
  }

  /** Inherits the annotations of the methods that it overrides. */
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
          ? nothing.toldTo(AdminTexts.of(session))
          : result;
    }

    /** Without the permission to manage users, an admin must not learn their number. */
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
