package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.rest.JsonBodies;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.SchemaDraft;
import io.keycloakpools.identitypool.store.SchemaRules;
import io.keycloakpools.identitypool.store.StoredSchema;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

record SchemaBodies(JsonBodies bodies, IdentitySchemas schemas) {

  /** The largest schema or document, with every character escaped. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final String SCHEMA = "schema";
  private static final String VERSION = "version";
  private static final Optional<String> EXAMPLE = Optional.of("identityAdminSchemaBody");
  private static final Optional<String> EXAMPLE_OF_CHANGE =
      Optional.of("identityAdminSchemaChangeBody");

  SchemaBodies(AdminErrors errors, IdentitySchemas schemas) {
    this(new JsonBodies(errors, MOST_BYTES), schemas);
  }

  record Change(SchemaDraft draft, boolean acceptFailing) {}

  SchemaDraft lint(InputStream sent) {
    ObjectNode body = bodies.object(sent, List.of("kind", SCHEMA), EXAMPLE);
    String text = json(body);
    return new SchemaDraft(Optional.empty(), "", Optional.of(kind(body)), text, 1, schemas);
  }

  SchemaDraft create(InputStream sent) {
    ObjectNode body = bodies.object(sent, List.of("name", "kind", SCHEMA), EXAMPLE);
    return new SchemaDraft(
        Optional.empty(),
        bodies.required(body, "name"),
        Optional.of(kind(body)),
        json(body),
        1,
        schemas);
  }

  Change change(InputStream sent, StoredSchema present) {
    ObjectNode body =
        bodies.object(sent, List.of(SCHEMA, VERSION, "acceptFailing"), EXAMPLE_OF_CHANGE);
    int version = bodies.number(body, VERSION);
    SchemaDraft draft =
        new SchemaDraft(
            Optional.of(present.id()),
            present.name(),
            Optional.of(present.kind()),
            json(body),
            version,
            schemas);
    return new Change(draft, bodies.flag(body, "acceptFailing"));
  }

  void check(SchemaDraft draft) {
    new SchemaRules(schemas)
        .problem(draft)
        .ifPresent(
            problem -> {
              throw AdminErrors.fieldWithText(
                  problem.field(), problem.text(bodies.errors().texts()));
            });
  }

  private String json(ObjectNode body) {
    JsonNode value = body.path(SCHEMA);
    if (value.isObject()) {
      return readable(value);
    }
    if (value.isMissingNode() || value.isNull() || value.isTextual()) {
      return bodies.required(body, SCHEMA);
    }
    throw bodies.errors().field(SCHEMA, "identityAdminJson", SCHEMA);
  }

  private static String readable(JsonNode value) {
    String text = value.toPrettyString();
    return text.getBytes(StandardCharsets.UTF_8).length <= Bounds.SCHEMA_BYTES
        ? text
        : value.toString();
  }

  private SchemaKind kind(ObjectNode body) {
    return IdentitySchemas.kind(bodies.required(body, "kind"))
        .orElseThrow(() -> bodies.errors().field("kind", "identityStoreKind"));
  }
}
