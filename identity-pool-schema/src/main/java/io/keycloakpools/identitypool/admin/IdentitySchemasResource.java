package io.keycloakpools.identitypool.admin;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.identitypool.lint.SchemaFinding;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.pool.SchemaUse;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.SchemaDraft;
import io.keycloakpools.identitypool.store.StoredSchema;
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
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Needs the permissions to view and manage the realm, as Keycloak's components do. */
public final class IdentitySchemasResource {

  private final KeycloakSession session;
  private final AdminPermissionEvaluator auth;
  private final AdminEventBuilder adminEvent;
  private final IdentitySchemas schemas;
  private final SchemaUse use;
  private final AdminErrors errors;
  private final SchemaBodies requests;

  IdentitySchemasResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    this.session = session;
    this.auth = auth;
    this.adminEvent = adminEvent.resource(ResourceType.COMPONENT);
    this.schemas = new IdentitySchemas(realm);
    this.use = new SchemaUse(IdentityPools.of(session, realm));
    this.errors = AdminErrors.of(session);
    this.requests = new SchemaBodies(errors, schemas);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<SchemaView> list() {
    auth.realm().requireViewRealm();
    return schemas.all().stream()
        .map(schema -> SchemaView.listed(schema, use.names(schema.name())))
        .toList();
  }

  @POST
  @Path("lint")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public List<SchemaView.Finding> lint(InputStream sent) {
    auth.realm().requireViewRealm();
    return SchemaView.findings(requests.lint(sent).compilation().findings(), errors.texts());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response create(InputStream sent) {
    auth.realm().requireManageRealm();
    SchemaDraft draft = requests.create(sent);
    requests.check(draft);
    StoredSchema stored = schemas.create(draft);
    event(OperationType.CREATE, stored);
    return Response.created(
            session.getContext().getUri().getAbsolutePathBuilder().path(stored.id()).build())
        .entity(view(stored, draft.compilation().findings()))
        .build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public SchemaView get(@PathParam("id") String id) {
    auth.realm().requireViewRealm();
    StoredSchema schema = find(id);
    return view(schema, schemas.findings(schema));
  }

  /**
   * Changes the text of a schema.
   *
   * @param dryRun only reports the effect
   * @param sent {@code schema}, the {@code version} that it is based on, and {@code acceptFailing},
   *     which saves even if users newly fail
   */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public SchemaView.ChangeResult change(
      @PathParam("id") String id, @QueryParam("dryRun") boolean dryRun, InputStream sent) {
    auth.realm().requireManageRealm();
    StoredSchema present = changeable(id);
    SchemaBodies.Change change = requests.change(sent, present);
    SchemaUpdate update = new SchemaUpdate(session, errors, present, change.draft());
    update.requireFresh();
    requests.check(change.draft());
    update.requireApart();
    SchemaView.ChangeResult counted = update.count();
    if (dryRun) {
      return counted;
    }
    if (!change.acceptFailing()) {
      update.requireNobodyFails(counted.impact());
    }
    StoredSchema saved = update.save();
    event(OperationType.UPDATE, saved);
    return new SchemaView.ChangeResult(
        true, saved.version(), counted.changes(), counted.findings(), counted.impact());
  }

  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id) {
    auth.realm().requireManageRealm();
    StoredSchema schema = changeable(id);
    List<String> using = use.names(schema.name());
    if (!using.isEmpty()) {
      throw errors.refused(
          Response.Status.CONFLICT,
          "identityAdminSchemaInUse",
          schema.name(),
          String.join(", ", using));
    }
    schemas.delete(id);
    event(OperationType.DELETE, schema);
    return Response.noContent().build();
  }

  private StoredSchema changeable(String id) {
    StoredSchema schema = find(id);
    if (schema.origin() == StoredSchema.Origin.DEFAULT) {
      throw errors.refused(Response.Status.CONFLICT, "identityAdminSchemaIsDefault", schema.name());
    }
    return schema;
  }

  private StoredSchema find(String id) {
    return schemas
        .byId(id)
        .orElseThrow(() -> AdminErrors.notFound("Could not find identity schema"));
  }

  private SchemaView view(StoredSchema schema, List<SchemaFinding> findings) {
    return SchemaView.whole(
        schema, use.names(schema.name()), SchemaView.findings(findings, errors.texts()));
  }

  private void event(OperationType operation, StoredSchema schema) {
    adminEvent
        .operation(operation)
        .resourcePath("identity-schemas", schema.id())
        .representation(
            Map.of(
                "name", schema.name(),
                "kind", Word.hyphenated(schema.kind()),
                "version", schema.version(),
                "schema", schema.text()))
        .success();
  }
}
