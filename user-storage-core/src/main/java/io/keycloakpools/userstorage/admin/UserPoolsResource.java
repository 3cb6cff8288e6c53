package io.keycloakpools.userstorage.admin;

import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.common.text.SettingMessages;
import io.keycloakpools.userstorage.check.SettingsCheck;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.PoolEngine;
import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.pool.RealmPool;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.users.UserPreview;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.urls.UrlType;

/**
 * Admin requests beyond those that Keycloak offers for every component. Permissions come first, so
 * that callers without them do not learn whether a pool exists.
 */
public final class UserPoolsResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;

  UserPoolsResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
  }

  /**
   * All pools, by name. Needs the permissions of {@link #status}. Queries the database once for
   * all.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    auth.realm().requireViewRealm();
    auth.users().requireView();
    List<RealmPool> pools =
        RealmPool.all(session, realm)
            .sorted(Comparator.comparing(pool -> pool.component().getName()))
            .toList();
    Map<String, Map<LinkStatus, Long>> counts =
        new UserCounts(session).of(pools.stream().map(pool -> pool.component().getId()).toList());
    PoolLinks links =
        new PoolLinks(
            session.getContext().getUri(UrlType.ADMIN).getBaseUriBuilder().path("admin").build(),
            auth.adminAuth().getRealm().getName(),
            realm.getName());
    List<PoolSummary> all =
        pools.stream()
            .map(
                pool -> {
                  String id = pool.component().getId();
                  return PoolSummary.of(
                      pool.component(), counts.get(id), pool.engine().observer(id), links);
                })
            .toList();
    return Response.ok(all).cacheControl(CacheControlUtil.noCache()).build();
  }

  /** Needs to view the realm's components and its users. */
  @GET
  @Path("{id}/status")
  @Produces(MediaType.APPLICATION_JSON)
  public Response status(@PathParam("id") String id) {
    auth.realm().requireViewRealm();
    auth.users().requireView();
    RealmPool pool = find(id);
    return Response.ok(
            PoolStatus.of(session, pool.component(), broken(pool), pool.engine().observer(id)))
        .cacheControl(CacheControlUtil.noCache())
        .build();
  }

  /**
   * Tests a pool's directory with the stored settings or an unsaved form. Needs the permissions to
   * save.
   *
   * @param unsaved optional; only its settings count
   * @return 204, or 400 with the field and what to do
   */
  @POST
  @Path("{id}/test-connection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response testConnection(@PathParam("id") String id, ComponentRepresentation unsaved) {
    auth.realm().requireManageRealm();
    RealmPool pool = find(id);
    try {
      ComponentModel tried =
          unsaved == null || unsaved.getConfig() == null
              ? pool.component()
              : new UnsavedSettings(session, pool.engine().form().own())
                  .over(pool.component(), unsaved.getConfig());
      new SettingsCheck(session, realm, pool.engine()).tryOut(tried);
      return Response.noContent().build();
    } catch (InvalidSettingException e) {
      throw refused(pool.engine(), e.problem());
    }
  }

  /**
   * Checks the directory's first users, see {@link UserPreview}. Needs the permissions to save a
   * pool and to view users.
   *
   * @return 200 with {@link UserPreview.Seen}, or 503 if the directory lists nobody
   */
  @POST
  @Path("{id}/check-users")
  @Produces(MediaType.APPLICATION_JSON)
  public Response checkUsers(@PathParam("id") String id) {
    auth.realm().requireManageRealm();
    auth.users().requireView();
    RealmPool found = find(id);
    Pool pool = found.engine().pool(session, found.component());
    UserPreview.Preview preview =
        new UserPreview(new PoolSession(session, realm, pool)).first(UserPreview.MOST);
    if (preview instanceof UserPreview.Unavailable unavailable) {
      throw unlisted(found, unavailable.outage());
    }
    return Response.ok(preview).cacheControl(CacheControlUtil.noCache()).build();
  }

  private RuntimeException unlisted(RealmPool found, Outage outage) {
    String text =
        SettingMessages.of(session, found.engine().form().all())
            .text(
                SettingProblem.of(
                    found.component().getName(), "userPoolUsersNotListed", outage.reason()));
    return AdminErrors.withText(Response.Status.SERVICE_UNAVAILABLE, text);
  }

  private RuntimeException refused(PoolEngine engine, SettingProblem problem) {
    String text = SettingMessages.of(session, engine.form().all()).text(problem);
    return AdminErrors.fieldWithText(problem.field(), text);
  }

  private List<PoolStatus.Broken> broken(RealmPool pool) {
    SettingMessages messages = SettingMessages.of(session, pool.engine().form().all());
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

  private RealmPool find(String id) {
    return RealmPool.find(session, realm, id)
        .orElseThrow(() -> AdminErrors.notFound("Could not find user pool"));
  }
}
