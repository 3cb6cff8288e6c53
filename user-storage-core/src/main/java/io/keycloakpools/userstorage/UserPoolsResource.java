package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.SettingProblem;
import io.keycloakpools.userstorage.settings.InvalidSettingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.storage.UserStorageProvider;

/**
 * What admins can ask of the user pools of a realm, besides what Keycloak offers for every
 * component. Whoever may not, learns nothing: permissions come before the question whether there is
 * such a pool.
 */
public final class UserPoolsResource {

  private record Found(ComponentModel component, UserPoolProviderFactory factory) {}

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;

  UserPoolsResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
  }

  /** How a pool fares; needs to see the realm's components and its users. */
  @GET
  @Path("{id}/status")
  @Produces(MediaType.APPLICATION_JSON)
  public Response status(@PathParam("id") String id) {
    auth.realm().requireViewRealm();
    auth.users().requireView();
    Found pool = find(id);
    return Response.ok(
            PoolStatus.of(session, pool.component(), broken(pool), pool.factory().observer(id)))
        .cacheControl(CacheControlUtil.noCache())
        .build();
  }

  /**
   * Tries a pool's directory: with the stored settings, or with those of a form that is not saved
   * yet. Needs what saving needs.
   *
   * @param unsaved may be absent; of it, only the settings count
   * @return 204, or 400 with the field and what to do
   */
  @POST
  @Path("{id}/test-connection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response testConnection(@PathParam("id") String id, ComponentRepresentation unsaved) {
    auth.realm().requireManageRealm();
    Found pool = find(id);
    try {
      ComponentModel tried =
          unsaved == null || unsaved.getConfig() == null
              ? pool.component()
              : new UnsavedSettings(session, pool.factory().ownProperties())
                  .over(pool.component(), unsaved.getConfig());
      pool.factory().tryOut(session, realm, tried);
      return Response.noContent().build();
    } catch (InvalidSettingException e) {
      throw refused(pool.factory(), e.problem());
    }
  }

  /**
   * Looks at the directory's first users, and writes nothing: see {@link UserPreview}. Needs what
   * saving a pool needs, and to see users.
   *
   * @return 200 with {@link UserPreview.Seen}, or 503 when the directory lists nobody
   */
  @POST
  @Path("{id}/check-users")
  @Produces(MediaType.APPLICATION_JSON)
  public Response checkUsers(@PathParam("id") String id) {
    auth.realm().requireManageRealm();
    auth.users().requireView();
    Found found = find(id);
    Pool pool = found.factory().pool(session, found.component());
    UserPreview.Preview preview = new UserPreview(session, realm, pool).first(UserPreview.MOST);
    if (preview instanceof UserPreview.Unavailable unavailable) {
      throw unlisted(found, unavailable.outage());
    }
    return Response.ok(preview).cacheControl(CacheControlUtil.noCache()).build();
  }

  private RuntimeException unlisted(Found found, Outage outage) {
    String text =
        new SettingMessages(session, found.factory().getConfigProperties())
            .text(
                SettingProblem.of(
                    found.component().getName(), "userPoolUsersNotListed", outage.reason()));
    return ErrorResponse.error(text, Response.Status.SERVICE_UNAVAILABLE);
  }

  private RuntimeException refused(UserPoolProviderFactory factory, SettingProblem problem) {
    String text = new SettingMessages(session, factory.getConfigProperties()).text(problem);
    return ErrorResponse.errors(
        List.of(new ErrorRepresentation(problem.field(), text, null)), Response.Status.BAD_REQUEST);
  }

  private List<PoolStatus.Broken> broken(Found pool) {
    SettingMessages messages = new SettingMessages(session, pool.factory().getConfigProperties());
    return PoolReferences.all(session, realm).broken(pool.component()).stream()
        .map(
            one ->
                new PoolStatus.Broken(
                    one.setting().key(),
                    one.name(),
                    messages.text(
                        SettingProblem.of(one.setting().key(), one.messageKey(), one.name()))))
        .toList();
  }

  private Found find(String id) {
    ComponentModel component = realm.getComponent(id);
    if (component != null
        && UserStorageProvider.class.getName().equals(component.getProviderType())
        && session
                .getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, component.getProviderId())
            instanceof UserPoolProviderFactory factory) {
      return new Found(component, factory);
    }
    throw new NotFoundException("Could not find user pool");
  }
}
