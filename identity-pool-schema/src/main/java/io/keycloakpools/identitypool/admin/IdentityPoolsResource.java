package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.rest.JsonBodies;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.identitypool.federation.PoolRules;
import io.keycloakpools.identitypool.federation.PoolSchemaChange;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPoolReferences;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.settings.SettingTexts;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.storage.UserStorageProvider;

/** Needs the permissions to view and manage the realm, as Keycloak's components do. */
public final class IdentityPoolsResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;
  private final AdminEventBuilder adminEvent;
  private final IdentityPools pools;
  private final AdminErrors errors;
  private final JsonBodies bodies;

  IdentityPoolsResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
    this.adminEvent = adminEvent;
    this.pools = IdentityPools.of(session, realm);
    this.errors = AdminErrors.of(session);
    this.bodies = new JsonBodies(errors, SchemaBodies.MOST_BYTES);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<ObjectNode> list() {
    auth.realm().requireViewRealm();
    return pools.components().map(this::view).toList();
  }

  /** Creates a pool; missing fields get the defaults of the console's form. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response create(InputStream sent) {
    auth.realm().requireManageRealm();
    ObjectNode body = bodies.object(sent, PoolView.fields());
    ComponentModel pool = new ComponentModel();
    pool.setProviderType(UserStorageProvider.class.getName());
    pool.setProviderId(IdentityPools.PROVIDER_ID);
    pool.setParentId(realm.getId());
    bodies.required(body, "name");
    PoolView.apply(bodies, body, pool);
    checked(Response.Status.BAD_REQUEST, () -> new PoolRules(session, realm).check(pool));
    ComponentModel created = realm.addComponentModel(pool);
    event(OperationType.CREATE, created);
    return Response.created(
            session.getContext().getUri().getAbsolutePathBuilder().path(created.getId()).build())
        .entity(view(created))
        .build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public ObjectNode get(@PathParam("id") String id) {
    auth.realm().requireViewRealm();
    return view(find(id));
  }

  /**
   * Changes the sent settings only; null removes one.
   *
   * @param dryRun only reports the effect
   * @param acceptFailing saves even if users newly fail other schemas
   */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public PoolView.ChangeResult change(
      @PathParam("id") String id,
      @QueryParam("dryRun") boolean dryRun,
      @QueryParam("acceptFailing") boolean acceptFailing,
      InputStream sent) {
    auth.realm().requireManageRealm();
    ComponentModel pool = new ComponentModel(find(id));
    PoolView.apply(bodies, bodies.object(sent, PoolView.fields()), pool);
    PoolSchemaChange schemas = valid(pool);
    SchemaImpact impact = schemas.impact();
    if (dryRun) {
      return PoolView.ChangeResult.of(false, view(pool), impact, errors.texts());
    }
    if (!acceptFailing) {
      checked(Response.Status.CONFLICT, () -> schemas.requireNobodyFails(impact));
    }
    schemas.accept();
    realm.updateComponent(pool);
    event(OperationType.UPDATE, pool);
    return PoolView.ChangeResult.of(true, view(find(id)), impact, errors.texts());
  }

  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id) {
    auth.realm().requireManageRealm();
    ComponentModel pool = find(id);
    realm.removeComponent(pool);
    event(OperationType.DELETE, pool);
    return Response.noContent().build();
  }

  /** Without the permission to view users, the answer does not tell whether the pool exists. */
  @Path("{id}/users")
  public PoolUsersResource users(@PathParam("id") String id) {
    return new PoolUsersResource(session, auth, adminEvent, id);
  }

  private ObjectNode view(ComponentModel pool) {
    IdentityPoolReferences references = new IdentityPoolReferences(session, realm);
    ObjectNode view =
        PoolView.of(references.shown(pool), references.problems(pool, errors.texts()));
    pools
        .byId(pool.getId())
        .flatMap(IdentityPool::problem)
        .ifPresent(problem -> view.put("problem", SettingTexts.text(errors.texts(), problem)));
    return view;
  }

  private PoolSchemaChange valid(ComponentModel pool) {
    checked(Response.Status.BAD_REQUEST, () -> new PoolRules(session, realm).check(pool));
    return PoolSchemaChange.of(session, realm, pool).orElseThrow();
  }

  private void checked(Response.Status ifRefused, Runnable check) {
    try {
      check.run();
    } catch (InvalidSettingException e) {
      throw AdminErrors.withText(ifRefused, SettingTexts.text(errors.texts(), e));
    }
  }

  private ComponentModel find(String id) {
    return pools
        .component(id)
        .orElseThrow(() -> AdminErrors.notFound("Could not find identity pool"));
  }

  private void event(OperationType operation, ComponentModel pool) {
    adminEvent
        .resource(ResourceType.COMPONENT)
        .operation(operation)
        .resourcePath("identity-pools", pool.getId())
        .representation(Map.of("name", pool.getName(), "config", pool.getConfig()))
        .success();
  }
}
