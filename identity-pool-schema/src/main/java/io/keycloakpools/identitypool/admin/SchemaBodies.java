package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.SchemaDraft;
import io.keycloakpools.identitypool.store.SchemaRules;
import io.keycloakpools.identitypool.store.StoredSchema;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;

record SchemaBodies(Bodies bodies, IdentitySchemas schemas) {

  private static final String VERSION = "version";
  private static final Optional<String> EXAMPLE = Optional.of("identityAdminSchemaBody");
  private static final Optional<String> EXAMPLE_OF_CHANGE =
      Optional.of("identityAdminSchemaChangeBody");

  /**
   * Another text for a schema.
   *
   * @param acceptFailing saves even if users newly fail
   */
  record Change(SchemaDraft draft, boolean acceptFailing) {}

  SchemaDraft lint(InputStream sent) {
    ObjectNode body = bodies.object(sent, List.of("kind", "schema"), EXAMPLE);
    String text = bodies.json(body, "schema");
    return new SchemaDraft(Optional.empty(), "", Optional.of(kind(body)), text, 1, schemas);
  }

  SchemaDraft create(InputStream sent) {
    ObjectNode body = bodies.object(sent, List.of("name", "kind", "schema"), EXAMPLE);
    return new SchemaDraft(
        Optional.empty(),
        bodies.required(body, "name"),
        Optional.of(kind(body)),
        bodies.json(body, "schema"),
        1,
        schemas);
  }

  Change change(InputStream sent, StoredSchema present) {
    ObjectNode body =
        bodies.object(sent, List.of("schema", VERSION, "acceptFailing"), EXAMPLE_OF_CHANGE);
    if (!body.path(VERSION).isInt()) {
      throw bodies.field(VERSION, "identityAdminNumber", VERSION);
    }
    SchemaDraft draft =
        new SchemaDraft(
            Optional.of(present.id()),
            present.name(),
            Optional.of(present.kind()),
            bodies.json(body, "schema"),
            body.path(VERSION).asInt(),
            schemas);
    return new Change(draft, bodies.flag(body, "acceptFailing"));
  }

  void check(SchemaDraft draft) {
    new SchemaRules(schemas)
        .problem(draft)
        .ifPresent(
            problem -> {
              throw ErrorResponse.errors(
                  List.of(
                      new ErrorRepresentation(problem.field(), problem.text(bodies.texts()), null)),
                  Response.Status.BAD_REQUEST);
            });
  }

  private SchemaKind kind(ObjectNode body) {
    return IdentitySchemas.kind(bodies.required(body, "kind"))
        .orElseThrow(() -> bodies.field("kind", "identityStoreKind"));
  }
}
